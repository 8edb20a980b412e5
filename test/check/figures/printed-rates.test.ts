import { describe, expect, test } from 'vitest'
import { printedRates } from '#check/figures/printed-rates.ts'
import type { Rate, Group } from '#schema/group.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { problemsOf } from '../found.ts'

/** The codes, with the printed forms that each allows. */
function judged(group: Group, parts: Parameters<typeof inspectionWith>[0] = {}): string[] {
  const inspections = [inspectionWith({ ...parts, areas: { media: group } })]
  return problemsOf(printedRates, { inspections }).map(({ code, args }) =>
    [code, args['readings']].filter(Boolean).join(' '),
  )
}

const passed = (
  stated: string,
  checked: number,
  failed: number,
  more: Partial<Rate> = {},
): Group => ({
  tally: { checked, failed },
  rates: { passed: { stated, ...more } },
})
const share = (stated: string, numerator: number, denominator: number): Group => ({
  rates: { 比例: { stated, numerator, denominator } },
})

test.each([
  ['cut instead of rounded', passed('98.9%', 294, 3)],
  ['cut, two decimals', passed('54.61%', 130, 59)],
  ['cut, no decimals', share('66%', 48, 72)],
  [
    'cut, the passed not being stated',
    { tally: { checked: 77 }, rates: { passed: { stated: '93%' } } },
  ],
  [
    'cut, two passed of many not stated',
    { tally: { checked: 212 }, rates: { passed: { stated: '99.05%' } } },
  ],
])('%s', (_, group) => {
  expect(judged(group)).toEqual(['rate-truncated'])
})

describe('a printed rate that contradicts its counts is explained by the likeliest reading', () => {
  test.each([
    ['nothing near gives it', passed('99.96%', 289, 9), 'rate-differs'],
    ['one failed fewer', passed('95.0%', 461, 24), 'rate-differs-near 438/461（不合格23个）'],
    ['one case more', share('62.5%', 25, 39), 'rate-differs-near 25/40'],
    ['the one whole that fits', passed('48.48%', 38, 17), 'rate-differs-near 16/33'],
    ['a nought added', passed('35.30%', 17, 11), 'rate-differs-near 6/17 取 35.3% 再补 0'],
    [
      'half of the accounts',
      passed('99.70%', 3316, 5),
      'rate-differs-near 1653/1658（检查的一半）',
    ],
    [
      'another figure of the block',
      { ...share('42.1%', 32, 44), figures: { 获90分以上: 76 } },
      'rate-differs-near 32/76（获90分以上）',
    ],
  ])('%s', (_, group, expected) => {
    expect(judged(group)).toEqual([expected])
  })

  test('some of the named channels', () => {
    const channels = Array.from({ length: 10 }, (_, n) => `c${n}`)
    const issues = {
      '2024-q1-01': { ...issue, channels: channels.slice(0, 6), printed_status: '不合格' },
      '2024-q1-02': { ...issue, channels: channels.slice(6), printed_status: '存在突出问题' },
    }
    expect(judged(passed('97.95%', 293, 10), { issues })).toEqual([
      'rate-differs-near 287/293（只算“不合格”的6个）',
    ])
  })
})

test('no whole number out of a small total gives the printed rate', () => {
  expect(judged({ tally: { checked: 3 }, rates: { passed: { stated: '50.0%' } } })).toEqual([
    'rate-impossible',
  ])
})

test('without a count of the checked, the rate is taken over all', () => {
  const over = (stated: string, coverage?: 'sample'): Group => ({
    ...(coverage === undefined ? {} : { coverage }),
    tally: { total: 3316, failed: 5 },
    rates: { passed: { stated } },
  })
  expect(judged(over('99.85%'))).toEqual([])
  expect(judged(over('99.70%'))).toHaveLength(1)
  expect(judged(over('99.70%', 'sample'))).toEqual([])
})

test.each([
  ['a denominator', passed('99.70%', 3316, 5, { numerator: 1653, denominator: 1658 })],
  ['the failed that count', passed('97.95%', 293, 6)],
  [
    'a count named',
    {
      tally: { checked: 39, total: 40, closed: 25 },
      rates: { 回复率: { stated: '62.5%', numerator: 'closed', denominator: 'total' } },
    } satisfies Group,
  ],
])('a recorded reading ends the warning: %s', (_, group) => {
  expect(judged(group)).toEqual([])
})

test.each([
  ['99.47%', 755],
  ['97.05%', 645],
  ['98.36%', 1400],
])('%s of %i is possible', (stated, checked) => {
  expect(judged({ tally: { checked }, rates: { passed: { stated } } })).toEqual([])
})

describe('approximate rates and rates in words are compared with the counts', () => {
  test.each<[string, Group, string[]]>([
    ['低于70%', passed('低于70%', 100, 20), ['rate-differs']],
    ['低于70%', passed('低于70%', 100, 40), []],
    ['全部合格', passed('全部合格', 100, 1), ['rate-differs']],
    ['全部合格', passed('全部合格', 100, 0), []],
    ['约99.96%', passed('约99.96%', 289, 9), ['rate-differs']],
    ['约97%', passed('约97%', 289, 9), []],
    [
      '99% of which at least 20 of 612 failed',
      { tally: { checked: 612, failed: { at_least: 20 } }, rates: { passed: { stated: '99%' } } },
      ['rate-differs'],
    ],
    [
      '99% of which 4 to 9 of 612 failed',
      {
        tally: { checked: 612, failed: { at_least: 4, at_most: 9 } },
        rates: { passed: { stated: '99%' } },
      },
      [],
    ],
    [
      '全部合格 with some failed',
      {
        tally: { checked: 50, failed: { at_least: 1 } },
        rates: { passed: { stated: '全部合格' } },
      },
      ['rate-differs'],
    ],
  ])('%s', (_, group, expected) => {
    expect(judged(group)).toEqual(expected)
  })
})

describe('more than 100%', () => {
  test.each<[string, Group, string[]]>([
    ['29 of 20', { rates: { 比例: { numerator: 29, denominator: 20 } } }, ['rate-exceeds']],
    ['29 of 20 with a print', share('96%', 29, 20), ['rate-exceeds']],
    [
      'a count over another',
      {
        tally: { total: 20, closed: 29 },
        rates: { 比例: { numerator: 'total', denominator: 20 } },
      },
      [],
    ],
    [
      'counts whose order is told already',
      { tally: { valid: 20, closed: 29 }, rates: { closed: { stated: '100%' } } },
      [],
    ],
    ['120% of what was asked for', share('120%', 120, 100), []],
    ['a pass rate of 996%', { rates: { passed: { stated: '996%' } } }, ['rate-over-hundred']],
    [
      'a satisfaction of 925%',
      { rates: { 群众满意度: { stated: '925%' } } },
      ['rate-over-hundred'],
    ],
    [
      'nothing that is reckoned with a hedged count',
      {
        tally: {
          running: 700,
          checked: { value: 600, stated: '600余', approximate: true },
          failed: 3,
        },
        rates: { passed: { stated: '99.53%' } },
      },
      [],
    ],
    ['another rate of 120%', { rates: { 任务完成率: { stated: '120%' } } }, []],
    ['a pass rate of 100%', { rates: { passed: { stated: '100.00%' } } }, []],
  ])('%s', (_, group, expected) => {
    expect(judged(group)).toEqual(expected)
  })

  test('is a warning if marked as printed', () => {
    const media = { rates: { 比例: { numerator: 29, denominator: 20 } } }
    const levels = (group: Group): string[] =>
      problemsOf(printedRates, {
        inspections: [inspectionWith({ areas: { media: group } })],
      }).map(({ level }) => level)
    expect(levels(media)).toEqual(['error'])
    expect(levels({ ...media, as_printed: true })).toEqual(['warning'])
  })
})

test('100% beside one that failed is not explained by leaving that one out', () => {
  expect(judged(passed('100%', 370, 1))).toEqual(['rate-differs'])
  expect(
    judged({ tally: { checked: 370, failed: 1, passed: 369 }, rates: passed('100%', 0, 0).rates }),
  ).toEqual(['rate-differs'])
  expect(judged({ ...passed('100%', 370, 1), figures: { 合格账号: 369 } })).toEqual([
    'rate-differs',
  ])
  // Another population may be.
  const running = { tally: { running: 369, checked: 370, failed: 1 } }
  expect(judged({ ...passed('100%', 370, 1), ...running })).toEqual([
    'rate-differs-near 369/369（正常运行）',
  ])
})
