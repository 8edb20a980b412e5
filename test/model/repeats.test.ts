import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDataset, type Inspection } from '#model/dataset.ts'
import { areaViews } from '#model/area.ts'
import { frequencyOf, repeatsIn } from '#model/repeats.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const quarter = (number: number, ...issues: Partial<Issue>[]): Inspection =>
  inspectionWith({
    id: `2024-q${number}`,
    period: { label: `第${number}季度`, start: '2024-01-01', end: `2024-0${number * 3}-28` },
    issues: Object.fromEntries(
      issues.map((parts, n) => [`2024-q${number}-0${n + 1}`, { ...issue, ...parts }]),
    ),
  })

const repeats = (...inspections: Inspection[]): unknown[] =>
  [...repeatsIn(indexDataset(datasetWith({ inspections })))].map(([id, own]) => [
    id,
    ...own.map(({ unit, channel, earlier }) => [unit ?? channel, ...earlier.map((one) => one.id)]),
  ])

test('the same unit with the same indicator, newest first', () => {
  expect(repeats(quarter(1, {}), quarter(2, {}), quarter(3, {}))).toEqual([
    ['2024-q2-01', ['jia', '2024-q1-01']],
    ['2024-q3-01', ['jia', '2024-q2-01', '2024-q1-01']],
  ])
})

test('another unit or another indicator is no repeat, nor is the same inspection', () => {
  const other = quarter(2, { units: ['yi'] }, { indicators: ['dead-link'] })
  expect(repeats(quarter(1, {}, {}), other)).toEqual([])
})

test('a finding that names no unit is never a repeat', () => {
  const unnamed: Partial<Issue> = { units: 'not-stated' }
  expect(repeats(quarter(1, unnamed), quarter(2, unnamed))).toEqual([])
})

test('an account repeats a finding even if its unit is not stated, and is listed once', () => {
  const account: Partial<Issue> = { channels: ['bao'], units: 'not-stated' }
  expect(repeats(quarter(1, account), quarter(2, account))).toEqual([
    ['2024-q2-01', ['bao', '2024-q1-01']],
  ])
  const owned: Partial<Issue> = { channels: ['bao'] }
  expect(repeats(quarter(1, owned), quarter(2, owned))).toEqual([
    ['2024-q2-01', ['bao', '2024-q1-01']],
  ])
})

test('for any findings, a repeat is in an earlier inspection and has the same subject and indicator', () => {
  const finding = fc.record({
    units: fc.oneof(
      fc.constant('not-stated' as const),
      fc.subarray(['jia', 'yi'], { minLength: 1 }),
    ),
    channels: fc.subarray(['bao', 'wang']),
    indicators: fc.subarray(['stale', 'dead-link']),
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(finding, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      (all) => {
        const inspections = all.map((found, n) => quarter(n + 1, ...found))
        const index = indexDataset(datasetWith({ inspections }))
        for (const [id, own] of repeatsIn(index)) {
          const now = index.issueById.get(id)
          for (const { unit, channel, earlier } of own) {
            expect(earlier.length).toBeGreaterThan(0)
            expect(new Set(earlier).size).toBe(earlier.length)
            for (const before of earlier) {
              expect(before.inspection.id < (now?.inspection.id ?? '')).toBe(true)
              expect(
                now?.issue.indicators?.some((one) => before.issue.indicators?.includes(one)),
              ).toBe(true)
              if (unit !== null) expect(before.issue.units).toContain(unit)
              if (channel !== null) expect(before.issue.channels).toContain(channel)
            }
          }
        }
      },
    ),
  )
})

/** How often the unit of the last round's first issue was named, as [named, rounds]. */
function often(...inspections: Inspection[]): [number, number] | null {
  const dataset = datasetWith({ inspections })
  const index = indexDataset(dataset)
  const record = index.issues.findLast(({ id }) => id.endsWith('-01'))
  if (record === undefined) throw new Error('no issue')
  const found = frequencyOf(
    dataset,
    inspections.map((inspection) => ({
      inspection,
      areas: areaViews(dataset, index, inspection),
    })),
    ({ id }) => index.issuesByInspection.get(id) ?? [],
    record,
    { unit: 'jia', channel: null },
  )
  return found === null ? null : [found.named, found.rounds]
}
const whole = (number: number, ...issues: Partial<Issue>[]): Inspection => ({
  ...quarter(number, ...issues),
  areas: { media: { coverage: 'full', tally: { checked: 9 } } },
})

test('how often a unit was named is counted over the rounds of which all is known', () => {
  expect(often(whole(1, {}), whole(2), whole(3, {}))).toEqual([2, 3])
})

test('a round that was sampled, abridged or ends with 等 is not counted, whether it names the unit or not', () => {
  const sampled = { ...whole(2, {}), areas: { media: { coverage: 'sample' as const } } }
  const abridged = { ...whole(2), document: { abridged: '只有附件' } }
  const open = whole(2, { units: ['yi'], exhaustive: false })
  const unknown = quarter(2)
  const other = { ...whole(2), areas: { websites: {} } }
  for (const between of [sampled, abridged, open, unknown, other])
    expect(often(whole(1, {}), between, whole(3, {}))).toEqual([2, 2])
})

test('one known round that names the unit is no frequency', () => {
  expect(often(quarter(1, {}), whole(2, {}))).toBeNull()
})
