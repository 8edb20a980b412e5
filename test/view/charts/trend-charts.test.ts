import { expect, test } from 'vitest'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { modelOf } from '#model/model.ts'
import type { Issue } from '#schema/issue.ts'
import type { Group } from '#schema/group.ts'
import { settingsOn } from '#tools/diff/page-changes.ts'
import { trendCharts } from '#view/charts/trend-charts.ts'
import { kindText, trendTitle } from '#view/charts/trend-titles.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'

const full: Group = { coverage: 'full', tally: { checked: 10, failed: 1 }, rates: { passed: {} } }
const round = (
  quarter: number,
  issues: readonly Partial<Issue>[],
  media: Group = full,
): Inspection =>
  inspectionWith({
    id: `2024-q${quarter}`,
    period: {
      label: `第${quarter}季度`,
      start: `2024-0${quarter * 3 - 2}-01`,
      end: `2024-0${quarter * 3}-28`,
    },
    areas: { media },
    // A document that asks for nothing has no ledger.
    requirements: { rectify: { title: '抓好整改' } },
    issues: Object.fromEntries(
      issues.map((parts, n) => [`2024-q${quarter}-${n + 1}`, { ...issue, ...parts }]),
    ),
  })

const chartsOf = (inspections: Inspection[], more: Partial<Dataset> = {}) =>
  new Map(
    trendCharts(modelOf(datasetWith({ inspections, ...more }), settingsOn('2024-12-31'))).map(
      (chart) => [chart.id, chart],
    ),
  )

test('one round has no trends', () => {
  expect(chartsOf([round(1, [{}, { indicators: ['dead-link'] }])]).size).toBe(0)
})

test('a sampled round is hollow and says so; a round of another definition is not joined', () => {
  const rates = chartsOf([
    round(1, []),
    round(2, [], { ...full, coverage: 'sample' }),
    round(3, [], { ...full, object: '栏目' }),
  ]).get('pass-rates')
  expect(rates?.series[0]).toMatchObject({
    hollow: [false, true, false],
    apart: [false, false, true],
    display: ['90.0%（9/10）', '90.0%（9/10），抽查', '90.0%（9/10）'],
  })
  expect(rates?.missingNote).toContain('空心点为抽查')
})

test('the thresholds of the catalogue for a pass rate are lines', () => {
  const catalogues = {
    local: {
      title: '目录',
      source: '依据',
      indicators: {
        target: {
          name: '达标',
          area: 'media',
          kind: 'ordinary' as const,
          thresholds: { 合格率: { value: 95, unit: '%' }, 断链: { value: 1, unit: '%' } },
          verified: true,
        },
      },
    },
  }
  const rates = chartsOf([round(1, []), round(2, [])], { catalogues }).get('pass-rates')
  expect(rates?.targets).toEqual([{ value: 95, label: '政务新媒体合格率95%', group: 'media' }])
})

test('kinds are counted over all rounds, with the rounds in which they occur', () => {
  const kinds = chartsOf([
    round(1, [{}, { indicators: ['dead-link'] }]),
    round(2, [{}, { indicators: ['stale', 'dead-link'] }]),
    round(3, [{}]),
  ]).get('trend-kinds')
  expect(kinds?.series[0]?.display).toEqual(['4项（3期中3期）', '2项（3期中2期）'])
  expect(kinds?.title).toBe('近3期问题最多的类别是“stale”，4项')
  expect(kinds?.rounds?.map(({ counts }) => counts)).toEqual([
    [1, 2, 1],
    [1, 1, 0],
  ])
})

test('findings are counted by the tier of each unit that is named', () => {
  const tiers = chartsOf([
    round(1, [{ units: ['jia', 'yi'] }]),
    round(2, [{ units: 'not-stated' }, { units: ['yi', 'bing'] }]),
  ]).get('trend-tiers')
  expect(tiers?.series.map(({ name, values }) => [name, values])).toEqual([
    ['县（区）', [1, 0]],
    ['市直部门', [1, 2]],
  ])
})

test('each finding is in one part of the progress, and days count only where both dates are known', () => {
  const steps = (...names: readonly ('notified' | 'reported' | 'closed')[]) =>
    names.map((step, n) => ({ on: `2024-07-0${n * 2 + 1}`, step }))
  const charts = chartsOf([
    round(1, [
      { rectification: steps('notified', 'reported', 'closed') },
      { rectification: steps('closed') },
      { rectification: steps('notified', 'reported') },
      {},
    ]),
    round(2, [{ rectification: steps('notified', 'closed') }]),
  ])
  expect(charts.get('trend-settled')?.series.map(({ name, values }) => [name, values])).toEqual([
    ['有办结、复核通过等记录', [2, 1]],
    ['报送或者整改了，还没有复核', [1, 0]],
    ['没有收录报送和整改', [1, 0]],
  ])
  expect(charts.get('trend-days')?.series[0]?.display).toEqual([
    '中位数4天（4至4天，1项次日期齐全）',
    '中位数2天（2至2天，1项次日期齐全）',
  ])
})

test('publication tells late, of an unknown day and not recorded apart; missing only after a look', () => {
  const orders = (id: string) => ({
    ...order,
    period: { id, label: id, start: '2024-01-01', end: '2024-03-31' },
  })
  const inspections = [
    { ...round(1, []), deadlines: { one: orders('2024-q1') } },
    { ...round(2, []), deadlines: { two: orders('2024-q2') } },
  ]
  const report = (published: string) => ({ title: '报告', published })
  const chart = chartsOf(inspections, {
    selfInspections: {
      '2024-q1': { jia: report('2024-06-01'), yi: report('2024-07-01') },
      '2024-q2': { jia: report('not-stated') },
    },
    registers: { '2024-q2': { looked_on: '2024-08-01' } },
  } as Partial<Dataset>).get('trend-published')
  expect(chart?.series.map(({ name, values }) => [name, values])).toEqual([
    ['按期公开', [1, 0]],
    ['公开日期不详', [0, 1]],
    ['晚于期限公开', [1, 0]],
    ['本站未收录', [1, 0]],
    ['经核查未公开', [0, 2]],
  ])
  expect(chart?.shortCategories).toEqual(['1季\n2024年', '2季'])
})

test('the title follows the rounds and columns that are shown', () => {
  const shown = {
    categories: ['第1季度', '第2季度'],
    series: [
      {
        name: '县（区）',
        tone: 'main' as const,
        values: [1, 2],
        display: ['1项次', '2项次'],
        isLeftOut: true,
      },
      { name: '市直部门', tone: 'tint' as const, values: [3, 4], display: ['3项次', '4项次'] },
    ],
  }
  expect(trendTitle('trend-tiers', shown, 2)).toBe('第2季度点名：市直部门4项次')
  const none = { ...shown.series[1], values: [3, 0] } as (typeof shown.series)[0]
  const [left] = shown.series as [(typeof shown.series)[0]]
  expect(trendTitle('trend-tiers', { ...shown, series: [left, none] }, 2)).toBe(
    '第2季度点名：市直部门没有',
  )
  expect(trendTitle('pass-rates', { ...shown, series: [left] }, 2)).toBe(
    '所选领域没有可以对比的合格率',
  )
  expect(kindText([0, 2, 1])).toBe('3项（3期中2期）')
})
