import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { missingWords } from '#model/figure.ts'
import { type IssueGroup, issueGroups } from '#model/issue-groups.ts'
import type { Issue } from '#schema/issue.ts'
import type { Missing } from '#schema/scalars.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

// 甲县 has an education bureau, which has a school; 市乙局 and 丙县 have nobody above or below them.
const units: Dataset['units'] = {
  jia: { name: '甲县', tier: 'county' },
  bing: { name: '丙县', tier: 'county' },
  jiaoyu: { name: '甲县教育局', tier: 'department', parent: 'jia' },
  xuexiao: { name: '甲县一中', tier: 'department', parent: 'jiaoyu' },
  yi: { name: '市乙局', tier: 'department' },
}

const groupsOf = (...issues: Partial<Issue>[]): IssueGroup[] =>
  issueGroups(
    datasetWith({ units }),
    inspectionWith({
      issues: Object.fromEntries(issues.map((one, n) => [`2024-q1-${n}`, { ...issue, ...one }])),
    }),
  )
const lines = (by: IssueGroup['by'], ...issues: Partial<Issue>[]): string[] =>
  groupsOf(...issues)
    .filter((group) => group.by === by)
    .map(({ kind, id, issues: count }) => `${id ?? kind} ${count}`)

test('issues are counted by the tier of their units, in the order of the tiers', () => {
  expect(
    lines('tier', { units: ['yi'] }, { units: ['jiaoyu', 'yi'] }, { units: ['bing'] }),
  ).toEqual(['county 1', 'department 2'])
})

test('an issue of several tiers is counted once, and named beside each of them', () => {
  const groups = groupsOf({ units: ['bing'] }, { units: ['bing', 'yi'] })
  expect(groups).toMatchObject([
    { id: 'county', issues: 1, shared: 1 },
    { id: 'department', issues: 0, shared: 1 },
    { kind: 'several', issues: 1 },
  ])
})

test('an issue that names no unit is counted by the reason why', () => {
  expect(
    lines(
      'tier',
      { units: ['jia'] },
      { units: ['yi'] },
      { units: 'not-stated' },
      { units: 'illegible' },
      { units: 'not-stated' },
    ),
  ).toEqual(['county 1', 'department 1', 'not-stated 2', 'illegible 1'])
})

test('issues of a unit and of all below it are in one group, those of units without any in another', () => {
  expect(
    lines(
      'parent',
      { units: ['yi'] },
      { units: ['xuexiao'] },
      { units: ['jia', 'jiaoyu'] },
      { units: ['bing'] },
      { units: ['jiaoyu', 'bing'] },
    ),
  ).toEqual(['jia 2', 'no-parent 2', 'several 1'])
})

test.each<[string, Partial<Issue>[]]>([
  ['of units of one tier without a unit above them', [{ units: ['jia'] }, { units: ['bing'] }]],
  ['that name nobody', [{ units: 'not-stated' }, { units: 'not-stated' }]],
  ['of none at all', []],
])('issues %s are not grouped', (_what, issues) => {
  expect(groupsOf(...issues)).toEqual([])
})

test('issues of one county and of units below it are grouped by tier alone', () => {
  expect(new Set(groupsOf({ units: ['jia'] }, { units: ['xuexiao'] }).map(({ by }) => by))).toEqual(
    new Set(['tier']),
  )
})

test('whether issues count in the rate is counted as the document says, or does not say', () => {
  expect(
    groupsOf(
      { units: ['jia'], counts_in_rate: true },
      { units: ['bing'], counts_in_rate: 'not-stated' },
      { units: ['yi'], counts_in_rate: false },
    ),
  ).toMatchObject([
    { issues: 2, counting: 1, notCounting: 0, countingNotStated: 1 },
    { issues: 1, counting: 0, notCounting: 1, countingNotStated: 0 },
  ])
})

test('units that are above each other in a draft are grouped too', () => {
  const circle: Dataset['units'] = {
    jia: { name: '甲县', tier: 'county', parent: 'yi' },
    yi: { name: '市乙局', tier: 'department', parent: 'jia' },
  }
  const inspection = inspectionWith({
    issues: { a: issue, b: { ...issue, units: ['yi'] } },
  })
  const groups = issueGroups(datasetWith({ units: circle }), inspection)
  expect(groups.map(({ by, issues }) => `${by} ${issues}`)).toContain('tier 1')
})

test('whatever units issues name, the groups add up to all of them, and so does each column', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const roster = fc
    .array(
      fc.record({
        tier: fc.constantFrom('county', 'department'),
        parent: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      }),
      { minLength: ids.length, maxLength: ids.length },
    )
    .map((all) =>
      Object.fromEntries(
        all.map(({ tier, parent }, n) => [
          ids[n],
          { name: `单位${n}`, tier, ...(parent === undefined ? {} : { parent }) },
        ]),
      ),
    )
  const finding = fc.record({
    units: fc.oneof(
      fc.subarray(ids, { minLength: 1 }),
      fc.constantFrom(...(Object.keys(missingWords) as Missing[])),
    ),
    counts_in_rate: fc.constantFrom(true, false, 'not-stated' as const),
  })
  fc.assert(
    fc.property(roster, fc.array(finding, { maxLength: 12 }), (units, found) => {
      const issues = found.map((parts): Issue => ({ ...issue, ...parts }))
      const inspection = inspectionWith({ issues: Object.fromEntries(issues.entries()) })
      const groups = issueGroups(datasetWith({ units }), inspection)
      for (const some of Map.groupBy(groups, ({ by }) => by).values()) {
        const sum = (of: (group: IssueGroup) => number) =>
          some.reduce((total, group) => total + of(group), 0)
        expect(sum((group) => group.issues)).toBe(issues.length)
        expect(sum((group) => group.counting + group.notCounting + group.countingNotStated)).toBe(
          issues.length,
        )
        const unnamed = some.filter(({ kind }) => Object.hasOwn(missingWords, kind))
        expect(unnamed.reduce((total, group) => total + group.issues, 0)).toBe(
          issues.filter(({ units }) => typeof units === 'string').length,
        )
      }
    }),
  )
})
