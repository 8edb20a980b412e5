import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaViews } from '#model/area.ts'
import { indexDataset, type Inspection } from '#model/dataset.ts'
import {
  areaHistory,
  compareArea,
  coverageOf,
  type InspectedAreas,
} from '#model/figure-comparison.ts'
import type { Group } from '#schema/group.ts'
import { areaChangeLine } from '#view/change-words.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

/** An inspection of the accounts in a quarter of 2024. */
const round = (
  quarter: number,
  media: Group | null,
  more: Partial<Inspection> = {},
): Inspection => {
  const months = [quarter * 3 - 2, quarter * 3].map((month) => String(month).padStart(2, '0'))
  return inspectionWith({
    id: `2024-q${quarter}`,
    period: {
      label: `第${quarter}季度`,
      start: `2024-${months[0] ?? ''}-01`,
      end: `2024-${months[1] ?? ''}-28`,
    },
    areas: media === null ? {} : { media },
    ...more,
  })
}

const views = (...inspections: Inspection[]): InspectedAreas[] => {
  const dataset = datasetWith({ inspections })
  return inspections.map((inspection) => ({
    inspection,
    areas: areaViews(dataset, indexDataset(dataset), inspection),
  }))
}

const full = (checked: number, failed: number, more: Group = {}): Group => ({
  coverage: 'full',
  tally: { checked, failed },
  rates: { passed: {} },
  ...more,
})

/** The last of some inspections beside those before it. */
function history(...inspections: Inspection[]) {
  const all = views(...inspections)
  const now = all.at(-1)
  const [area] = now?.areas ?? []
  if (now === undefined || area === undefined) throw new Error('nothing to compare')
  return areaHistory(all, now, area)
}

test('the change is the difference of the percentages that readers see, with the failed in their counter', () => {
  expect(areaChangeLine(history(round(1, full(200, 4)), round(2, full(198, 2))))).toBe(
    '比第1季度：合格率 +1.0 个百分点，不合格 −2 个',
  )
  expect(areaChangeLine(history(round(1, full(200, 4)), round(2, full(200, 4))))).toBe(
    '比第1季度：合格率持平，不合格数相同',
  )
})

test('a change that rounding hides is not called none', () => {
  expect(areaChangeLine(history(round(1, full(3000, 10)), round(2, full(2990, 10))))).toBe(
    '比第1季度：合格率略降，不到0.1个百分点，不合格数相同',
  )
})

test('without an earlier inspection, or a figure of its own, nothing is said', () => {
  expect(areaChangeLine(history(round(1, full(200, 4))))).toBeNull()
  expect(areaChangeLine(history(round(1, full(200, 4)), round(2, {})))).toBeNull()
})

test('where the one before was a sample, the change is against the last that was not', () => {
  const sampled = full(50, 0, { coverage: 'sample' })
  expect(
    areaChangeLine(history(round(1, full(200, 4)), round(2, sampled), round(3, full(200, 2)))),
  ).toBe('比第1季度：合格率 +1.0 个百分点，不合格 −2 个（上期为抽查，不与上期比较）')
  expect(areaChangeLine(history(round(1, sampled), round(2, full(200, 2))))).toBe(
    '不与上期比较：上期为抽查',
  )
})

test('an evaluation between two inspections is no round of theirs', () => {
  const evaluation = round(2, full(200, 9), { activity: '考评' })
  const found = history(round(1, full(200, 4)), evaluation, round(3, full(200, 4)))
  expect(found?.previous.before.id).toBe('2024-q1')
})

describe('numbers that cannot be compared are never compared', () => {
  const split = (...tiers: string[]): Group => ({
    splits: { tier: { of: 'checked', parts: Object.fromEntries(tiers.map((tier) => [tier, 1])) } },
  })
  test.each<[string, Group | null, Group, string[]]>([
    [
      'another coverage: a sample before',
      full(9, 0, { coverage: 'sample' }),
      full(9, 0),
      ['sampled-before'],
    ],
    [
      'another coverage: a sample now',
      full(9, 0),
      full(9, 0, { coverage: 'sample' }),
      ['sampled-now'],
    ],
    [
      'another coverage: fewer checked than there are',
      { tally: { total: 20, checked: 9, failed: 0 }, rates: { passed: {} } },
      full(9, 0),
      ['sampled-before'],
    ],
    [
      'two samples, which are of other objects',
      full(9, 0, { coverage: 'sample' }),
      full(9, 0, { coverage: 'sample' }),
      ['sampled-both'],
    ],
    [
      'a coverage that is not known',
      { tally: { checked: 9, failed: 0 }, rates: { passed: {} } },
      full(9, 0),
      ['coverage-unknown'],
    ],
    [
      'another population: other objects',
      full(9, 0, { object: '网站栏目' }),
      full(9, 0),
      ['other-object'],
    ],
    [
      'another population: other tiers',
      full(9, 0, split('市级', '县级')),
      full(9, 0, split('市级', '县级', '乡镇')),
      ['other-tiers'],
    ],
    [
      'another definition: a rate of all instead of the checked',
      full(9, 1, {
        rates: { passed: { denominator: 'total' } },
        tally: { total: 9, checked: 9, failed: 1 },
      }),
      full(9, 0),
      ['other-rate'],
    ],
    [
      'another definition: another rate',
      full(9, 0, { rates: { 达标率: { stated: '90%' } } }),
      full(9, 0),
      ['other-rate'],
    ],
    ['another source', full(9, 0, { source: '省平台' }), full(9, 0), ['other-source']],
    [
      'another span',
      full(9, 0, { window: { start: '2023-06', end: '2024-03' } }),
      full(9, 0, { window: { start: '2024-04', end: '2024-06' } }),
      ['other-span'],
    ],
    [
      'a rate that is only about right',
      full(9, 0, { rates: { passed: { stated: '约99%' } } }),
      full(9, 0),
      ['inexact'],
    ],
    [
      'a printed rate that its counts contradict',
      full(10, 5, { rates: { passed: { stated: '99%' } } }),
      full(9, 0),
      ['contradictory'],
    ],
    ['an area that was not inspected', null, full(9, 0), ['absent-before']],
    ['an area without figures', {}, full(9, 0), ['no-figures-before']],
  ])('%s', (_rule, before, now, obstacles) => {
    const found = history(round(1, before), round(2, now))
    expect(found?.previous).toMatchObject({ obstacles, rate: null, failed: null })
  })

  test('a period of another length', () => {
    const half = round(1, full(9, 0), {
      period: { label: '上半年', start: '2024-01-01', end: '2024-06-30' },
    })
    expect(history(half, round(3, full(9, 0)))?.previous.obstacles).toEqual(['other-span'])
  })

  test('windows of equal length are compared, whatever they are called', () => {
    const found = history(
      round(1, full(9, 0, { window: { label: '2023年12月以来', start: '2023-12' } })),
      round(2, full(9, 0, { window: { label: '2024年3月以来', start: '2024-03' } })),
    )
    expect(found?.previous.obstacles).toEqual([])
  })
})

const anyGroup: fc.Arbitrary<Group> = fc
  .record({
    coverage: fc.constantFrom('full' as const, 'full' as const, 'sample' as const, undefined),
    checked: fc.integer({ min: 1, max: 3000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    object: fc.constantFrom(undefined, undefined, '栏目'),
  })
  .map(({ coverage, checked, share, object }) => ({
    ...(coverage === undefined ? {} : { coverage }),
    ...(object === undefined ? {} : { object }),
    tally: { checked, failed: Math.floor(share * checked) },
    rates: { passed: {} },
  }))

test('for any two rounds, a change is said only of two full ones of the same objects, and is right', () => {
  fc.assert(
    fc.property(anyGroup, anyGroup, (before, now) => {
      const [old, fresh] = views(round(1, before), round(2, now)) as [
        InspectedAreas,
        InspectedAreas,
      ]
      const [area] = fresh.areas
      if (area === undefined) throw new Error('no area')
      const { rate, failed, obstacles } = compareArea(old, fresh, area)
      const isSaid = [before, now].every(({ coverage }) => coverage === 'full')
      expect(obstacles.length === 0).toBe(isSaid && before.object === now.object)
      expect(rate === null && failed === null).toBe(obstacles.length > 0)
      if (rate === null) return
      const [was, is] = [before, now].map(({ tally }) => tally as Record<string, number>)
      expect(failed).toBe((is?.['failed'] ?? 0) - (was?.['failed'] ?? 0))
      const share = (tally: Record<string, number> = {}) =>
        1 - (tally['failed'] ?? 0) / (tally['checked'] ?? 1)
      const exact = share(is) - share(was)
      expect(rate.sign).toBe(Math.abs(exact) < 1e-12 ? 0 : Math.sign(exact))
      // Each shown percentage is within half a unit of its last digit of the exact one.
      expect(Math.abs(rate.sign * Number(rate.points) - exact * 100)).toBeLessThanOrEqual(
        0.1 + 1e-9,
      )
      const shown = [rate.from, rate.to].map(({ text }) => Number(text?.slice(0, -1)))
      expect(rate.sign * Number(rate.points)).toBeCloseTo((shown[1] ?? 0) - (shown[0] ?? 0), 6)
    }),
  )
})

test('a round that checked all that runs is no sample, whatever the total counts as well', () => {
  const coverageWith = (tally: Group['tally']) => {
    const [view] = views(round(1, { tally, rates: { passed: {} } }))
    const [area] = view?.areas ?? []
    return area === undefined ? undefined : coverageOf(area)
  }
  expect(coverageWith({ checked: 347, failed: 0, running: 347, total: 349 })).toBe('full')
  expect(coverageWith({ checked: 347, failed: 0, running: 348, total: 349 })).toBe('sample')
  expect(coverageWith({ checked: 347, failed: 0, total: 349 })).toBe('sample')
  expect(coverageWith({ checked: 347, failed: 0 })).toBe(null)
})
