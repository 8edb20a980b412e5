import { expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { homeView } from '#view/pages/home.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const period = { label: '2024年第一季度', start: '2024-01-01', end: '2024-03-31' }

/** The home page of a dataset on a day. */
const homeOf = (dataset: Dataset, asOf = '2024-06-07') => {
  const { inspection } = homeView(modelWith(dataset, asOf))
  if (inspection === null) throw new Error('no inspection')
  return inspection
}

test('what counts in the rate comes first as cards, the rest is folded by kind with numbers', () => {
  const rates = { tally: { checked: 9, failed: 1 }, rates: { passed: {} } }
  const issues = {
    '2024-q1-01': issue,
    '2024-q1-02': { ...issue, counts_in_rate: true as const },
    '2024-q1-03': { ...issue, units: ['yi', 'bing'], exhaustive: false },
    '2024-q1-04': { ...issue, indicators: ['dead-link'] },
  }
  const { issues: cards, others } = homeOf(
    datasetWith({ inspections: [inspectionWith({ areas: { media: rates }, issues })] }),
  )
  expect(cards.map(({ id }) => id)).toEqual(['2024-q1-02'])
  expect(others).toMatchObject({ label: '其余3项问题，按类别', isOpen: false })
  expect(others?.kinds.map(({ label, count }) => [label, count])).toEqual([
    ['stale', 2],
    ['dead-link', 1],
  ])
  expect(others?.kinds[0]?.issues.map(({ who }) => who)).toEqual(['甲县', '市乙局、市丙局等单位'])
})

test('the list of reports that were late is linked under the headline, where there is one', () => {
  const earlier = { ...order, due: '2024-03-06', period: { ...period, id: '2024-q1' } }
  const inspections = [inspectionWith({ deadlines: { earlier, order } })]
  // Before its last day nothing is late.
  const one = [inspectionWith({ deadlines: { order } })]
  expect(homeOf(datasetWith({ inspections: one }), '2024-06-06').late).toBe(null)
  // Nobody is named late before the office has looked.
  expect(homeOf(datasetWith({ inspections: one }), '2024-06-12').late).toBe(null)
  // A year with one register has no list of its own.
  const registers = { '2024-q2': { looked_on: '2024-06-11' } }
  expect(homeOf(datasetWith({ inspections: one, registers }), '2024-06-12').late).toEqual({
    label: '2024年经核查未公开的3份次',
    href: '/self-inspections/2024-q2.html',
  })
  expect(homeOf(datasetWith({ inspections, registers }), '2024-06-12').late).toEqual({
    label: '2024年经核查未公开和本站未收录的6份次',
    href: '/publication/2024.html',
  })
})

test('the reports that were late are those of the newest year that has any, by the states that it has', () => {
  const of = (id: string, due: string) => ({ ...order, due, period: { ...period, id } })
  const inspections = [
    inspectionWith({
      deadlines: {
        first: of('2024-q1', '2024-03-06'),
        second: of('2024-q2', '2024-06-06'),
        third: of('2025-q1', '2025-04-20'),
      },
    }),
  ]
  const selfInspections = {
    '2024-q1': { jia: { title: '甲县自查', published: '2024-03-08' } },
  }
  const registers = { '2024-q1': { looked_on: '2024-03-11' } }
  const lateOn = (asOf: string) =>
    homeOf(datasetWith({ inspections, selfInspections, registers }), asOf).late
  expect(lateOn('2024-06-07')).toEqual({
    label: '2024年晚于期限、经核查未公开和本站未收录的6份次',
    href: '/publication/2024.html',
  })
  // No report of 2025 is late yet.
  expect(lateOn('2025-04-20')).toEqual(lateOn('2024-06-07'))
  // Those of 2025 are not looked for yet, and 2024 is no longer the newest year.
  expect(lateOn('2025-05-01')).toBe(null)
})

test('without a problem that counts, the kinds are open', () => {
  const { issues, others } = homeOf(
    datasetWith({ inspections: [inspectionWith({ issues: { '2024-q1-01': issue } })] }),
  )
  expect([issues, others?.label, others?.isOpen]).toEqual([[], '1项问题，按类别', true])
})

test('the next deadline of any inspection is under the headline, the day itself included; else the last', () => {
  const next = (asOf: string) => {
    const later = { ...order, title: '报送报表', what: 'other' as const, due: '2024-06-30' }
    const deadlines = { report: order, form: later }
    const { next: found } = homeOf(
      datasetWith({
        inspections: [
          inspectionWith({ deadlines }),
          inspectionWith({ id: '2024-q2', published_here: '2024-05-01' }),
        ],
      }),
      asOf,
    )
    return found === null ? null : [found.what, found.left, found.others, found.isPast]
  }
  expect(next('2024-06-06')).toEqual([
    '公开自查整改情况（2024年第二季度）',
    '今日（2024年6月6日）是最后一天',
    0,
    false,
  ])
  expect(next('2024-06-07')).toEqual(['报送报表（2024年第二季度）', '还有23天', 0, false])
  expect(next('2024-07-01')).toEqual(['报送报表（2024年第二季度）', '已过1天', 0, true])
})

test('each part of the bar is said beside its colour, and what was not checked has one of its own', () => {
  const tally = { total: 40, checked: 37, failed: 1 }
  const [figure] = homeOf(
    datasetWith({
      inspections: [inspectionWith({ areas: { media: { tally, rates: { passed: {} } } } })],
    }),
  ).figures
  expect(figure).toMatchObject({
    passed: '36个合格',
    failed: '1个不合格',
    unchecked: '其余没有检查',
    coverage: '40个中检查37个',
  })
})

test('the headline says how each area changed, and of which it cannot be said', () => {
  const areaOf = (failed: number, coverage: 'full' | 'sample' = 'full') => ({
    coverage,
    tally: { checked: 10, failed },
    rates: { passed: {} },
  })
  const changeAfter = (
    ...[before, now]: [Record<string, object>, Record<string, object>]
  ): string | null =>
    homeOf(
      datasetWith({
        inspections: [
          inspectionWith({ areas: before }),
          inspectionWith({
            id: '2024-q2',
            period: { label: '2024年第二季度', start: '2024-04-01', end: '2024-06-30' },
            areas: now,
          }),
        ],
      }),
    ).change
  expect(changeAfter({ media: areaOf(2) }, { media: areaOf(1) })).toBe(
    '比2024年第一季度：政务新媒体合格率 +10.0 个百分点。',
  )
  expect(changeAfter({ media: areaOf(2, 'sample') }, { media: areaOf(1) })).toBe(
    '不与上期比较：政务新媒体（上期为抽查）。',
  )
})

test('a figure that follows the first keeps its parts', () => {
  const figures = {
    平均得分: { value: 99, unit: '分' },
    扣分账号: { value: 4, unit: '个', parts: { 微信: 3, 微博: 1 } },
  }
  const home = homeOf(
    datasetWith({ inspections: [inspectionWith({ areas: { media: { figures } } })] }),
  )
  expect(home.figures[0]?.others).toEqual([
    { label: '扣分账号', value: '4个，其中微信3个、微博1个' },
  ])
})

test('one inspection has neither a change nor a line of rounds', () => {
  const media = {
    coverage: 'full' as const,
    tally: { checked: 9, failed: 1 },
    rates: { passed: {} },
  }
  const home = homeOf(datasetWith({ inspections: [inspectionWith({ areas: { media } })] }))
  expect(home.figures[0]).not.toHaveProperty('change')
  expect(home.figures[0]).not.toHaveProperty('recent')
  expect(home.change).toBeNull()
  expect(home.chart).toBeNull()
})

test('a veto whose effect on the rate is not stated is a card that says so', () => {
  const issues = {
    '2024-q1-01': issue,
    '2024-q1-02': { ...issue, severity: 'veto' as const, counts_in_rate: 'not-stated' as const },
  }
  const { issues: cards } = homeOf(datasetWith({ inspections: [inspectionWith({ issues })] }))
  expect(cards.map(({ id, status }) => [id, status?.label])).toEqual([['2024-q1-02', '单项否决']])
})

test('the home page of one report lists the measure with each problem', () => {
  const problems = [
    { problem: '目录更新不及时', measure: '立行立改' },
    { problem: '信息格式不统一', result: '已统一' },
  ]
  const report = { title: '甲县自查报告', published: 'not-stated' as const, problems }
  const { reports } = homeView(
    modelWith(datasetWith({ inspections: [], selfInspections: { '2024-q2': { jia: report } } })),
  )
  expect(reports?.single?.problems).toEqual([
    { text: '目录更新不及时', answers: ['整改措施：立行立改'] },
    { text: '信息格式不统一', answers: ['整改结果：已统一'] },
  ])
  expect(reports?.single?.facts).toContainEqual({ label: '公开日期', value: '不详（文件未写明）' })
})
