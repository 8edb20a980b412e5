import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dataset, indexDataset, type Inspection } from '#model/dataset.ts'
import { roundGroups } from '#model/unit-rounds.ts'
import type { Group } from '#schema/group.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

const asOf = '2024-12-31'
/** Everything was inspected, and nothing failed. */
const whole: Group = { coverage: 'full', tally: { running: 9, checked: 9, failed: 0 } }

const round = (number: number, parts: Partial<Inspection> = {}): Inspection =>
  inspectionWith({
    id: `2024-q${number}`,
    period: {
      label: `第${number}季度`,
      start: `2024-0${number * 3 - 2}-01`,
      end: `2024-0${number * 3}-28`,
    },
    areas: { media: whole },
    ...parts,
  })
const withIssues = (number: number, issues: readonly Partial<Issue>[], parts = {}): Inspection =>
  round(number, {
    issues: Object.fromEntries(
      issues.map((own, n) => [`2024-q${number}-${n + 1}`, { ...issue, ...own }]),
    ),
    ...parts,
  })

const groupsOf = (parts: Partial<Dataset>) => {
  const dataset = datasetWith(parts)
  return roundGroups(dataset, indexDataset(dataset), asOf)
}
/** What the second of two rounds says of a unit. */
function cellIn(second: Inspection, unit = 'yi', more: Partial<Dataset> = {}) {
  const [group] = groupsOf({ inspections: [round(1), second], ...more })
  if (group === undefined) throw new Error('no rounds')
  return group.cell(unit, second)
}

describe('a site with fewer than two rounds has no history of units', () => {
  test('one inspection', () => {
    expect(groupsOf({ inspections: [round(1)] })).toEqual([])
  })

  test('one inspection and an evaluation, which is no round', () => {
    expect(groupsOf({ inspections: [round(1), round(2, { activity: '考评' })] })).toEqual([])
  })
})

test('units are in the order of the roster, and rounds in that of time', () => {
  const [group] = groupsOf({
    inspections: [withIssues(1, [{ units: ['bing'] }]), withIssues(2, [{ units: ['yi'] }])],
  })
  expect(group?.units).toEqual(['jia', 'yi', 'bing'])
  expect(group?.inspections.map(({ id }) => id)).toEqual(['2024-q1', '2024-q2'])
})

test('the issues that name a unit are counted, with those that count in the rate and those of which nobody says it', () => {
  const second = withIssues(2, [
    { units: ['yi'], counts_in_rate: true },
    { units: ['jia', 'yi'], counts_in_rate: 'not-stated' },
    { units: ['yi'], exhaustive: false },
    { units: ['jia'] },
  ])
  const { issues, counting, countingNotStated, unnamed } = cellIn(second)
  expect([issues.length, counting, countingNotStated, unnamed]).toEqual([3, 1, 1, null])
})

describe('未被点名: all were inspected, and all units with issues are named', () => {
  test('nothing failed', () => {
    expect(cellIn(round(2)).unnamed).toBe('not-named')
  })

  test('another unit is named', () => {
    expect(cellIn(withIssues(2, [{ units: ['jia'] }])).unnamed).toBe('not-named')
  })

  test('as many were checked as run', () => {
    const areas = { media: { tally: { running: 9, checked: 9, failed: 0 } } }
    expect(cellIn(round(2, { areas })).unnamed).toBe('not-named')
  })

  test('messages that were received are no inspection', () => {
    const areas = { media: whole, messages: { tally: { received: 3, closed: 3 } } }
    expect(cellIn(round(2, { areas })).unnamed).toBe('not-named')
  })
})

describe('名单未列全: inspected, but the document does not name all that have issues', () => {
  test.each<[string, Partial<Issue>]>([
    ['它写“等单位”', { units: ['jia'], exhaustive: false }],
    ['它没有写明单位', { units: 'not-stated' }],
  ])('%s', (_why, parts) => {
    expect(cellIn(withIssues(2, [parts])).unnamed).toBe('list-open')
  })

  test('more failed than are named', () => {
    const areas = { media: { ...whole, tally: { running: 9, checked: 9, failed: 2 } } }
    const found = { units: ['jia'], counts_in_rate: true }
    expect(cellIn(withIssues(2, [found], { areas })).unnamed).toBe('list-open')
  })

  test('its source is abridged', () => {
    const document = { abridged: '略去附件' }
    expect(cellIn(round(2, { document })).unnamed).toBe('list-open')
  })

  test('it tells neither an issue nor that there was none', () => {
    expect(cellIn(round(2, { areas: { media: { coverage: 'full' } } })).unnamed).toBe('list-open')
    const clear: Group = { coverage: 'full', no_problems: '未发现突出问题' }
    expect(cellIn(round(2, { areas: { media: clear } })).unnamed).toBe('not-named')
  })
})

describe('未说明是否检查: nobody says whether the unit was inspected', () => {
  test.each<[string, Record<string, Group>]>([
    ['an area was sampled', { media: { ...whole, coverage: 'sample' } }],
    ['fewer were checked than run', { media: { tally: { running: 9, checked: 4, failed: 0 } } }],
    ['the coverage of an area is not stated', { media: whole, openness: {} }],
    ['the document has no area', {}],
  ])('%s', (_why, areas) => {
    expect(cellIn(round(2, { areas })).unnamed).toBe('inspection-not-stated')
  })

  test('the office is another one, of which nothing shows that the unit is one of its', () => {
    const parts = { issuer: '市财政局' }
    const second = withIssues(2, [{ units: ['jia'] }], parts)
    const first = withIssues(1, [{ units: ['jia', 'yi'] }])
    const [group] = groupsOf({ inspections: [first, second] })
    expect(group?.cell('yi', second).unnamed).toBe('inspection-not-stated')
  })
})

describe('未检查: the document leaves the unit out', () => {
  test('the unit had been merged before the period', () => {
    const units = {
      jia: { name: '甲县', tier: 'county' },
      yi: { name: '市乙局', tier: 'department', became: { unit: 'jia', on: '2024-04-01' } },
    }
    expect(cellIn(round(2), 'yi', { units }).unnamed).toBe('not-inspected')
    expect(cellIn(round(2), 'jia', { units }).unnamed).toBe('not-named')
  })

  test('no object of its tier was checked', () => {
    const tier = { of: 'checked', parts: { '县（区）': 9 } } as const
    const areas = { media: { ...whole, splits: { tier } } }
    expect(cellIn(round(2, { areas }), 'yi').unnamed).toBe('not-inspected')
    expect(cellIn(round(2, { areas }), 'jia').unnamed).toBe('not-named')
  })

  test('not where the parts are called otherwise, or are not all listed', () => {
    for (const region of [
      { of: 'checked', parts: { 市级部门: 9 } },
      { of: 'checked', parts: { 甲县: 9 }, exhaustive: false },
    ] as const)
      expect(cellIn(round(2, { areas: { media: { ...whole, splits: { region } } } })).unnamed).toBe(
        'not-named',
      )
  })
})

test('offices without a unit in common have rounds of their own, with their units alone', () => {
  const of = (issuer: string, unit: string, number: number): Inspection => ({
    ...withIssues(number, [{ units: [unit] }]),
    id: `${issuer}-${number}`,
    issuer,
  })
  const groups = groupsOf({
    inspections: [of('甲', 'jia', 1), of('乙', 'yi', 1), of('甲', 'jia', 2), of('乙', 'yi', 2)],
  })
  expect(groups.map(({ units, inspections }) => [units, inspections.map(({ id }) => id)])).toEqual([
    [['jia'], ['甲-1', '甲-2']],
    [['yi'], ['乙-1', '乙-2']],
  ])
})

test('the reports of a round are those that its document orders, with the unit’s row', () => {
  const second = round(2, { deadlines: { report: { ...order, who: ['yi'] } } })
  expect(cellIn(second).reports.map(({ row }) => row.status.state)).toEqual(['not-recorded'])
  expect(cellIn(second, 'jia').reports).toEqual([])
})

describe('of any rounds', () => {
  const units = ['jia', 'yi', 'bing']
  const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
  const number = fc.nat(4)
  const area: fc.Arbitrary<Group> = fc.record({
    coverage: optional(fc.constantFrom('full' as const, 'full' as const, 'sample' as const)),
    tally: optional(
      fc.record({ running: optional(number), checked: optional(number), failed: optional(number) }),
    ),
    splits: optional(
      fc.record({
        tier: fc.record({
          of: fc.constantFrom('running' as const, 'checked' as const),
          parts: fc.dictionary(fc.constantFrom('县（区）', '市直部门', '市乙局', '其他'), number, {
            noNullPrototype: true,
          }),
          exhaustive: optional(fc.boolean()),
        }),
      }),
    ),
  })
  const finding = fc.record({
    area: fc.constantFrom('media', 'websites'),
    units: fc.oneof(fc.subarray(units, { minLength: 1 }), fc.constant('not-stated' as const)),
    exhaustive: optional(fc.boolean()),
    counts_in_rate: fc.constantFrom(true, false, 'not-stated' as const),
  })
  const inspection = fc.record({
    areas: fc.dictionary(fc.constantFrom('media', 'websites', 'openness'), area, {
      noNullPrototype: true,
    }),
    issues: fc.array(finding, { maxLength: 3 }),
    abridged: fc.boolean(),
  })
  const rounds = fc.array(inspection, { minLength: 2, maxLength: 3 }).map((all) =>
    all.map(({ areas, issues, abridged }, n) =>
      withIssues(n + 1, issues as Partial<Issue>[], {
        areas,
        ...(abridged ? { document: { abridged: '略去附件' } } : {}),
      }),
    ),
  )
  const cells = (inspections: readonly Inspection[]) =>
    groupsOf({ inspections }).flatMap((group) =>
      group.units.flatMap((unit) => group.inspections.map((one) => group.cell(unit, one))),
    )

  test('every unit has a cell in every round, with the issues that name it and no others', () => {
    fc.assert(
      fc.property(rounds, (inspections) => {
        const all = cells(inspections)
        expect(all).toHaveLength(units.length * inspections.length)
        for (const { unit, inspection: one, issues, counting, unnamed } of all) {
          const own = Object.values(one.issues ?? {}).filter(
            (found) => Array.isArray(found.units) && found.units.includes(unit),
          )
          expect(issues.map((record) => record.issue)).toEqual(own)
          expect(counting).toBe(own.filter((found) => found.counts_in_rate === true).length)
          expect(unnamed === null).toBe(own.length > 0)
        }
      }),
    )
  })

  test('no cell says 未被点名 where a coverage is unknown or sampled, or a list is not exhaustive', () => {
    let found = 0
    fc.assert(
      fc.property(rounds, (inspections) => {
        for (const { unit, inspection: one, unnamed } of cells(inspections)) {
          if (unnamed !== 'not-named') continue
          found++
          const names = unit === 'jia' ? ['县（区）'] : ['市直部门', unit === 'yi' ? '市乙局' : '']
          for (const { coverage, tally = {}, splits = {} } of Object.values(one.areas)) {
            const { running, checked } = tally as Record<string, number | undefined>
            const isFull =
              coverage === undefined
                ? running !== undefined && checked !== undefined && checked >= running
                : coverage === 'full'
            // Or the figures leave the unit out of this area.
            const { parts = {}, exhaustive } = splits['tier'] ?? { exhaustive: false }
            const own = Object.entries(parts).filter(([label]) => names.includes(label))
            const isListed = own.length > 0 || exhaustive !== false
            const isLeftOut =
              checked === 0 ||
              (isListed && !Object.hasOwn(parts, '其他') && own.every(([, count]) => count === 0))
            expect(isFull || isLeftOut).toBe(true)
          }
          expect(one.document?.abridged).toBeUndefined()
          for (const { units: named, exhaustive } of Object.values(one.issues ?? {})) {
            expect(exhaustive).not.toBe(false)
            expect(named).not.toBe('not-stated')
            expect(named).not.toContain(unit)
          }
        }
      }),
      { numRuns: 2000 },
    )
    expect(found).toBeGreaterThan(5)
  })
})
