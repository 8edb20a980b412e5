import { describe, expect, test } from 'vitest'
import { printedRates } from '#checks/printed-rates.ts'
import type { Rate, Group } from '#schema/group.ts'
import { inspectionWith, issue } from '../support/dataset.ts'
import { problemsOf } from './found.ts'

/** The codes and what each says the print may be. */
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

describe('a print that the counts contradict is explained by the likeliest reading', () => {
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

  test('some of those named', () => {
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

test('no whole number out of a small total gives the print', () => {
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
