import { expect, test } from 'vitest'
import { unfinishedText } from '#check/texts/unfinished-text.ts'
import type { Block } from '#model/bulletin.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found } from '../found.ts'

const remarks = (text: string) => ({ inspections: [inspectionWith({ remarks: [text] })] })
const place = 'text-unfinished data/inspections/2024-q1.yaml remarks.0'

test.each([
  'TODO',
  'todo 数字',
  'TBD',
  '数字待补',
  '（待填）',
  'placeholder',
  '此处填写单位',
  '共？？个',
  '责任单位【】',
  '责任单位【　】',
  '【待补】',
  '附件[ ]',
])('%s is unfinished', (text) => {
  expect(found(unfinishedText, remarks(text))).toEqual([`error ${place}`])
})

test.each([
  '××局',
  '某XX公司',
  'xxx',
  '人选待定',
  '数字待核实',
  '○○局',
  '检查□□个',
  '于x月底前',
  '××年底',
  '编号____',
  '编号＿＿',
])('%s may be what the document prints', (text) => {
  expect(found(unfinishedText, remarks(text))).toEqual([`warning ${place}`])
})

test.each([
  '3×5米',
  '网址 https://example.com/xxgk/TODO',
  'xxgk',
  '等待补贴发放完毕',
  '期待定期公开',
  '是否属实？',
  '×府办〔2024〕1号',
  '二○○八年',
  '〔2024〕1号',
  '【通报】',
  '□是 □否',
  'data_file',
  '待遇核实发放',
])('%s is finished', (text) => {
  expect(found(unfinishedText, remarks(text))).toEqual([])
})

test.each([
  ['2024年x月x日', 2],
  ['Ｘ年Ｘ月Ｘ日', 3],
  ['×月×日前', 2],
])('each blank of %s', (text, count) => {
  expect(found(unfinishedText, remarks(text))).toEqual(Array(count).fill(`warning ${place}`))
})

test('a bulletin is checked too', () => {
  const block: Block = {
    type: 'paragraph',
    children: [{ type: 'text', text: '于x月底前整改，责任单位【】', offset: 10 }],
  }
  const bulletins = { '2024-q1': { id: '2024-q1', blocks: [block] } }
  expect(found(unfinishedText, { bulletins })).toEqual([
    'error text-unfinished content/bulletins/2024-q1.mdx 22',
    'warning text-unfinished content/bulletins/2024-q1.mdx 11',
  ])
})
