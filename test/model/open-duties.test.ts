import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#model/calendar.ts'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { unitsOwing } from '#model/deadline.ts'
import { calendarOf, type OpenDuty, openDuties, type DutyFilter } from '#model/open-duties.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { RectificationStep } from '#schema/issue.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

const { period: _period, ...rest } = order
const written: Deadline = {
  ...rest,
  what: 'rectification-report',
  who: ['jia', 'yi'],
  due: '2024-03-15',
  deliverable: 'written',
}

/** Each deadline that is still open on a day, with its units; `+2` means two days overdue. */
function open(
  deadlines: Record<string, Deadline>,
  asOf: string,
  question: Partial<DutyFilter> = {},
  parts: Partial<Dataset> = {},
): Record<string, string> {
  const dataset = datasetWith({ inspections: [inspectionWith({ deadlines })], ...parts })
  const filter = { within: 14, past: 0, ...question }
  return Object.fromEntries(
    openDuties(dataset, indexDataset(dataset), asOf, filter).map(({ record, units }) => [
      record.id,
      units.map(({ id, overdue }) => (overdue === null ? id : `${id}+${overdue.days}`)).join(' '),
    ]),
  )
}

describe('an order for 6 June 2024, listed for 14 days', () => {
  test.each([
    ['2024-05-22', {}],
    ['2024-05-23', { self: 'jia yi bing' }],
    ['2024-06-06', { self: 'jia yi bing' }],
    ['2024-06-07', {}],
  ])('is listed on %s: %j', (asOf, listed) => {
    expect(open({ self: order }, asOf)).toEqual(listed)
  })

  test('leaves out units that have published or are exempt', () => {
    const parts = {
      selfInspections: { '2024-q2': { jia: { title: '报告', published: '2024-06-01' } } },
      registers: { '2024-q2': { exempt: { yi: '机构已经撤并' } } },
    }
    expect(open({ self: order }, '2024-06-01', {}, parts)).toEqual({ self: 'bing' })
    expect(open({ self: order }, '2024-05-31', {}, parts)).toEqual({ self: 'jia bing' })
  })

  test('can be listed for one unit, without duties that name no unit', () => {
    const both = {
      self: order,
      open: { ...written, who: 'not-stated' as const, due: '2024-06-03' },
    }
    expect(open(both, '2024-06-01', { unit: 'yi' })).toEqual({ self: 'yi' })
    expect(open(both, '2024-06-01')).toEqual({ self: 'jia yi bing', open: '' })
  })

  test('is listed after its day only on request, and no unit is overdue without a recorded check', () => {
    expect(open({ self: order }, '2024-06-08', { past: 7 })).toEqual({ self: 'jia yi bing' })
    const registers = { '2024-q2': { looked_on: '2024-06-08' } }
    expect(open({ self: order }, '2024-06-08', { past: 7 }, { registers })).toEqual({
      self: 'jia+2 yi+2 bing+2',
    })
  })
})

test('a report is complete once it is recorded for each finding that counts', () => {
  const finding = (unit: string, on?: string) => ({
    ...issue,
    units: [unit],
    counts_in_rate: true,
    ...(on === undefined ? {} : { rectification: [{ on, step: 'reported' as const }] }),
  })
  const issues = {
    '2024-q1-01': finding('jia', '2024-03-12'),
    '2024-q1-02': finding('yi', '2024-03-12'),
    '2024-q1-03': finding('yi'),
  }
  const inspections = [inspectionWith({ issues, deadlines: { written } })]
  expect(open({}, '2024-03-11', {}, { inspections })).toEqual({ written: 'jia yi' })
  expect(open({}, '2024-03-12', {}, { inspections })).toEqual({ written: 'yi' })
})

describe('a written report on open findings', () => {
  const steps = {
    jia: [],
    yi: [{ on: '2024-03-14', step: 'extended', until: '2024-03-29' }],
    bing: [{ on: '2024-03-10', step: 'withdrawn', reason: '经核实不属于该单位职责' }],
  } as const
  const issues = Object.fromEntries(
    Object.entries(steps).map(([unit, rectification], n) => [
      `2024-q1-0${n + 1}`,
      { ...issue, units: [unit], rectification: [...rectification] },
    ]),
  )
  const deadlines = { written: { ...written, who: ['jia', 'yi', 'bing'] } }
  const dataset = datasetWith({ inspections: [inspectionWith({ issues, deadlines })] })
  const listed = (asOf: string, past = 0) =>
    openDuties(dataset, indexDataset(dataset), asOf, { within: 14, past }).map(
      ({ last, extended, units }) =>
        `${units.map(({ id }) => id).join(' ')} ${last}${extended ? ' extended' : ''}`,
    )

  test('is not listed for withdrawn findings', () => {
    expect(listed('2024-03-13')).toEqual(['jia yi 2024-03-15'])
  })

  test('is listed for its extended day for the extended unit only', () => {
    expect(listed('2024-03-15')).toEqual(['jia 2024-03-15', 'yi 2024-03-29 extended'])
    expect(listed('2024-03-16')).toEqual(['yi 2024-03-29 extended'])
    expect(listed('2024-03-30', 1)).toEqual(['yi 2024-03-29 extended'])
  })
})

test('duties without a date are never listed', () => {
  const { due: _due, ...undated } = written
  const standing = { ...undated, words: '当日清零' }
  expect(open({ standing }, '2024-03-12', { within: 9999, past: 9999 })).toEqual({})
})

test("a unit's calendar has the days of its duties, except exempt ones", () => {
  const { due: _due, ...undated } = written
  const deadlines = { self: order, written, standing: { ...undated, words: '当日清零' } }
  const dataset = datasetWith({
    inspections: [inspectionWith({ deadlines })],
    registers: { '2024-q2': { exempt: { yi: '机构已经撤并' } } },
  })
  const duties = indexDataset(dataset).deadlines
  const ids = (unit: string) => calendarOf(dataset, unit, duties).map(({ id }) => id)
  expect(ids('jia')).toEqual(['written', 'self'])
  expect(ids('yi')).toEqual(['written'])
})

test('a unit exempt from the order of a period is not exempt from its other duties', () => {
  const other = { ...order, what: 'other' as const }
  const dataset = datasetWith({
    inspections: [inspectionWith({ deadlines: { self: order, other } })],
    registers: { '2024-q2': { exempt: { yi: '机构已经撤并' } } },
  })
  const index = indexDataset(dataset)
  expect(calendarOf(dataset, 'yi', index.deadlines).map(({ id }) => id)).toEqual(['other'])
  const filter = { within: 14, past: 0, unit: 'yi' }
  const duties = openDuties(dataset, index, '2024-06-01', filter)
  expect(duties.map(({ record }) => record.id)).toEqual(['other'])
})

describe('of any orders, reports, exemptions and extensions', () => {
  const units = ['jia', 'yi', 'bing']
  const who = fc.oneof(
    fc.constantFrom('all-units' as const, 'not-stated' as const),
    fc.subarray(units, { minLength: 1 }),
  )
  const { due: _due, ...undated } = rest
  const dated = fc.record({ who, due: anyDayOfSpring, inclusive: fc.boolean() })
  // A second report on the same findings would be another duty, which the records do not show.
  const deadlines = fc.record(
    {
      self: dated.map((dates): Deadline => ({ ...order, ...dates })),
      again: dated.map((dates): Deadline => ({ ...order, ...dates })),
      written: dated.map((dates): Deadline => ({ ...written, ...dates })),
      other: dated.map((dates): Deadline => ({ ...order, ...dates, what: 'other' })),
      standing: who.map((of): Deadline => ({ ...undated, who: of, words: '当日清零' })),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  const step = fc.oneof(
    fc.record({ on: anyDayOfSpring, step: fc.constantFrom('notified', 'reported', 'closed') }),
    fc
      .record({ on: anyDayOfSpring, step: fc.constant('extended' as const), more: fc.nat(20) })
      .map(({ more, ...one }) => ({ ...one, until: addDays(one.on, more) })),
  ) as fc.Arbitrary<RectificationStep>
  const datasets = fc
    .record({
      deadlines,
      findings: fc.array(
        fc.record({
          units: fc.subarray(units, { minLength: 1 }),
          rectification: fc.array(step, { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      reports: fc.dictionary(
        fc.constantFrom(...units),
        fc.oneof(anyDayOfSpring, fc.constant('not-stated' as const)).map((published) => ({
          title: '自查报告',
          published,
        })),
        { noNullPrototype: true },
      ),
      exempt: fc.subarray(units),
      lookedOn: anyDayOfSpring,
    })
    .map(({ deadlines: ordered, findings, reports, exempt, lookedOn }) =>
      datasetWith({
        inspections: [
          inspectionWith({
            deadlines: ordered,
            issues: Object.fromEntries(
              findings.map((one, n) => [`2024-q1-0${n + 1}`, { ...issue, ...one }]),
            ),
          }),
        ],
        selfInspections: { '2024-q2': reports },
        registers: {
          '2024-q2': {
            looked_on: lookedOn,
            exempt: Object.fromEntries(exempt.map((unit) => [unit, '机构改革'])),
          },
        },
      }),
    )
  const ask = (dataset: Dataset, asOf: string, question: Partial<DutyFilter> = {}): OpenDuty[] =>
    openDuties(dataset, indexDataset(dataset), asOf, { within: 9999, past: 9999, ...question })
  /** Each unit and duty, one line. */
  const linesOf = (duties: readonly OpenDuty[]): string[] =>
    duties
      .flatMap(({ record, last, units: of }) => of.map(({ id }) => `${record.id} ${id} ${last}`))
      .toSorted()

  test('a unit is listed for a duty at most once, and only if the document gives it the duty', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const duties = ask(dataset, asOf)
        const listed = duties.flatMap(({ record, units: of }) =>
          of.map(({ id }) => `${record.id} ${id}`),
        )
        expect(new Set(listed).size).toBe(listed.length)
        for (const { record, units: of } of duties)
          expect(unitsOwing(dataset, record)).toEqual(
            expect.arrayContaining(of.map(({ id }) => id)),
          )
      }),
    )
  })

  test('a dated duty is left out for a unit only if it has delivered, is exempt, or its finding is closed', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const listed = linesOf(ask(dataset, asOf)).map((line) =>
          line.split(' ').slice(0, 2).join(' '),
        )
        const [inspection] = dataset.inspections
        for (const record of indexDataset(dataset).deadlines) {
          const { what, words } = record.deadline
          for (const unit of words === undefined ? unitsOwing(dataset, record) : []) {
            const report = dataset.selfInspections['2024-q2']?.[unit]
            const isPublic =
              report !== undefined &&
              (report.published === 'not-stated' || report.published <= asOf)
            const isLetOff = dataset.registers['2024-q2']?.exempt?.[unit] !== undefined
            const own = Object.values(inspection?.issues ?? {}).filter(
              ({ units: named }) => Array.isArray(named) && named.includes(unit),
            )
            const isOver = own.every(({ rectification = [] }) =>
              rectification.some(
                ({ on, step: done }) => on <= asOf && (done === 'reported' || done === 'closed'),
              ),
            )
            const isDone =
              what === 'self-inspection'
                ? isPublic || isLetOff
                : what === 'rectification-report' && own.length > 0 && isOver
            expect([record.id, unit, listed.includes(`${record.id} ${unit}`)]).toEqual([
              record.id,
              unit,
              !isDone,
            ])
          }
        }
      }),
    )
  })

  test('the duties listed for each unit are together the duties listed for all', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const question = { within: 7, past: 3 }
        const alone = units.flatMap((unit) => ask(dataset, asOf, { ...question, unit }))
        expect(linesOf(alone)).toEqual(linesOf(ask(dataset, asOf, question)))
      }),
    )
  })

  test('every listed duty of a unit is in its calendar', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const all = indexDataset(dataset).deadlines
        for (const unit of units) {
          const own = all.filter((record) => unitsOwing(dataset, record).includes(unit))
          const days = calendarOf(dataset, unit, own).map(({ id }) => id)
          for (const { record } of ask(dataset, asOf, { unit })) expect(days).toContain(record.id)
        }
      }),
    )
  })

  test('the nearest day comes first, no day is outside the range, and a larger range removes nothing', () => {
    const reach = fc.record({ within: fc.nat(20), past: fc.nat(20) })
    fc.assert(
      fc.property(datasets, anyDayOfSpring, reach, (dataset, asOf, question) => {
        const near = ask(dataset, asOf, question)
        const days = near.map(({ last }) => last)
        expect(days).toEqual(days.toSorted())
        for (const day of days) {
          expect(day <= addDays(asOf, question.within)).toBe(true)
          expect(day >= addDays(asOf, -question.past)).toBe(true)
        }
        expect(linesOf(ask(dataset, asOf))).toEqual(expect.arrayContaining(linesOf(near)))
      }),
    )
  })

  test('an extension never shortens a duty, and no unit is overdue before the office has checked', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const lookedOn = dataset.registers['2024-q2']?.looked_on ?? ''
        for (const { record, last, extended, units: of } of ask(dataset, asOf)) {
          const { due = '', inclusive } = record.deadline
          const day = inclusive === false ? addDays(due, -1) : due
          expect(last >= day).toBe(true)
          expect(extended).toBe(last > day)
          for (const { overdue } of of)
            if (overdue !== null) expect(lookedOn > day && lookedOn <= asOf).toBe(true)
        }
      }),
    )
  })
})
