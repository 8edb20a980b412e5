import { describe, expect, test } from 'vitest'
import { everyIndicator, indicatorsInForce } from '#domain/catalogue.ts'
import type { Catalogue } from '#schema/indicator.ts'

const stale = (days: number): Catalogue['indicators'] => ({
  'media-stale': {
    name: '内容不更新',
    area: 'media',
    kind: 'veto',
    thresholds: { 没有更新: { value: days, unit: '天' } },
    verified: false,
  },
})
const unfiled = { name: '未备案', area: 'media', kind: 'ordinary', verified: false } as const

const catalogues: Record<string, Catalogue> = {
  // The city's own version is listed first: the order of the files must not matter.
  city: {
    title: '本市指标',
    source: '市府办文件',
    replaces: 'national',
    valid_from: '2021-01-01',
    valid_to: '2023-12-31',
    indicators: stale(10),
  },
  national: {
    title: '国家指标',
    source: '国办文件',
    indicators: { ...stale(14), unfiled },
  },
}

const daysOn = (day: string): number | undefined =>
  indicatorsInForce(catalogues, day).get('media-stale')?.indicator.thresholds?.['没有更新']?.value

describe('a city can set its own threshold', () => {
  test.each([
    ['2020-12-31', 14],
    ['2021-01-01', 10],
    ['2023-12-31', 10],
    ['2024-01-01', 14],
  ])('on %s the limit is %i days', (day, days) => {
    expect(daysOn(day)).toBe(days)
  })

  test('what it does not repeat stays as it was', () => {
    expect(indicatorsInForce(catalogues, '2022-06-30').get('unfiled')?.from).toBe('national')
  })
})

test('an indicator out of force still has a name', () => {
  const old: Record<string, Catalogue> = {
    old: { title: '旧', source: '旧文件', valid_to: '2018-12-31', indicators: { unfiled } },
  }
  expect(indicatorsInForce(old, '2024-03-31').size).toBe(0)
  expect(everyIndicator(old).get('unfiled')?.indicator.name).toBe('未备案')
})

test('catalogues that replace each other in a circle do not hang', () => {
  const circle: Record<string, Catalogue> = {
    a: { title: '甲', source: '甲', replaces: 'b', indicators: stale(10) },
    b: { title: '乙', source: '乙', replaces: 'a', indicators: stale(14) },
  }
  expect(indicatorsInForce(circle, '2024-03-31').size).toBe(1)
})
