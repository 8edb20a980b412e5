import { expect, test } from 'vitest'
import { areaView } from '#model/area.ts'
import { indexDataset } from '#model/dataset.ts'
import { areaFigure, documentFigures } from '#view/area-figures.ts'
import type { Group } from '#schema/group.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

function figureOf(media: Group, issues: Record<string, Issue> = {}): ReturnType<typeof areaFigure> {
  const inspection = inspectionWith({ areas: { media }, issues })
  const dataset = datasetWith({ inspections: [inspection] })
  return areaFigure(inspection, areaView(dataset, indexDataset(dataset), inspection, 'media'))
}

test.each<[string, Group, string]>([
  [
    'the number checked stands beside a rate whose failures are not stated',
    { tally: { checked: 620 }, rates: { passed: { stated: '100%' } } },
    '合格率，检查620个',
  ],
  [
    'the number passed too',
    { tally: { passed: 620 }, rates: { passed: { stated: '100%' } } },
    '合格率，合格620个',
  ],
  [
    'a rate alone says that the numbers are not stated',
    { rates: { passed: { stated: '100%' } } },
    '合格率，文件未写明数量',
  ],
  [
    'messages of which only one side of the fraction is stated are counted too',
    { tally: { received: 7 }, rates: { closed_on_time: { stated: '100%' } } },
    '按期办结率，收到7个',
  ],
  [
    'a rate with its fraction needs no more',
    { rates: { 解读率: { stated: '95%', numerator: 38, denominator: 40 } } },
    '解读率（38/40）',
  ],
])('%s', (_rule, group, counted) => {
  expect(figureOf(group).counted).toBe(counted)
})

test('messages are counted in the words of the document', () => {
  const { coverage, fractionUnit, counted } = figureOf({
    tally: { valid: 604, closed: { value: 580, called: '回复' } },
  })
  expect([coverage, fractionUnit, counted]).toEqual(['账号604个，回复580个', '个', '回复'])
})

test('rates of parts are shown where the document has none of the whole', () => {
  const parts = {
    市直: { rates: { passed: { stated: '95%' } } },
    县区: { rates: { passed: { stated: '98%' } } },
  }
  const split = { of: 'checked' as const, parts }
  expect(figureOf({ splits: { tier: split } }).reason).toBe('按层级的合格率：市直95%、县区98%。')
  expect(figureOf({ splits: { tier: { of: 'total', parts: { 市直: 4 } } } })).toMatchObject({
    fraction: '4个',
    counted: '市直',
  })
})

test('the word of one finding is not said of all that failed', () => {
  const area = { tally: { checked: 130, failed: 59 } }
  const issues = {
    '2024-q1-01': { ...issue, printed_status: '单项否决', counts_in_rate: true },
  }
  expect(figureOf(area, issues).failed).toBe('59个不合格')
  expect(figureOf({ tally: { checked: 130, failed: 1 } }, issues).failed).toBe('1个单项否决')
})

test('the counter word stays with the number, and no line begins with it', () => {
  const { fraction, fractionUnit, counted } = figureOf({ tally: { checked: 49, failed: 1 } })
  expect([fraction, fractionUnit, counted]).toEqual(['48/49', '个', '账号合格'])
})

test.each<[string, Group, Partial<ReturnType<typeof figureOf>>]>([
  [
    'a score typed before a rate leads, and the rate follows with its fraction',
    {
      figures: { 平均得分: { value: 111.22, unit: '分', full: 130 } },
      rates: { 解读率: { stated: '95%', numerator: 38, denominator: 40 } },
    },
    {
      fraction: '111.22分',
      counted: '平均得分（满分130分）',
      others: [{ label: '解读率', value: '95%（38/40）' }],
    },
  ],
  [
    'a rate typed before a score leads, and the score follows',
    {
      rates: { 解读率: { stated: '95%', numerator: 38, denominator: 40 } },
      figures: { 平均得分: { value: 111.22, unit: '分', full: 130 } },
    },
    { fraction: '95%', others: [{ label: '平均得分', value: '111.22分（满分130分）' }] },
  ],
  [
    'counts of letters stand beside their rate, and figures after them',
    {
      tally: { received: 60, closed: 58 },
      rates: { 满意率: { stated: '97%' } },
      figures: { 退回: { value: 2, unit: '件' } },
    },
    {
      fraction: '97%',
      others: [
        { label: '收到', value: '60个' },
        { label: '办结', value: '58个' },
        { label: '退回', value: '2件' },
      ],
    },
  ],
  [
    'counts typed before figures come before them',
    {
      tally: { received: 604, closed: { value: 580, called: '回复' } },
      figures: { 退回: { value: 26, unit: '件' } },
    },
    {
      fraction: '604个',
      counted: '收到',
      others: [
        { label: '回复', value: '580个' },
        { label: '退回', value: '26件' },
      ],
    },
  ],
  [
    'figures beside checked accounts are kept',
    {
      tally: { total: 370, checked: 370, failed: 1 },
      rates: { passed: { stated: '99.7%' } },
      figures: { 平均得分: { value: 93.2, unit: '分' } },
    },
    { fraction: '369/370', others: [{ label: '平均得分', value: '93.2分' }] },
  ],
])('the first number of the document leads: %s', (_rule, group, expected) => {
  expect(figureOf(group)).toMatchObject(expected)
})

test('a figure of no area stands where the document has it', () => {
  const figures = { 全市平均得分: { value: 81.5, unit: '分' }, 参评单位: { value: 12, unit: '个' } }
  const areas = { media: { tally: { checked: 9, failed: 1 } } }
  const { published_here, ...head } = inspectionWith()
  const shown = (inspection: ReturnType<typeof inspectionWith>): unknown[] => {
    const dataset = datasetWith({ inspections: [inspection] })
    const view = areaView(dataset, indexDataset(dataset), inspection, 'media')
    return documentFigures({ dataset }, inspection, [view]).map(({ figure }) => [
      figure.area,
      figure.fraction,
      figure.others,
    ])
  }
  const whole = ['总体数字', '81.5分', [{ label: '参评单位', value: '12个' }]]
  const area = ['政务新媒体', '8/9', undefined]
  const { areas: _none, ...before } = head
  expect(shown({ ...before, published_here, figures, areas })).toEqual([whole, area])
  expect(shown({ ...before, published_here, areas, figures })).toEqual([area, whole])
})

test('the share of a sample is stated where the document calls it one and counts all there are', () => {
  const tally = { checked: 18, failed: 0, total: 60 }
  expect(figureOf({ coverage: 'sample', tally }).coverage).toBe('抽查18个，占全部60个的30%')
  expect(
    figureOf({ coverage: 'sample', tally: { checked: 1, failed: 0, running: 3 } }).coverage,
  ).toBe('抽查1个，占正常运行的3个的33.3%')
  expect(figureOf({ tally }).coverage).toBe('60个中检查18个')
  expect(figureOf({ coverage: 'sample', tally: { checked: 18, failed: 0 } }).coverage).toBe(
    '检查18个',
  )
})

test('where all that runs was checked, or the document says all, nothing was left out', () => {
  const tally = { checked: 347, failed: 0, running: 347, total: 349 }
  const unchecked = '其余不在检查范围内'
  const coverage = '应检查的347个全部检查，总数349个'
  expect(figureOf({ tally })).toMatchObject({ unchecked, coverage })
  expect(figureOf({ coverage: 'full', tally: { ...tally, running: undefined } })).toMatchObject({
    unchecked,
    coverage,
  })
  expect(figureOf({ tally: { ...tally, running: 348 } })).toMatchObject({
    unchecked: '其余没有检查',
    coverage: '349个中检查347个',
  })
})

test.each<[string, Group, string[]]>([
  [
    'a rate of fewer than ten says that its fraction tells more',
    { tally: { checked: 8, failed: 1 }, rates: { passed: {} } },
    ['合格率的分母只有8个，多一个少一个，百分数就相差很多'],
  ],
  ['one of ten does not', { tally: { checked: 10, failed: 1 }, rates: { passed: {} } }, []],
  ['nor one of an unknown number', { rates: { passed: { stated: '90%' } } }, []],
])('%s', (_rule, group, notes) => {
  expect(figureOf(group).notes).toEqual(notes)
})

test('a figure that leads says what it is made of', () => {
  const parts = { 基础分: 92.35, 加分: 5, 扣分: -1 }
  expect(figureOf({ figures: { 平均得分: { value: 96.35, unit: '分', parts } } }).counted).toBe(
    '平均得分，其中基础分92.35分、加分5分、扣分-1分',
  )
})
