import { expect, test } from 'vitest'
import { unfinishedText } from '#checks/unfinished-text.ts'
import { inspectionWith } from '../support/dataset.ts'
import { found } from './found.ts'

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
])('%s is unfinished', (text) => {
  expect(found(unfinishedText, remarks(text))).toEqual([`error ${place}`])
})

test.each(['××局', '某XX公司', 'xxx', '人选待定'])('%s may be what the document prints', (text) => {
  expect(found(unfinishedText, remarks(text))).toEqual([`warning ${place}`])
})

test.each([
  '3×5米',
  '网址 https://example.com/xxgk/TODO',
  'xxgk',
  '等待补贴发放完毕',
  '期待定期公开',
  '是否属实？',
])('%s is finished', (text) => {
  expect(found(unfinishedText, remarks(text))).toEqual([])
})
