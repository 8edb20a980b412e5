import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changes } from '#check/figures/changes.ts'
import type { Check } from '#check/check.ts'
import { ownWords } from '#check/figures/own-words.ts'
import { ranks } from '#check/figures/ranks.ts'
import { splitOf } from '#check/figures/split-of.ts'
import { tableRows } from '#check/tables/table-rows.ts'
import type { Inspection } from '#model/dataset.ts'
import type { FigureChange, Figure, Measure, Tally } from '#schema/figure.ts'
import type { Group } from '#schema/group.ts'
import { inspectionWith } from '../support/dataset.ts'
import { found } from './found.ts'

/**
 * The findings of a rule for an inspection: code and path, relative to `areas.media` where
 * possible.
 */
const judged = (rule: Check, parts: Partial<Inspection>): string[] =>
  found(rule, { inspections: [inspectionWith(parts)] }).map((line) =>
    line
      .replace('warning ', '')
      .replace(/ data\/\S+ /, ' ')
      .replace('areas.media.', ''),
  )
const area = (rule: Check, media: Group): string[] => judged(rule, { areas: { media } })

describe('a change', () => {
  const moved = (now: Measure, change: Partial<FigureChange>): string[] => {
    const measure = typeof now === 'object' ? now : { value: now }
    const whole: FigureChange = { base: '上季度', direction: 'up', ...change }
    return area(changes, { figures: { 数: { ...measure, changes: [whole] } } }).map(
      (line) => line.split(' ')[0] ?? '',
    )
  }
  const rate = (stated: string, change: Partial<FigureChange>): string[] => {
    const whole: FigureChange = { base: '上季度', direction: 'up', ...change }
    return area(changes, { rates: { passed: { stated, changes: [whole] } } }).map(
      (line) => line.split(' ')[0] ?? '',
    )
  }

  test.each<[string, string, number]>([
    ['条', '条', 0],
    ['条', '个', 1],
    ['万次', '次', 0],
    ['万次', '万', 0],
    ['万次', '人', 1],
    ['条', '%', 0],
    ['条', '倍', 0],
    ['分', '个百分点', 0],
    ['分', '位', 0],
    ['条', '', 0],
    ['', '个', 0],
  ])('of the count in “%s” by “%s”: %i warnings', (unit, other, count) => {
    const by = { value: 1, ...(other === '' ? {} : { unit: other }) }
    const measure = { value: 9000, ...(unit === '' ? {} : { unit }) }
    expect(moved(measure, by)).toEqual(Array(count).fill('change-unit-differs'))
  })

  test('may be of a count, of a part of a split, or of a part of a figure', () => {
    const fallen = { changes: [{ base: '上月', direction: 'down', from: 2500, value: 8 } as const] }
    const parts = { 微信: { value: 2508, ...fallen } }
    expect(area(changes, { tally: { total: { value: 2508, ...fallen } } })).toEqual([
      'change-direction tally.total.changes.0.direction',
    ])
    expect(area(changes, { splits: { platform: { of: 'total', parts } } })).toEqual([
      'change-direction splits.platform.parts.微信.changes.0.direction',
    ])
    expect(area(changes, { figures: { 发布: { value: 9000, parts } } })).toEqual([
      'change-direction figures.发布.parts.微信.changes.0.direction',
    ])
  })

  test.each<[string, Measure, Partial<FigureChange>, string]>([
    ['level by 3', 90, { direction: 'level', value: 3 }, 'change-value'],
    ['up by nothing', 90, { value: 0 }, 'change-value'],
    ['down by -2', 90, { direction: 'down', value: -2 }, 'change-value'],
    ['up from more', 76, { from: 80 }, 'change-direction'],
    ['down from less', 76, { from: 44, direction: 'down', value: 32 }, 'change-direction'],
    ['level from half', 76, { from: 38, direction: 'level' }, 'change-direction'],
    ['up, printed as a fall', 76, { value: 2, stated: '下降2' }, 'change-words'],
    ['down, printed with a plus', 76, { direction: 'down', stated: '+2' }, 'change-words'],
    [
      'up by more than there is',
      { value: 10, unit: '条' },
      { value: 12, unit: '条' },
      'change-impossible',
    ],
    [
      '44 to 76 by 42.1%',
      { value: 76, unit: '个' },
      { from: 44, value: 42.1, unit: '%' },
      'change-differs',
    ],
    [
      '2.1万条 to 2.3万条 by 20条',
      { value: 2.3, unit: '万条' },
      { from: 2.1, value: 20, unit: '条' },
      'change-differs',
    ],
  ])('%s is found', (_, now, change, code) => {
    expect(moved(now, change)).toEqual([code])
  })

  test.each<[string, Measure, Partial<FigureChange>]>([
    ['44 to 76 by 72.7%', { value: 76, unit: '个' }, { from: 44, value: 72.7, unit: '%' }],
    ['10 to 30 by twice', { value: 30, unit: '条' }, { from: 10, value: 2, unit: '倍' }],
    ['1 to 3, three times as many', { value: 3, unit: '条' }, { from: 1, value: 3, unit: '倍' }],
    ['in another magnitude', { value: 2.3, unit: '万条' }, { from: 2.1, value: 2000, unit: '条' }],
    ['in units that do not compare', { value: 30, unit: '条' }, { from: 10, value: 5, unit: '位' }],
    ['a rounded score', { value: 99.45, unit: '分' }, { from: 98.36, value: 1.1, unit: '分' }],
    ['about level', { value: 90.3, unit: '分' }, { from: 90, direction: 'level' }],
    ['level by nothing', 90, { direction: 'level', value: 0 }],
    ['a growth by more than all', { value: 60, unit: '条' }, { value: 500, unit: '%' }],
    [
      'about a third',
      { value: 30, unit: '条' },
      { from: 20, value: 48, unit: '%', stated: '增长约48%' },
    ],
    ['words of both directions', 90, { value: 3, stated: '降幅收窄后上升3' }],
  ])('%s gives no problem', (_, now, change) => {
    expect(moved(now, change)).toEqual([])
  })

  test.each<[string, string, Partial<FigureChange>, string[]]>([
    ['95.0% from 91.6% by 3.4 points', '95.0%', { from: 91.6, value: 3.4, unit: '个百分点' }, []],
    [
      '95.0% from 91.6% by 4.3 points',
      '95.0%',
      { from: 91.6, value: 4.3, unit: '个百分点' },
      ['change-differs'],
    ],
    [
      'a percentage that means points',
      '94.75%',
      { direction: 'down', from: 95.87, value: 1.12, unit: '%' },
      [],
    ],
    ['a percentage of a percentage', '60%', { from: 50, value: 20, unit: '%' }, []],
    [
      'down to 98% by 5 points',
      '98%',
      { direction: 'down', value: 5, unit: '个百分点' },
      ['change-impossible'],
    ],
    ['up to 5% by 12 points', '5%', { value: 12, unit: '个百分点' }, ['change-impossible']],
    ['up to 100% by 0.7 points', '100%', { value: 0.7, unit: '个百分点' }, []],
    [
      'down, printed as a fall of %',
      '94.75%',
      { direction: 'down', value: 1.12, unit: '个百分点', stated: '下降1.12%' },
      [],
    ],
    [
      'a rate that is only bounded',
      '低于70%',
      { direction: 'down', from: 60, value: 5, unit: '个百分点' },
      [],
    ],
  ])('of a rate: %s', (_, stated, change, codes) => {
    expect(rate(stated, change)).toEqual(codes)
  })

  test('between any two counts, as computed, is never a problem', () => {
    const count = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(count, count, fc.constantFrom('个', '%'), (from, now, unit) => {
        fc.pre(from !== now)
        const size =
          unit === '%'
            ? Math.round((1000 * Math.abs(now - from)) / from) / 10
            : Math.abs(now - from)
        fc.pre(size > 0)
        const direction = now > from ? 'up' : 'down'
        expect(moved({ value: now, unit: '个' }, { from, direction, value: size, unit })).toEqual(
          [],
        )
        expect(moved({ value: now, unit: '个' }, { direction, value: size, unit })).toEqual(
          direction === 'up' && unit === '个' && size > now ? ['change-impossible'] : [],
        )
      }),
    )
  })
})

describe('a number and its printed form', () => {
  const stated = (figure: Measure): string[] => area(ownWords, { figures: { 数: figure } })

  test.each<Measure>([
    { value: 600, stated: '约500' },
    { value: 7, stated: '8个' },
    { value: 7, stated: '八个' },
    { value: 7, unit: '个', stated: '共8个' },
    { value: 3, stated: '无' },
    { value: 170, stated: '150余人' },
    { value: 700, stated: '近600条' },
    { value: 500, stated: '600条以上' },
    { value: 700, stated: '不超过600条' },
    { value: 6512, unit: '万次', stated: '6152万次' },
    // An approximate number may differ as far as the printed one is rounded.
    { value: 6512, unit: '万次', stated: '约6152万次' },
    { value: 1.4, unit: '亿次', stated: '约1.2亿次' },
    { value: 650, stated: '612个左右' },
    { at_least: 20, stated: '15条以上' },
    { value: 1, stated: '一百二十三家' },
  ])('%o differ', (figure) => {
    expect(stated(figure)).toEqual(['stated-differs figures.数.stated'])
  })

  test.each<Measure>([
    { value: 500, stated: '约500' },
    { value: 482, stated: '约500条' },
    { value: 150, stated: '150余人' },
    { value: 156, stated: '150余人' },
    { value: 15, stated: '10余人' },
    { value: 12, stated: '十余个' },
    { value: 590, stated: '近600条' },
    { value: 900, stated: '600条以上' },
    { value: 8, stated: '8个' },
    { value: 8, stated: '八个' },
    { value: 2, stated: '两家' },
    { value: 2, stated: '2分文件' },
    { value: 0, stated: '无' },
    { value: 0.5, unit: '年', stated: '半年' },
    { value: 90, unit: '天', stated: '3个月' },
    { value: 90, stated: '三个月' },
    { value: 129, stated: '全部答复' },
    { value: 6152, unit: '万次', stated: '6152万次' },
    { value: 612, stated: '约600' },
    { value: 287, stated: '近300' },
    { value: 6152.4, unit: '万次', stated: '约6152万次' },
    { value: 1.23, unit: '亿次', stated: '约1.2亿次' },
    { value: 61_520_000, unit: '次', stated: '6152万次' },
    { value: 1137, unit: '条', stated: '1,137条' },
    { value: 44, stated: '由32个增至44个' },
    { value: 5, stated: '四五个' },
    { value: 30, stated: '数十个' },
    { value: 9, stated: '一般' },
    { value: 20, stated: '第三季度20条' },
    { above: 150, stated: '150余人' },
    { at_least: 15, unit: '条', stated: '15条以上' },
    { stated: '均已整改' },
  ])('%o agree or cannot be compared', (figure) => {
    expect(stated(figure)).toEqual([])
  })

  test('are also compared for counts, parts of a split and changes', () => {
    const wrong: Figure = { value: 7, stated: '8个' }
    expect(area(ownWords, { tally: { checked: wrong } })).toEqual([
      'stated-differs tally.checked.stated',
    ])
    expect(area(ownWords, { splits: { tier: { of: 'checked', parts: { 市: wrong } } } })).toEqual([
      'stated-differs splits.tier.parts.市.stated',
    ])
    const change = { base: '上季度', direction: 'down', value: 2.1, unit: '个百分点' } as const
    const media = (words: string): Group => ({
      figures: { 数: { value: 90, changes: [{ ...change, stated: words }] } },
    })
    expect(area(ownWords, media('下降1.2%'))).toEqual([
      'stated-differs figures.数.changes.0.stated',
    ])
    expect(area(ownWords, media('-2.1%'))).toEqual([])
  })

  test('bounds do not exclude each other, and a number is within them', () => {
    expect(stated({ value: 5, at_least: 10 })).toEqual(['bounds-contradict figures.数'])
    expect(stated({ at_least: 10, below: 5 })).toEqual(['bounds-contradict figures.数'])
    expect(stated({ at_least: 4, at_most: 9 })).toEqual([])
    expect(stated({ value: 5, at_least: 5 })).toEqual([])
  })

  test('a score is not above its full mark unless it has a bonus', () => {
    expect(stated({ value: 102.7, full: 100 })).toEqual(['score-above-full figures.数.full'])
    expect(stated({ above: 102, full: 100 })).toEqual(['score-above-full figures.数.full'])
    expect(stated({ value: 102.7, full: 110 })).toEqual([])
    expect(stated({ value: 103, full: 100, parts: { 基础分: 98, 加分: 5 } })).toEqual([])
  })

  test.each<[Tally, string[]]>([
    [
      { checked: 10, passed: { stated: '全部合格' }, failed: 1 },
      ['all-but-some tally.passed.stated'],
    ],
    [{ checked: 10, passed: { value: 9, stated: '均合格' } }, ['all-but-some tally.passed.stated']],
    [
      { received: 130, closed: { value: 129, stated: '全部答复' } },
      ['all-but-some tally.closed.stated'],
    ],
    [{ checked: 10, passed: { stated: '全部合格' }, failed: 0 }, []],
    [{ checked: 10, passed: { stated: '基本合格' }, failed: 1 }, []],
    [{ passed: { stated: '全部合格' } }, []],
    [{ received: 129, closed: { value: 129, stated: '全部答复' } }, []],
  ])('all means all: %o', (tally, problems) => {
    expect(area(ownWords, { tally })).toEqual(problems)
  })
})

describe('ranks', () => {
  const ranked = (...scores: [number, number][]): Record<string, Measure> =>
    Object.fromEntries(
      scores.map(([value, rank], n) => [`${n}区得分`, { value, unit: '分', rank }]),
    )
  const set = (figures: Record<string, Measure>): string[] => area(ranks, { figures })

  test('follow the scores', () => {
    expect(set(ranked([98, 1], [95, 2], [91, 3]))).toEqual([])
    expect(set(ranked([93, 1], [95, 2], [91, 3]))).toEqual(['rank-order figures.1区得分.rank'])
    expect(set(ranked([91, 3], [95, 2], [93, 1]))).toEqual(['rank-order figures.1区得分.rank'])
  })

  test('may be shared, or decided by a value that is not printed', () => {
    expect(set(ranked([98, 1], [96, 2], [96, 2], [90, 4]))).toEqual([])
    expect(set(ranked([98, 1], [96, 2], [96, 3]))).toEqual([])
  })

  test('of several rankings in one set, of other units, or of problems are not checked', () => {
    expect(set(ranked([98, 1], [93, 1], [95, 2]))).toEqual([])
    expect(
      set({ 甲: { value: 3, unit: '条', rank: 1 }, 乙: { value: 90, unit: '分', rank: 2 } }),
    ).toEqual([])
    expect(
      set({ 甲: { value: 3, unit: '个', rank: 1 }, 乙: { value: 9, unit: '个', rank: 2 } }),
    ).toEqual([])
  })

  test('are compared across the parts of a split', () => {
    const part = (value: number, rank: number): Group => ({
      figures: { 得分: { value, unit: '分', rank } },
    })
    const parts = { 甲区: part(93, 1), 乙区: part(95, 2) }
    expect(area(ranks, { splits: { region: { of: 'checked', parts } } })).toEqual([
      'rank-order splits.region.parts.乙区.figures.得分.rank',
    ])
  })

  test('may be those of rates, of counts, or of the parts of a figure', () => {
    const rates = (stated: string, rank: number): Group => ({ rates: { passed: { stated, rank } } })
    const regions = { 甲市: rates('97.71%', 1), 乙市: rates('98.71%', 2) }
    expect(area(ranks, { splits: { region: { of: 'checked', parts: regions } } })).toEqual([
      'rank-order splits.region.parts.乙市.rates.passed.rank',
    ])
    const counts = { 甲镇: { value: 30, rank: 1 }, 乙镇: { value: 8, rank: 2 }, 丙镇: 40 }
    const unordered = { ...counts, 丁镇: { value: 20, rank: 3 } }
    expect(area(ranks, { splits: { region: { of: 'published', parts: counts } } })).toEqual([])
    expect(area(ranks, { splits: { region: { of: 'published', parts: unordered } } })).toEqual([
      'rank-order splits.region.parts.丁镇.rank',
    ])
    const parts = {
      甲镇: { value: 81, unit: '分', rank: 1 },
      乙镇: { value: 90, unit: '分', rank: 2 },
    }
    expect(area(ranks, { figures: { 得分: { value: 85, unit: '分', parts } } })).toEqual([
      'rank-order figures.得分.parts.乙镇.rank',
    ])
  })

  test('in a unit’s own report each belong to a different ranking', () => {
    const figures = ranked([93, 1], [95, 2])
    const selfInspections = {
      '2024-q2': { jia: { title: '自查', published: '2024-06-01', figures } },
    }
    expect(found(ranks, { inspections: [], selfInspections })).toEqual([])
  })
})

describe('a split', () => {
  const parts = (tally: Tally): Record<string, Group> => ({ 市: { tally }, 县: { tally } })

  test('of a count that no part states, while all parts state another count', () => {
    expect(
      area(splitOf, { splits: { tier: { of: 'running', parts: parts({ checked: 4 }) } } }),
    ).toEqual(['split-of-nothing splits.tier.of'])
  })

  test.each<[string, Group]>([
    [
      'whose total is not printed',
      { splits: { tier: { of: 'checked', parts: parts({ checked: 4 }) } } },
    ],
    [
      'of bare counts',
      { tally: { total: 9 }, splits: { tier: { of: 'running', parts: { 市: 4, 县: 3 } } } },
    ],
    [
      'of rates only',
      {
        splits: {
          tier: { of: 'total', parts: { 市: { rates: { passed: { stated: '61.0%' } } } } },
        },
      },
    ],
    [
      'that follows from the others',
      { splits: { tier: { of: 'passed', parts: parts({ checked: 4, failed: 1 }) } } },
    ],
    [
      'that is not stated for a part',
      { splits: { tier: { of: 'total', parts: parts({ total: 'not-stated', checked: 4 }) } } },
    ],
  ])('%s is fine', (_, group) => {
    expect(area(splitOf, group)).toEqual([])
  })
})

describe('the rows of a table', () => {
  const rows = (columns: string[] | undefined, ...all: string[][]): string[] =>
    judged(tableRows, {
      appendices: {
        list: { title: '名单', rows: all, ...(columns === undefined ? {} : { columns }) },
      },
    })

  test('are as wide as its columns', () => {
    expect(rows(['单位', '数'], ['甲局', '3'], ['乙局', '3'])).toEqual([])
    expect(rows(['单位', '数'], ['甲局', '3'], ['乙局'], ['丙局', '1', '2'])).toEqual([
      'row-width appendices.list.rows.1',
      'row-width appendices.list.rows.2',
    ])
  })

  test('are as wide as each other without columns', () => {
    expect(rows(undefined, ['甲局', '3'], ['乙局', '3'])).toEqual([])
    expect(rows(undefined, ['甲局', '3'], ['乙局'])).toEqual(['row-width appendices.list.rows.1'])
  })
})
