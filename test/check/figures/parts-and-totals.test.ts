import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsInOrder } from '#check/figures/counts-in-order.ts'
import { partsAndTotals } from '#check/figures/parts-and-totals.ts'
import { printedRates } from '#check/figures/printed-rates.ts'
import type { Inspection } from '#model/dataset.ts'
import { honestPercent } from '#model/ratio.ts'
import type { Figure, Measure, Tally } from '#schema/figure.ts'
import type { Group } from '#schema/group.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found } from '../found.ts'

/** The findings of both rules without the file: level, code and path relative to `areas.media`. */
function judged(group: Group): string[] {
  const parts = { inspections: [inspectionWith({ areas: { media: group } })] }
  return [countsInOrder, partsAndTotals]
    .flatMap((rule) => found(rule, parts))
    .map((line) => line.replace('data/inspections/2024-q1.yaml areas.media.', ''))
}
const tally = (counts: Tally): string[] => judged({ tally: counts })
const figure = (measure: Measure): string[] => judged({ figures: { 问责: measure } })

describe('figures outside areas', () => {
  const wrong = (more: object = {}): Record<string, Measure> => ({
    问责: { value: 300, unit: '人', parts: { 甲: 190, 乙: 32 }, ...more },
  })
  const inspection = (parts: Partial<Inspection>): string[] =>
    found(partsAndTotals, { inspections: [inspectionWith(parts)] })
  const report = (parts: Partial<SelfInspection>): string[] =>
    found(partsAndTotals, {
      inspections: [],
      selfInspections: {
        '2024-q2': { jia: { title: '自查', published: '2024-06-01', ...parts } },
      },
    })
  const previous = { label: '上期', rectified: 'yes', reported: 'yes' } as const

  test.each<[string, (more?: object) => string[]]>([
    ['figures of an inspection', (more) => inspection({ figures: wrong(more) })],
    [
      'figures of an issue',
      (more) => inspection({ issues: { '2024-q1-01': { ...issue, figures: wrong(more) } } }),
    ],
    [
      'figures of the previous round',
      (more) => inspection({ previous_round: { ...previous, figures: wrong(more) } }),
    ],
    ['figures of a report', (more) => report({ figures: wrong(more) })],
    [
      'figures of an account',
      (more) => report({ accounts: [{ channels: ['a'], figures: wrong(more) }] }),
    ],
    ['figures of an area', (more) => inspection({ areas: { media: { figures: wrong(more) } } })],
  ])('%s: an error, until it is marked as printed', (_, judge) => {
    expect(judge()).toEqual([expect.stringMatching(/^error parts-do-not-add-up/)])
    expect(judge({ as_printed: true })).toEqual([
      expect.stringMatching(/^warning parts-do-not-add-up/),
    ])
  })
})

describe('parts that are not all listed, or that do not add up', () => {
  const score = (parts: Record<string, Measure>, more: object = {}): string[] =>
    figure({ value: 81.5, full: 100, unit: '分', parts, ...more })

  test('all parts are there, although the document is said to list only some', () => {
    const parts = { 办结: 54, 正在办理: 5 }
    expect(figure({ value: 59, unit: '件', parts, exhaustive: false })).toEqual([
      'warning parts-complete figures.问责.parts',
    ])
    expect(figure({ value: 60, unit: '件', parts, exhaustive: false })).toEqual([])
    const splits = (by: object): Group => ({
      tally: { total: 10 },
      splits: { tier: { of: 'total', parts: { 县: 6, 市: 4 }, ...by } },
    })
    expect(judged(splits({ exhaustive: false }))).toEqual([
      'warning parts-complete splits.tier.parts',
    ])
    expect(judged(splits({}))).toEqual([])
  })

  test('overlapping parts need not add up', () => {
    expect(figure({ value: 10, unit: '项', parts: { 甲: 8, 乙: 7 }, additive: false })).toEqual([])
    const splits = { tier: { of: 'total', parts: { a: 6, b: 7 }, additive: false } } as const
    expect(judged({ tally: { total: 10 }, splits })).toEqual([])
  })

  test('the average scores of groups do not add up to that of all', () => {
    expect(score({ 县区: 83.2, 部门: 80.1 })).toEqual([])
    expect(score({ 县区: 83.2, 部门: 80.1 }, { additive: false })).toEqual([])
    const days = { value: 3.5, unit: '天', parts: { 县区: 2, 部门: 5 } }
    expect(judged({ figures: { 平均办理时间: days } })).toEqual([])
    // Components of a score do.
    expect(score({ 政务公开: 80, 加分项: 2.5 })).toEqual([
      'error parts-do-not-add-up figures.问责.parts',
    ])
    expect(score({ 基础分: 83, 平时分: 80 })).toEqual([
      'error parts-do-not-add-up figures.问责.parts',
    ])
    expect(score({ 一季度: 40, 二季度: 40 })).toEqual([
      'error parts-do-not-add-up figures.问责.parts',
    ])
  })
})

describe('parts that are larger than the whole', () => {
  const split = (parts: Record<string, number | 'not-stated'>, more: object = {}): string[] =>
    judged({ tally: { total: 10 }, splits: { tier: { of: 'total', parts, ...more } } })

  test('the known parts together, if another is missing', () => {
    expect(split({ a: 6, b: 5, c: 'not-stated' })).toEqual(['error parts-exceed splits.tier.parts'])
    expect(split({ a: 6, b: 4, c: 'not-stated' })).toEqual([])
  })

  test('not parts whose bare number counts something else', () => {
    const parts = { a: { tally: { total: 6, failed: 1 } }, b: 4 }
    const tally = { total: 10, failed: 1 }
    expect(judged({ tally, splits: { tier: { of: 'total', parts } } })).toEqual([])
    expect(
      judged({ tally: { total: 11, failed: 0 }, splits: { tier: { of: 'total', parts } } }),
    ).toEqual([
      'error parts-do-not-add-up splits.tier.parts',
      'error parts-exceed splits.tier.parts',
    ])
  })

  test('a single part, if parts overlap or are incomplete', () => {
    expect(split({ a: 6, b: 11 }, { exhaustive: false })).toEqual([
      'error count-exceeds splits.tier.parts.b',
    ])
    expect(split({ a: 6, b: 10 }, { exhaustive: false })).toEqual([])
  })

  test('of a free figure too', () => {
    const parts = { 甲: 200, 乙: 'not-stated' } as const
    expect(figure({ value: 150, parts })).toEqual(['error parts-exceed figures.问责.parts'])
    expect(figure({ value: 250, parts })).toEqual([])
    expect(figure({ value: 150, parts, exhaustive: false })).toEqual([
      'error count-exceeds figures.问责.parts.甲',
    ])
    expect(figure({ below: 150, parts: { 甲: 200 } })).toEqual([
      'error parts-exceed figures.问责.parts',
    ])
  })

  test('of a free figure whose parts are approximate or in another unit', () => {
    const parts = (above: number): Record<string, Measure> => ({ 微信: { above }, 微博: 900 })
    expect(figure({ value: 6152, unit: '万次', parts: parts(5000) })).toEqual([])
    expect(figure({ value: 6152, unit: '万次', parts: parts(5900) })).toEqual([
      'error parts-exceed figures.问责.parts',
    ])
    const copies = { 稿件: { value: 8000, unit: '篇' } }
    expect(figure({ value: 6152, unit: '万次', parts: copies })).toEqual([])
    const inner = { 省级: { value: 10, parts: { 甲: 6, 乙: 5 } }, 市级: 5 }
    expect(figure({ value: 15, parts: inner })).toEqual([
      'error parts-do-not-add-up figures.问责.parts.省级.parts',
    ])
  })

  test('not of a score, which may have deductions', () => {
    const parts = { 基础分: 98, 加分: 4, 扣分: 'not-stated' } as const
    expect(figure({ value: 96, unit: '分', parts })).toEqual([])
    expect(figure({ value: 96, parts })).toEqual([])
    expect(figure({ value: 96, full: 110, parts, exhaustive: false })).toEqual([])
  })

  test('an approximate total agrees with parts that are close', () => {
    const about = (value: number): string[] =>
      judged({
        tally: { total: { value, approximate: true } },
        splits: { tier: { of: 'total', parts: { a: 300, b: 305 } } },
      })
    expect(about(600)).toEqual([])
    expect(about(400)).toEqual(['error parts-exceed splits.tier.parts'])
  })
})

describe('a matrix without totals of its rows', () => {
  const matrix = (cell: Figure, more: object = {}): string[] => {
    const row = (parts: Record<string, Figure>): Group => ({
      splits: { tier: { of: 'total', parts, ...more } },
    })
    const parts = { 微信: row({ 市级: cell, 县级: 130 }), 微博: row({ 市级: 20, 县级: 40 }) }
    return judged({ tally: { total: 260 }, splits: { platform: { of: 'total', parts } } })
  }

  test('adds up to what it splits, cell by cell', () => {
    expect(matrix(70)).toEqual([])
    expect(matrix(77)).toEqual(['error parts-do-not-add-up splits.platform.parts'])
  })

  test('is not checked if a cell is missing, approximate or left out', () => {
    expect(matrix('not-stated')).toEqual([])
    expect(matrix({ value: 77, approximate: true })).toEqual([])
    expect(matrix(60, { exhaustive: false })).toEqual([])
  })

  test('may be nested', () => {
    const level = (count: number): Group => ({
      splits: { type: { of: 'total', parts: { 网站: count, 账号: 1 } } },
    })
    const row: Group = {
      splits: { tier: { of: 'total', parts: { 市级: level(3), 县级: level(4) } } },
    }
    const all = (total: number): string[] =>
      judged({ tally: { total }, splits: { platform: { of: 'total', parts: { 微信: row } } } })
    expect(all(9)).toEqual([])
    expect(all(10)).toEqual(['error parts-do-not-add-up splits.platform.parts'])
  })
})

describe('counts that only the parts give', () => {
  test('are compared with printed counts for their order', () => {
    const parts = { 微信: 18, 微博: 1, 抖音: 2 }
    const splits = { platform: { of: 'total', parts } } as const
    expect(judged({ tally: { checked: 28 }, splits })).toEqual([
      'error count-exceeds-parts tally.checked',
    ])
    expect(judged({ tally: { checked: 21 }, splits })).toEqual([])
    expect(judged({ tally: { total: 20 }, splits: { tier: { of: 'running', parts } } })).toEqual([
      'error parts-exceed splits.tier.parts',
    ])
    expect(judged({ tally: { total: 22 }, splits: { tier: { of: 'running', parts } } })).toEqual([])
  })

  test('are the same in every split', () => {
    const by = (last: number, exhaustive = true): Group => ({
      splits: {
        tier: { of: 'total', parts: { 市: 3, 县: 7 } },
        platform: { of: 'total', parts: { 微信: 6, 微博: last }, exhaustive },
      },
    })
    expect(judged(by(4))).toEqual([])
    expect(judged(by(5))).toEqual(['error splits-differ splits.platform.parts'])
    expect(judged(by(3, false))).toEqual([])
  })
})

describe('counts in order', () => {
  test.each<[Tally, string]>([
    [{ total: 5, passed: 6 }, 'count-exceeds tally.passed'],
    [{ total: 5, failed: 6 }, 'count-exceeds tally.failed'],
    [{ total: 5, passed: 3, failed: 4 }, 'count-exceeds tally.passed'],
    [{ received: 5, published: 6 }, 'count-exceeds tally.published'],
    [{ valid: 5, closed_on_time: 6 }, 'count-exceeds tally.closed_on_time'],
    [{ received: 5, open: 6 }, 'count-exceeds tally.open'],
    [{ received: 5, verified: 6 }, 'count-exceeds tally.verified'],
    [{ valid: 10, open: 3, closed_on_time: 8 }, 'count-exceeds tally.open'],
    [{ total: 5, closed: 6 }, 'count-exceeds tally.closed'],
    [{ checked: 5, failed: { at_least: 6 } }, 'count-exceeds tally.failed'],
    [{ checked: { below: 5 }, failed: { above: 6 } }, 'count-exceeds tally.failed'],
    [{ checked: 10, passed: { at_least: 8 }, failed: 4 }, 'outcome-does-not-add-up tally.passed'],
  ])('%o', (counts, problem) => {
    expect(tally(counts)).toEqual([`error ${problem}`])
  })

  test('more published than closed only warns: a question may be public while it is open', () => {
    expect(tally({ received: 9, closed: 5, published: 6 })).toEqual([
      'warning count-exceeds tally.published',
    ])
  })

  test.each<Tally>([
    { received: 604, valid: 600, verified: 20, closed: 580, closed_on_time: 580, open: 20 },
    { total: 600, checked: { value: 610, approximate: true } },
    { total: { value: 600, stated: '600余个' }, checked: 612 },
    { checked: 5, failed: { at_most: 9 } },
    { checked: 612, failed: { at_least: 4, at_most: 9 } },
    { total: 53, published: 1200 },
  ])('%o is in order', (counts) => {
    expect(tally(counts)).toEqual([])
  })

  test('an outcome between passed and failed leaves room between them', () => {
    const counts = { checked: 49, passed: 45, failed: 0 }
    const splits = { outcome: { of: 'checked', parts: { 合格: 45, 基本合格: 4 } } } as const
    expect(tally(counts)).toEqual(['error outcome-does-not-add-up tally.passed'])
    expect(judged({ tally: counts, splits })).toEqual([])
  })
})

test('property: a consistent document never has a problem', () => {
  const few = fc.nat({ max: 400 })
  const tier = fc.record({ failed: few, passed: few, unchecked: few, stopped: few })
  const tiers = fc.array(tier, { minLength: 1, maxLength: 5 })
  const counted = ({ failed, passed, unchecked, stopped }: Record<string, number>): Tally => {
    const checked = (failed ?? 0) + (passed ?? 0)
    const running = checked + (unchecked ?? 0)
    return { total: running + (stopped ?? 0), running, checked, failed: failed ?? 0 }
  }
  const keep = fc.subarray(['total', 'running', 'checked', 'failed'] as const)
  fc.assert(
    fc.property(tiers, keep, fc.nat({ max: 4 }), (all, given, decimals) => {
      const sum = (name: 'failed' | 'passed' | 'unchecked' | 'stopped'): number =>
        all.reduce((total, one) => total + one[name], 0)
      const whole = counted({
        failed: sum('failed'),
        passed: sum('passed'),
        unchecked: sum('unchecked'),
        stopped: sum('stopped'),
      })
      const checked = sum('failed') + sum('passed')
      const stated = checked === 0 ? undefined : honestPercent(sum('passed'), checked, decimals)
      const group: Group = {
        tally: Object.fromEntries(given.map((name) => [name, whole[name]])),
        // Without the number of checked accounts, the base of the rate is unknown.
        rates: stated === undefined || !given.includes('checked') ? {} : { passed: { stated } },
        splits: {
          tier: {
            of: 'running',
            parts: Object.fromEntries(all.map((one, n) => [`层级${n}`, { tally: counted(one) }])),
          },
        },
      }
      const parts = { inspections: [inspectionWith({ areas: { media: group } })] }
      for (const rule of [countsInOrder, partsAndTotals, printedRates])
        expect(found(rule, parts)).toEqual([])
    }),
  )
})
