import fc from 'fast-check'
import { addDays } from '#model/calendar.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import type { Correction } from '#schema/correction.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { Appendix } from '#schema/inspection.ts'
import type { Issue, RectificationStep } from '#schema/issue.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import { anyDayOfSpring } from './any.ts'
import { datasetWith, inspectionWith, issue, order } from './dataset.ts'

/** The units and periods of any generated dataset; all days are in one spring. */
export const someUnits = ['jia', 'yi', 'bing'] as const
export const somePeriods = ['2023-q4', '2024-q1', '2024-q2'] as const
const channels = ['fabu', 'wangzhan'] as const

const units = fc.subarray([...someUnits], { minLength: 1 })
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
/** A record without undefined fields, as read from a file. */
const without = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

const step: fc.Arbitrary<RectificationStep> = fc
  .record({
    on: anyDayOfSpring,
    step: fc.constantFrom(
      'notified',
      'reported',
      'rectified',
      'recheck-passed',
      'recheck-failed',
      'extended',
      'withdrawn',
      'closed',
    ),
    units: optional(units),
    more: fc.nat(20),
  })
  .map(({ more, ...one }) =>
    without({
      ...one,
      ...(one.step === 'extended' ? { until: addDays(one.on, more) } : {}),
      ...(one.step === 'withdrawn' ? { reason: '不成立' } : {}),
    } as RectificationStep),
  )

const finding: fc.Arbitrary<Issue> = fc
  .record({
    units: fc.oneof(units, fc.constant('not-stated' as const)),
    channels: optional(fc.subarray([...channels], { minLength: 1 })),
    counts_in_rate: fc.boolean(),
    rectification: optional(fc.array(step, { maxLength: 3 })),
  })
  .map((parts) => without({ ...issue, ...parts } as Issue))

const { due: _due, ...undated } = order
const deadline: fc.Arbitrary<Deadline> = fc
  .record({
    what: fc.constantFrom('self-inspection', 'rectification-report', 'other'),
    who: fc.oneof(units, fc.constantFrom('all-units' as const, 'not-stated' as const)),
    period: fc.constantFrom(...somePeriods),
    due: optional(anyDayOfSpring),
    inclusive: optional(fc.boolean()),
  })
  .map(({ period, due, ...parts }) =>
    without({
      ...undated,
      ...parts,
      period: { id: period, label: period, start: '2024-04-01', end: '2024-06-30' },
      ...(due === undefined ? { words: '当日清零' } : { due }),
    } as Deadline),
  )

const appendix: fc.Arbitrary<Appendix> = units.map((named) => ({
  title: '名单',
  columns: ['单位'],
  rows: named.map((unit) => [{ of: `units.${unit}` }]),
}))

const correction = (at: readonly string[]): fc.Arbitrary<Correction> =>
  fc.record({
    on: anyDayOfSpring,
    at: fc.constantFrom(...at),
    from: fc.constant('一'),
    to: fc.constant('二'),
    reason: fc.constant('核对'),
  })

const inspection = (id: string, n: number): fc.Arbitrary<Inspection> =>
  fc
    .record({
      published_here: anyDayOfSpring,
      findings: fc.array(finding, { maxLength: 3 }),
      duties: fc.array(deadline, { maxLength: 3 }),
      tables: fc.array(appendix, { maxLength: 2 }),
      corrections: fc.array(correction([`issues.${id}-1.text`, 'issues', 'areas.media']), {
        maxLength: 2,
      }),
    })
    .map(({ published_here, findings, duties, tables, corrections }) =>
      inspectionWith({
        id,
        published_here,
        period: { label: id, start: `202${n}-01-01`, end: `202${n}-03-31` },
        issues: Object.fromEntries(findings.map((one, m) => [`${id}-${m + 1}`, one])),
        deadlines: Object.fromEntries(duties.map((one, m) => [`duty-${m + 1}`, one])),
        appendices: Object.fromEntries(tables.map((one, m) => [`table-${m + 1}`, one])),
        corrections,
      }),
    )

const reports = fc.dictionary(
  fc.constantFrom(...someUnits),
  fc.oneof(anyDayOfSpring, fc.constant('not-stated' as const)).chain((published) =>
    fc.array(correction(['title']), { maxLength: 1 }).map((corrections) => ({
      title: '自查报告',
      published,
      corrections,
    })),
  ),
  { noNullPrototype: true },
)
const register = fc.record({
  looked_on: anyDayOfSpring,
  exempt: fc
    .subarray([...someUnits])
    .map((all) => Object.fromEntries(all.map((id) => [id, '撤并']))),
})
const statement: fc.Arbitrary<RectificationStatement> = anyDayOfSpring.map((on) => ({
  on,
  statement: '已改',
}))
const byPeriod = <T>(of: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...somePeriods), of, { noNullPrototype: true })

/**
 * Any dataset of three units and up to three inspections, with all kinds of events of their
 * findings.
 */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .record({
    inspections: fc.tuple(...somePeriods.map(inspection)).chain((all) => fc.subarray(all)),
    selfInspections: byPeriod(reports),
    registers: byPeriod(register),
    statements: fc.dictionary(
      fc.constantFrom('2023-q4-1', '2024-q1-1', '2024-q1-2'),
      fc.dictionary(fc.constantFrom(...someUnits), statement, { noNullPrototype: true }),
      { noNullPrototype: true },
    ),
    withdrawals: fc.array(correction(['inspections/2022-q1']), { maxLength: 1 }),
    owners: fc.tuple(...channels.map(() => fc.constantFrom(...someUnits, 'not-stated'))),
  })
  .map(({ owners, ...parts }) =>
    datasetWith({
      ...parts,
      channels: Object.fromEntries(
        channels.map((id, n) => [
          id,
          { platform: '微信公众号', name: id, unit: owners[n] ?? 'not-stated' },
        ]),
      ),
    }),
  )
