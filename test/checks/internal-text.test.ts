import { expect, test } from 'vitest'
import { internalText } from '#checks/internal-text.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'
import { applyEdit, base, copyOf, findings } from '../support/authored.ts'
import { found } from './found.ts'

const remarks = (text: string) => ({ inspections: [inspectionWith({ remarks: [text] })] })
const place = 'data/inspections/2024-q1.yaml remarks.0'

test.each([
  ['绝密', 'security-mark'],
  ['机密★10年', 'security-mark'],
  ['密级：秘密', 'security-mark'],
  ['【机密】', 'security-mark'],
  ['（征求意见稿）', 'security-mark'],
  ['某市政务公开工作办法（送审稿）', 'security-mark'],
  ['见 10.0.12.7', 'internal-address'],
  ['见 172.16.0.1。', 'internal-address'],
  ['见 http://192.168.1.20:8080/a', 'internal-address'],
  ['见 http://localhost:4321/', 'internal-address'],
  ['见 http://oa/login', 'internal-address'],
  ['见 oa.city.lan', 'internal-address'],
])('%s is found', (text, code) => {
  expect(found(internalText, remarks(text))).toEqual([`warning ${code} ${place}`])
})

test.each([
  '《某市政务公开工作办法（征求意见稿）》已经公布',
  '对《某市政务公开工作办法（征求意见稿）》征求意见',
  '没有发布涉及国家秘密的内容',
  '保守秘密，人人有责。',
  '172.32.0.1',
  '8.8.8.8',
  '第10.1.2.3条',
  '版本 10.1.2.3',
  'https://www.example.com/',
  'local',
  '10.5.3',
])('%s is not', (text) => {
  expect(found(internalText, remarks(text))).toEqual([])
})

test('on an official site both are errors', () => {
  const { site } = datasetWith()
  const parts = { ...remarks('秘密★1年\n见 10.0.12.7'), site: { ...site, official: true } }
  expect(found(internalText, parts)).toEqual([
    `error security-mark ${place}`,
    `error internal-address ${place}`,
  ])
})

test.each([
  ['a paragraph', '机密★10年', 1, 'security-mark'],
  ['a heading', '## 某市政务公开工作办法（征求意见稿）', 4, 'security-mark'],
  ['bold words', '**秘密**', 3, 'security-mark'],
  ['a sentence', '服务器是 10.0.12.7。', 6, 'internal-address'],
])('%s of a bulletin counts as well, on an official site as an error', (...row) => {
  const [, text, column, code] = row
  const copy = copyOf(base)
  const bulletin = 'content/bulletins/2024-q1.mdx'
  applyEdit(copy.folder, { file: bulletin, append: `\n${text}\n` })
  const problem = `${bulletin}:57:${column} ${code}`
  expect(findings(copy)).toEqual([`warning ${problem}`])
  applyEdit(copy.folder, { file: 'data/site.yaml', append: 'official: true\n' })
  expect(findings(copy)).toContain(`error ${problem}`)
})
