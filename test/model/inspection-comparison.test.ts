import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { type Model, modelOf } from '#model/model.ts'
import type { Issue } from '#schema/issue.ts'
import type { Group } from '#schema/group.ts'
import { inspectionViews } from '#view/inspection-views.ts'
import { changeLines, comparisonOf, lastingChanges } from '#view/what-changed.ts'
import { settingsOn } from '#tools/diff/page-changes.ts'
import { comparisons } from '#tools/diff/review-comparisons.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const asOf = '2024-12-31'
const whole: Group = { coverage: 'full', tally: { checked: 9, failed: 0 }, rates: { passed: {} } }

const round = (
  quarter: number,
  issues: readonly Partial<Issue>[],
  more: Partial<Inspection> = {},
): Inspection =>
  inspectionWith({
    id: `2024-q${quarter}`,
    period: {
      label: `第${quarter}季度`,
      start: `2024-0${quarter * 3 - 2}-01`,
      end: `2024-0${quarter * 3}-28`,
    },
    areas: { media: whole },
    // A document that asks for nothing has no ledger.
    requirements: { rectify: { title: '抓好整改' } },
    issues: Object.fromEntries(
      issues.map((parts, n) => [`2024-q${quarter}-${n + 1}`, { ...issue, ...parts }]),
    ),
    ...more,
  })

const modelWith = (parts: Partial<Dataset>): Model => modelOf(datasetWith(parts), settingsOn(asOf))

function comparisonIn(model: Model) {
  const last = inspectionViews(model).at(-1)
  const found = last === undefined ? null : comparisonOf(model, last)
  if (found === null || last === undefined) throw new Error('nothing to compare')
  return { found, lines: changeLines(model, last), lasting: lastingChanges(model, last) }
}
const compared = (before: Inspection, now: Inspection, more: Partial<Dataset> = {}) =>
  comparisonIn(modelWith({ inspections: [before, now], ...more }))

const kinds = (list: readonly { unit: string | null; indicator: string }[]) =>
  list.map(({ unit, indicator }) => [unit, indicator])

test('what changed is said in the words of a bulletin, the subject first', () => {
  const findings = [{ units: ['jia'] }, { units: ['jia', 'yi'], indicators: ['dead-link'] }]
  const said = (before: Inspection, now: Inspection) =>
    compared(before, now).lines.map(({ text }) => text)
  expect(said(round(1, [{ units: ['jia'] }]), round(2, findings))).toEqual([
    '政务新媒体比第1季度：合格率持平，不合格数相同。',
    '重复出现的问题1处：同一单位或账号的同类问题，第1季度和本期都有。',
    '新出现的问题2处：第1季度没有指出这些单位或账号有同类问题。',
    '新点名的单位1个：第1季度没有点名。',
    '第1季度的问题按单位计1项次：1项次没有办结记录。没有记录不等于没有整改。',
  ])
  // Of a sample, nothing is called new.
  const sampled = { areas: { media: { ...whole, coverage: 'sample' as const } } }
  expect(said(round(1, [], sampled), round(2, [{ units: ['jia'] }]))).toEqual([
    '政务新媒体不与上期比较：上期为抽查。',
    '不能判断是否新出现的问题1处：本站收录的第1季度问题里没有，不等于当时没有。',
    '不能判断是否新点名的单位1个：本站收录的第1季度问题没有点名，但那一期有的领域是抽查。',
  ])
})

test('the same unit with the same kind is repeated, another unit or kind is new', () => {
  const { found } = compared(
    round(1, [{ units: ['jia'] }]),
    round(2, [{ units: ['jia', 'yi'] }, { units: ['jia'], indicators: ['dead-link'] }]),
  )
  expect(kinds(found.repeated)).toEqual([['jia', 'stale']])
  expect(kinds(found.fresh)).toEqual([
    ['yi', 'stale'],
    ['jia', 'dead-link'],
  ])
  expect(found.newlyNamed).toEqual({ units: ['yi'], certainty: 'stated' })
})

describe('new is said of the document only where it names all, else only of what is recorded', () => {
  test.each<[string, Inspection, string]>([
    ['it names all', round(1, [{ units: ['yi'] }]), 'stated'],
    ['its list ends with 等', round(1, [{ units: ['yi'], exhaustive: false }]), 'recorded'],
    ['it names nobody', round(1, [{ units: 'not-stated' }]), 'recorded'],
    [
      'a list of another kind ends with 等',
      round(1, [{ units: ['yi'], exhaustive: false, indicators: ['dead-link'] }]),
      'stated',
    ],
    [
      'it was a sample',
      round(1, [{ units: ['yi'] }], { areas: { media: { ...whole, coverage: 'sample' } } }),
      'recorded',
    ],
    [
      'it does not say how widely it looked',
      round(1, [{ units: ['yi'] }], { areas: { media: {} } }),
      'recorded',
    ],
    [
      'its source is abridged',
      round(1, [{ units: ['yi'] }], { document: { abridged: '本文有删减' } }),
      'recorded',
    ],
    ['a finding has no kind', round(1, [{ units: ['yi'], indicators: undefined }]), 'recorded'],
  ])('%s', (_rule, before, certainty) => {
    expect(compared(before, round(2, [{}])).found.fresh.map((one) => one.certainty)).toEqual([
      certainty,
    ])
  })
})

describe('findings that cannot be compared are in no statement', () => {
  test('an area that the earlier inspection did not look at', () => {
    const { found } = compared(round(1, [], { areas: { websites: whole } }), round(2, [{}]))
    expect([found.fresh, [...found.notCompared.keys()]]).toEqual([[], ['area-not-inspected']])
  })
  test('an indicator that meant something else', () => {
    const version = (days: number, more: object) => ({
      title: '目录',
      source: '依据',
      ...more,
      indicators: {
        stale: {
          name: '不更新',
          area: 'media',
          kind: 'veto' as const,
          thresholds: { 不更新: { value: days, unit: '天' } },
          verified: true,
        },
      },
    })
    const catalogues = {
      old: version(14, { valid_to: '2024-03-31' }),
      new: version(10, { valid_from: '2024-04-01', replaces: 'old' }),
    }
    const { found } = compared(round(1, [{}]), round(2, [{}]), { catalogues })
    expect([found.repeated, found.fresh, [...found.notCompared.keys()]]).toEqual([
      [],
      [],
      ['redefined'],
    ])
  })
  test('a finding that names nobody, or has no kind', () => {
    const { found } = compared(
      round(1, []),
      round(2, [{ units: 'not-stated' }, { indicators: undefined }]),
    )
    expect([...found.notCompared.keys()]).toEqual(['nobody-named', 'no-kind'])
  })
  test('an evaluation is not compared with an inspection', () => {
    const model = modelWith({ inspections: [round(1, []), round(2, [], { activity: '考评' })] })
    expect(changeLines(model, inspectionViews(model)[1] as never)).toEqual([])
  })
})

const anyIssue: fc.Arbitrary<Partial<Issue>> = fc.record({
  units: fc.oneof(
    fc.subarray(['jia', 'yi', 'bing'], { minLength: 1 }),
    fc.constant('not-stated' as const),
  ),
  indicators: fc.subarray(['stale', 'dead-link'], { minLength: 1 }),
  area: fc.constantFrom('media', 'websites'),
  exhaustive: fc.constantFrom(true, true, false),
  rectification: fc.subarray(
    [
      { on: '2024-06-01', step: 'reported' as const },
      { on: '2024-06-05', step: 'withdrawn' as const, reason: '不成立' },
      { on: '2024-06-09', step: 'closed' as const },
    ],
    { maxLength: 1 },
  ),
})
const anyRound = (quarter: number) =>
  fc
    .record({
      issues: fc.array(anyIssue, { maxLength: 4 }),
      coverage: fc.constantFrom('full' as const, 'full' as const, 'sample' as const),
      hasWebsites: fc.boolean(),
    })
    .map(({ issues, coverage, hasWebsites }) =>
      round(quarter, hasWebsites ? issues : issues.map((one) => ({ ...one, area: 'media' })), {
        areas: {
          media: { ...whole, coverage },
          ...(hasWebsites ? { websites: whole } : {}),
        },
      }),
    )

/** Unit and kind of each finding, straight from the file. */
const named = ({ issues = {} }: Inspection): Set<string> =>
  new Set(
    Object.values(issues).flatMap(({ units, indicators = [] }) =>
      Array.isArray(units)
        ? units.flatMap((unit) => indicators.map((kind) => `${unit} ${kind}`))
        : [],
    ),
  )
const unitsOf = (inspection: Inspection) =>
  new Set([...named(inspection)].map((one) => one.split(' ')[0]))
const numbersIn = (text: string | undefined): number[] =>
  (text?.replaceAll(/第\d季度/g, '').match(/\d+/g) ?? []).map(Number)

test('for any two rounds, every sentence is true of the two files', () => {
  fc.assert(
    fc.property(anyRound(1), anyRound(2), (before, now) => {
      const { found, lines, lasting } = compared(before, now)
      const [was, is] = [named(before), named(now)]
      const key = ({ unit, indicator }: { unit: string | null; indicator: string }) =>
        `${unit ?? ''} ${indicator}`
      // Repeated: exactly what is in both files.
      expect(new Set(found.repeated.map(key))).toEqual(
        new Set([...is].filter((one) => was.has(one))),
      )
      // New: only what is in the later and not in the earlier; said of the document only where it is
      // full, and no list of that kind is open.
      for (const one of found.fresh) {
        expect([is.has(key(one)), was.has(key(one))]).toEqual([true, false])
        const areas = one.now.flatMap(({ issue: { area } }) => area)
        const isOpen = Object.values(before.issues ?? {}).some(
          ({ area, units, exhaustive, indicators = [] }) =>
            areas.includes(area as string) &&
            indicators.includes(one.indicator) &&
            (exhaustive === false || !Array.isArray(units)),
        )
        const isSampled = areas.includes('media') && before.areas['media']?.coverage === 'sample'
        expect(one.certainty).toBe(isOpen || isSampled ? 'recorded' : 'stated')
        expect(areas.every((area) => area in before.areas)).toBe(true)
      }
      // What is in the later file is repeated, new, or not compared, and never two of them.
      const said = [...found.repeated, ...found.fresh].map(key)
      expect(new Set(said).size).toBe(said.length)
      const left = new Set([...found.notCompared.values()].flat().map(({ id }) => id))
      for (const [id, { units, indicators = [] }] of Object.entries(now.issues ?? {}))
        if (!left.has(id) && Array.isArray(units))
          for (const unit of units)
            for (const kind of indicators) expect(said).toContain(`${unit} ${kind}`)
      // Newly named.
      expect(new Set(found.newlyNamed.units)).toEqual(
        new Set([...unitsOf(now)].filter((unit) => !unitsOf(before).has(unit))),
      )
      // Settled, withdrawn and open make all the findings of the earlier file.
      const subjects = Object.values(before.issues ?? {}).flatMap(({ units, rectification = [] }) =>
        (Array.isArray(units) ? units : [null]).map(() => rectification[0]?.step),
      )
      const counted = (steps: readonly (string | undefined)[]) =>
        subjects.filter((step) => steps.includes(step)).length
      expect([found.settled.length, found.withdrawn.length, found.open.length]).toEqual([
        counted(['closed']),
        counted(['withdrawn']),
        counted(['reported', undefined]),
      ])
      // The sentences have these numbers, and each leads somewhere.
      const of = (kind: string) => lines.filter((line) => line.kind === kind)
      expect(of('repeated').flatMap(({ text }) => numbersIn(text))).toEqual(
        found.repeated.length === 0 ? [] : [found.repeated.length],
      )
      expect(
        of('new')
          .flatMap(({ text }) => numbersIn(text))
          .reduce((a, b) => a + b, 0),
      ).toBe(found.fresh.length)
      expect(of('newly-named').flatMap(({ text }) => numbersIn(text))).toEqual(
        found.newlyNamed.units.length === 0 ? [] : [found.newlyNamed.units.length],
      )
      expect(of('settled').flatMap(({ text }) => numbersIn(text))).toEqual(
        subjects.length === 0
          ? []
          : [
              subjects.length,
              ...[found.settled, found.withdrawn, found.open]
                .map((rows) => rows.length)
                .filter((count) => count > 0),
            ],
      )
      for (const { kind, links } of lines)
        expect(kind === 'not-compared' || links.length > 0, kind).toBe(true)
      // “New” and “newly named” are never said without their limit where the earlier file is open.
      for (const { text } of [...of('new'), ...of('newly-named')])
        if (before.areas['media']?.coverage === 'sample' && !('websites' in before.areas))
          expect(text).toMatch(/^不能判断是否新.*：本站收录的/)
      // The review of a change that adds the later file says the same, as does the feed.
      const [old, fresh] = [[before], [before, now]].map((inspections) =>
        datasetWith({ inspections }),
      )
      expect(comparisons(old as Dataset, fresh as Dataset, asOf)).toEqual(
        lasting.map((text) => `第2季度：${text}`),
      )
    }),
  )
})
