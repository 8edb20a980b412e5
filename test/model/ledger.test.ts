import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#model/calendar.ts'
import { indexDataset, type Dataset, type Inspection } from '#model/dataset.ts'
import { ledgerOf, type LedgerRow, whyNoReport, whyNoUnit } from '#model/ledger.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { FollowUp } from '#schema/inspection.ts'
import type { Issue, RectificationStep } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const id = '2024-q1-01'
const due: Deadline = {
  what: 'rectification-report',
  title: '书面报送整改情况',
  who: ['jia'],
  due: '2024-04-30',
}

/** An inspection with one issue, whose document asks to rectify it. */
const found = (parts: Partial<Issue>, more: Partial<Inspection> = {}): Inspection =>
  inspectionWith({
    issues: { [id]: { ...issue, ...parts } },
    requirements: { rectify: { title: '对照问题立即整改' } },
    ...more,
  })

const next = (account: FollowUp): Inspection =>
  inspectionWith({
    id: '2024-q2',
    period: { label: '2024年第二季度', start: '2024-04-01', end: '2024-06-30' },
    published_here: '2024-07-10',
    follow_ups: { [id]: account },
  })

function rows(inspections: Inspection[], asOf: string, parts: Partial<Dataset> = {}): LedgerRow[] {
  const dataset = datasetWith({ inspections, ...parts })
  return [...ledgerOf(dataset, indexDataset(dataset), asOf).rows]
}

const row = (...args: Parameters<typeof rows>): LedgerRow => {
  const [only] = rows(...args)
  if (only === undefined) throw new Error('the ledger is empty')
  return only
}

const steps = (...all: [string, RectificationStep['step']][]): RectificationStep[] =>
  all.map(([on, step]) => ({ on, step }))

describe('the rows of the ledger', () => {
  const asksNobody = { requirements: {} }

  test('an issue of a document that asks nobody to rectify has none', () => {
    expect(rows([found({}, asksNobody)], '2024-06-01')).toEqual([])
    expect(
      rows([found({}, { ...asksNobody, deadlines: { written: due } })], '2024-06-01'),
    ).toHaveLength(1)
    // What one unit did is followed for all that the issue names.
    const rectification = [{ on: '2024-04-20', step: 'rectified' as const, units: ['jia'] }]
    const units = ['jia', 'yi']
    expect(rows([found({ units, rectification }, asksNobody)], '2024-06-01')).toHaveLength(2)
  })

  test('a unit that no deadline names has none, until something is recorded of the issue', () => {
    const units = ['jia', 'yi']
    const rowsOf = (parts: Partial<Issue>, deadline: Deadline): (string | null)[] =>
      rows([found(parts, { ...asksNobody, deadlines: { deadline } })], '2024-06-01').map(
        ({ unit }) => unit,
      )
    expect(rowsOf({ units }, due)).toEqual(['jia'])
    expect(rowsOf({ units: ['yi'] }, due)).toEqual([])
    expect(rowsOf({ units }, { ...due, who: 'all-units' })).toEqual(units)
    // Who is asked, or whom the issue is about, is not known.
    expect(rowsOf({ units }, { ...due, who: 'not-stated' })).toEqual(units)
    expect(rowsOf({ units: 'not-stated' }, due)).toEqual([null])
    const rectification = steps(['2024-04-20', 'notified'])
    expect(rowsOf({ units, rectification }, due)).toEqual(units)
  })

  test('a deadline for other areas asks nothing', () => {
    const units = ['jia']
    const inArea = (area: Issue['area'], areas: string[]): (Deadline['title'] | undefined)[] =>
      rows(
        [found({ units, area }, { ...asksNobody, deadlines: { written: { ...due, areas } } })],
        '2024-06-01',
      ).map(({ duty }) => duty?.deadline.title)
    expect(inArea('media', ['websites'])).toEqual([])
    expect(inArea('media', ['websites', 'media'])).toEqual([due.title])
    expect(inArea(['websites', 'media'], ['websites'])).toEqual([due.title])
    expect(inArea('not-stated', ['websites'])).toEqual([due.title])
  })

  test('a row without a unit has the reason of its issue', () => {
    expect(whyNoUnit(row([found({ units: 'illegible' })], '2024-06-01'))).toBe('illegible')
  })

  test('a unit that need not report has no report for that reason, the others have none recorded', () => {
    const dataset = datasetWith({
      inspections: [found({ units: ['jia', 'yi'] }, { deadlines: { written: due } })],
    })
    const index = indexDataset(dataset)
    const whys = ledgerOf(dataset, index, '2024-06-01').rows.map((one) =>
      whyNoReport(dataset, index, one),
    )
    expect(whys).toEqual(['not-recorded', 'not-required'])
  })
})

describe('the state of an issue', () => {
  test('nothing recorded does not mean “not rectified”', () => {
    expect(row([found({})], '2030-01-01').state).toEqual({ state: 'nothing' })
  })

  test('a report is not a rectification, and a rectification is not a report', () => {
    const reported = row(
      [found({ rectification: steps(['2024-04-20', 'reported']) })],
      '2024-06-01',
    )
    expect(reported).toMatchObject({ state: { state: 'reported' }, rectified: null })
    const rectified = row(
      [found({ rectification: steps(['2024-04-20', 'rectified']) })],
      '2024-06-01',
    )
    expect(rectified).toMatchObject({ state: { state: 'rectified' }, report: { state: 'no-duty' } })
  })

  test.each([
    ['2024-04-19', 'nothing', true],
    ['2024-04-20', 'recheck-failed', true],
    ['2024-05-10', 'rectified', true],
    ['2024-05-20', 'recheck-passed', false],
  ])('on %s a step of a later day is not shown yet: %s', (asOf, state, open) => {
    const rectification = steps(
      ['2024-05-20', 'recheck-passed'],
      ['2024-04-20', 'recheck-failed'],
      ['2024-05-10', 'rectified'],
    )
    expect(row([found({ rectification })], asOf)).toMatchObject({ state: { state }, open })
  })

  test('an extension has a new day, a withdrawal has a reason and ends the issue', () => {
    const extended: RectificationStep = { on: '2024-04-20', step: 'extended', until: '2024-05-31' }
    const withdrawn: RectificationStep = { on: '2024-05-06', step: 'withdrawn', reason: '不成立' }
    const [before, after] = ['2024-05-01', '2024-05-07'].map((asOf) =>
      row([found({ rectification: [extended, withdrawn] })], asOf),
    )
    expect(before).toMatchObject({ state: { state: 'extended', until: '2024-05-31' }, open: true })
    expect(after).toMatchObject({ state: { state: 'withdrawn', reason: '不成立' }, open: false })
  })

  test('units that an issue names together may have different states', () => {
    const rectification: RectificationStep[] = [
      { on: '2024-04-12', step: 'notified' },
      { on: '2024-05-10', step: 'closed', units: ['yi'] },
    ]
    const both = rows([found({ units: ['jia', 'yi'], rectification })], '2024-06-01')
    expect(both.map(({ unit, state }) => [unit, state.state])).toEqual([
      ['jia', 'notified'],
      ['yi', 'closed'],
    ])
  })

  test('an issue without a stated unit has events, but belongs to no unit', () => {
    const dataset = datasetWith({ inspections: [found({ units: 'not-stated' })] })
    const ledger = ledgerOf(dataset, indexDataset(dataset), '2024-06-01')
    expect(ledger.rows.map(({ unit }) => unit)).toEqual([null])
    expect(ledger.byUnit.size).toBe(0)
  })
})

describe('the follow-up of the next inspection', () => {
  test.each([
    [{ rectified: 'yes', reported: 'yes' }, 'said-rectified', false],
    [{ rectified: 'no', reported: 'not-stated' }, 'carried-over', true],
    [{ rectified: 'partly', reported: 'no' }, 'partly', true],
    [{ rectified: 'not-stated', reported: 'not-stated' }, 'not-stated', true],
  ] as const)('%j', (account, state, open) => {
    expect(row([found({}), next(account)], '2024-08-01')).toMatchObject({ state: { state }, open })
  })

  test('it may differ for one unit', () => {
    const account: FollowUp = {
      rectified: 'yes',
      reported: 'yes',
      units: { yi: { rectified: 'no', reported: 'no' } },
    }
    const both = rows([found({ units: ['jia', 'yi'] }), next(account)], '2024-08-01')
    expect(both.map(({ state }) => state.state)).toEqual(['said-rectified', 'carried-over'])
  })

  test('“not stated” does not change a known state', () => {
    const rectification = steps(['2024-04-20', 'recheck-failed'])
    const account = { rectified: 'not-stated', reported: 'not-stated' } as const
    expect(row([found({ rectification }), next(account)], '2024-08-01').state.state).toBe(
      'recheck-failed',
    )
  })

  test('a document typed in years later keeps its place in time', () => {
    const rectification = steps(['2024-08-01', 'recheck-passed'])
    const late = { ...next({ rectified: 'no', reported: 'no' }), published_here: '2026-11-23' }
    expect(row([found({ rectification }), late], '2026-12-01').state.state).toBe('recheck-passed')
  })
})

describe('the duty to report', () => {
  const report = (rectification: RectificationStep[], asOf: string, deadline = due) =>
    row([found({ rectification }, { deadlines: { report: deadline } })], asOf).report

  test.each([
    ['2024-04-30', { state: 'reported', on: '2024-04-30', late: 0 }],
    ['2024-05-02', { state: 'reported', on: '2024-05-02', late: 2 }],
  ])('a report of %s, due on 30 April', (on, expected) => {
    expect(report(steps([on, 'reported']), '2024-06-01')).toEqual(expected)
  })

  test('after the last day a missing report is only called not recorded', () => {
    expect(report([], '2024-04-30')).toEqual({ state: 'awaited', last: '2024-04-30' })
    expect(report([], '2024-05-01')).toEqual({ state: 'not-recorded', last: '2024-04-30' })
    // After a year a past deadline is history.
    expect(report([], '2025-05-01')).toMatchObject({ state: 'not-recorded', isHistory: true })
  })

  test('an extension extends the time to report', () => {
    const extended: RectificationStep = { on: '2024-04-20', step: 'extended', until: '2024-05-31' }
    expect(report([extended, ...steps(['2024-05-30', 'reported'])], '2024-06-01')).toEqual({
      state: 'reported',
      on: '2024-05-30',
      late: 0,
    })
  })

  test('another unit of the same issue has no duty', () => {
    const both = rows([found({ units: ['jia', 'yi'] }, { deadlines: { due } })], '2024-06-01')
    expect(both.map(({ report: one }) => one.state)).toEqual(['not-recorded', 'no-duty'])
  })

  test('an appendix of issues sets the duty for those issues only', () => {
    const rows_ = rows(
      [
        inspectionWith({
          issues: { '2024-q1-01': issue, '2024-q1-02': issue },
          requirements: { rectify: { title: '对照问题立即整改' } },
          deadlines: { report: { ...due, who: { appendix: 'prominent' } } },
          appendices: {
            prominent: {
              title: '名单',
              columns: ['单位', '问题'],
              rows: [[{ of: 'units.jia' }, { of: 'issues.2024-q1-02.text' }]],
            },
          },
        }),
      ],
      '2024-06-01',
    )
    expect(rows_.map(({ record, duty }) => [record.id, duty?.id ?? null])).toEqual([
      ['2024-q1-01', null],
      ['2024-q1-02', 'report'],
    ])
  })
})

test('a unit’s own statement does not change the record', () => {
  const statements = { [id]: { jia: { on: '2024-05-01', statement: '已整改' } } }
  expect(row([found({})], '2024-05-01', { statements })).toMatchObject({
    statement: { statement: '已整改' },
    state: { state: 'nothing' },
    open: true,
  })
  expect(row([found({})], '2024-04-30', { statements }).statement).toBeNull()
})

describe('whatever is recorded of an issue', () => {
  const day = fc.nat({ max: 60 }).map((n) => addDays('2024-04-10', n))
  const plain = ['notified', 'reported', 'rectified', 'recheck-passed', 'recheck-failed'] as const
  const step = fc.oneof(
    fc.record({ on: day, step: fc.constantFrom(...plain, 'closed' as const) }),
    fc.record({
      on: day,
      step: fc.constant('withdrawn' as const),
      reason: fc.constant('认定有误'),
    }),
    fc.record({ on: day, step: fc.constant('extended' as const), until: day }),
  )
  const cases = fc.record({
    rectification: fc.array(step, { maxLength: 6 }),
    answer: fc.option(fc.constantFrom('yes', 'no', 'partly', 'not-stated'), { nil: null }),
    asOf: day,
  })
  type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never
  const rowOn = ({ rectification, answer }: Case, asOf: string): LedgerRow =>
    row(
      [
        found({ rectification }, { deadlines: { due } }),
        ...(answer === null ? [] : [next({ rectified: answer, reported: answer })]),
      ],
      asOf,
    )

  test('the events up to a day are the beginning of those up to any later day', () => {
    fc.assert(
      fc.property(cases, day, (one, later) => {
        const [early, late] = [one.asOf, later].toSorted()
        const before = rowOn(one, early ?? '').events
        const after = rowOn(one, late ?? '').events
        expect(after.slice(0, before.length)).toEqual(before)
      }),
    )
  })

  test('no unit is overdue before the last day is over, including an extension', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { report } = rowOn(one, one.asOf)
        const until = one.rectification.flatMap((each) =>
          'until' in each && each.on <= one.asOf ? [each.until] : [],
        )
        const last = ['2024-04-30', ...until].toSorted().at(-1) ?? ''
        if (report.state === 'not-recorded') expect(one.asOf > last).toBe(true)
        if (report.state === 'reported') expect((report.late ?? 0) > 0).toBe(report.on > last)
      }),
    )
  })

  test('it is rectified only if a step or a later document states it', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { rectified, state } = rowOn(one, one.asOf)
        const isStated = one.rectification.some(
          (each) => each.step === 'rectified' && each.on <= one.asOf,
        )
        if (rectified?.kind === 'step' || state.state === 'rectified') expect(isStated).toBe(true)
        if (state.state === 'said-rectified') expect(one.answer).toBe('yes')
      }),
    )
  })

  test('it is closed only after a recheck, a closing, a withdrawal or a follow-up', () => {
    const ends = ['recheck-passed', 'closed', 'withdrawn']
    fc.assert(
      fc.property(cases, (one) => {
        if (!rowOn(one, one.asOf).open)
          expect(
            one.answer === 'yes' ||
              one.rectification.some((each) => ends.includes(each.step) && each.on <= one.asOf),
          ).toBe(true)
      }),
    )
  })
})
