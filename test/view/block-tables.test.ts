import { expect, test } from 'vitest'
import { groupView, measureViews } from '#model/area.ts'
import { groupDetails, measureLine } from '#view/block-tables.ts'
import type { Measure } from '#schema/figure.ts'

const line = (measure: Measure): string => measureViews({ 数: measure }).map(measureLine).join('')

test.each<[string, Measure, string]>([
  [
    'a score has its full mark, and so has each part',
    {
      value: 111.22,
      full: 130,
      unit: '分',
      parts: { 基础分: { value: 92.12, full: 100 }, 加分: { value: 19.1, full: 30 } },
    },
    '111.22分（满分130分），其中基础分92.12分（满分100分）、加分19.1分（满分30分）',
  ],
  [
    'numbers that the document gives to nobody are listed',
    { values: [53.4, 59.5, 54.7], unit: '分' },
    '53.4、59.5、54.7分',
  ],
  [
    'parts that are not all listed end with 等',
    { value: 26, unit: '处', parts: { 错别字: 14, 错链: 6 }, exhaustive: false },
    '26处，其中错别字14处、错链6处等',
  ],
  [
    'a number may be of another time than its block',
    {
      value: 332,
      unit: '处',
      parts: { 已整改: { value: 312, window: { end: '2024-03-15' } } },
      exhaustive: false,
    },
    '332处，其中已整改312处（截至2024年3月15日）',
  ],
  [
    'a document may state only how a number changed',
    { unit: '分', changes: [{ base: '上季度', direction: 'up', value: 2.99, unit: '分' }] },
    '文件未写明，比上季度上升2.99分',
  ],
  [
    'a single part is no list',
    { value: 65, unit: '个', parts: { 未注销: 35 }, exhaustive: false },
    '65个，其中未注销35个',
  ],
  [
    'parts that are all listed do not',
    { value: 20, unit: '处', parts: { 错别字: 14, 错链: 6 } },
    '20处，其中错别字14处、错链6处',
  ],
])('%s', (_rule, measure, text) => {
  expect(line(measure)).toBe(text)
})

test('a printed rate says what its own fraction gives where the two differ', () => {
  const part = (failed: number, stated: string) => ({
    tally: { checked: 38, failed },
    rates: { passed: { stated } },
  })
  const parts = { 微信: part(17, '48.48%'), 抖音: part(19, '50%'), 微博: part(1, '100%') }
  const view = groupView({ ...part(1, '100%'), splits: { platform: { of: 'checked', parts } } }, 2)
  const { facts, tables } = groupDetails(view, '政务新媒体', '个')
  const rates = tables.flatMap(({ rows }) => rows.map((row) => row.at(-1)))
  expect(rates).toEqual([
    '48.48%（21/38，按此计算是55.26%）',
    '50%（19/38）',
    '100%（37/38，按此计算是97.37%）',
  ])
  expect(facts.find(({ label }) => label === '合格率')?.value).toBe(
    '100%（37/38，按此计算是97.37%）',
  )
})

test.each([
  [{}, undefined],
  [{ exhaustive: false }, '文件没有列全。'],
  [{ additive: false }, '各部分不能相加。'],
  [{ exhaustive: false, additive: false }, '文件没有列全，各部分不能相加。'],
])('a table of a split says of %j only what is known: %s', (parts, note) => {
  const split = { of: 'failed', parts: { 内容不更新: 5, 无互动功能: 2 }, ...parts } as const
  const { tables } = groupDetails(groupView({ splits: { 问题类型: split } }, 1), '政务新媒体', '个')
  expect(tables.map((table) => table.note)).toEqual([note])
})
