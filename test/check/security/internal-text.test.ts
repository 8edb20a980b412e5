import { describe, expect, test } from 'vitest'
import { internalText } from '#check/security/internal-text.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'
import { applyEdit, base, copyOf, findings } from '../../support/authored.ts'
import { found } from '../found.ts'

const remarks = (text: string) => ({ inspections: [inspectionWith({ remarks: [text] })] })
const place = 'data/inspections/2024-q1.yaml remarks.0'

test.each([
  ['绝密', 'security-mark'],
  ['机密★10年', 'security-mark'],
  ['密级：秘密', 'security-mark'],
  ['【机密】', 'security-mark'],
  ['（征求意见稿）', 'draft-mark'],
  ['某市政务公开工作办法（送审稿）', 'draft-mark'],
  ['见 10.0.12.7', 'internal-address'],
  ['见 172.16.0.1。', 'internal-address'],
  ['见 http://192.168.1.20:8080/a', 'internal-address'],
  ['见 http://10.1.2.3/', 'internal-address'],
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
  ['a heading', '## 某市政务公开工作办法（征求意见稿）', 4, 'draft-mark'],
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

const official = { ...datasetWith().site, official: true }

test.each([
  ['机密（已解密）', []],
  ['机密★10年\n此件已解密', [`warning security-mark ${place}`]],
  ['绝密★启用前\n2024年某考试试题', [`warning security-mark ${place}`]],
  ['机密★10年\n未经解密不得公开', [`error security-mark ${place}`]],
  ['机密★10年\n解密时间：2034年', [`error security-mark ${place}`]],
])('a marking whose secrecy has ended is a warning on an official site: %j', (text, expected) => {
  expect(found(internalText, { ...remarks(text), site: official })).toEqual(expected)
})

const table = (column: string, value: string) => ({
  inspections: [
    inspectionWith({ appendices: { list: { title: '清单', columns: [column], rows: [[value]] } } }),
  ],
  site: official,
})
const cell = 'data/inspections/2024-q1.yaml appendices.list.rows.0.0'

test.each([
  ['公开征求意见的文件', '某市政务公开工作办法（征求意见稿）', []],
  ['密级', '秘密', []],
  ['密级', '秘密★1年', [`error security-mark ${cell}`]],
  ['章节', '10.1.2.3', []],
  ['IP地址', '10.1.2.3', [`error internal-address ${cell}`]],
  ['备注', '192.168.1.5', [`error internal-address ${cell}`]],
  ['备注', 'oa.city.lan', [`error internal-address ${cell}`]],
])(
  'a cell of a table is not a document, and its column heading says what it contains: %s %s',
  (...row) => {
    const [column, value, expected] = row
    expect(found(internalText, table(column, value))).toEqual(expected)
  },
)

test('the title of an attachment names another document', () => {
  const title = '某市政务公开工作办法（征求意见稿）'
  const report = { title: '自查', published: '2024-06-03', attachments: [{ file: 'a.pdf', title }] }
  const parts = { selfInspections: { '2024-q2': { jia: report } }, site: official }
  expect(found(internalText, parts)).toEqual([])
})

describe('on an official site, with a written reason,', () => {
  test.each([
    ['公开征求意见的办法（征求意见稿）', 'draft-mark', []],
    ['检测时本机回环地址 http://127.0.0.1:8080', 'internal-address', []],
    ['机密★10年', 'security-mark', ['error security-mark', 'warning acknowledgement-of-error']],
  ])('%s: %s can be acknowledged, a degree of secrecy cannot', (text, code, expected) => {
    const copy = copyOf(base)
    applyEdit(copy.folder, { file: 'data/site.yaml', append: 'official: true\n' })
    const before = findings(copy)
    applyEdit(copy.folder, {
      file: 'data/inspections/2024-q1.yaml',
      append: `remarks: ["${text}"]\nacknowledged: [{ code: ${code}, reason: 市政府网站正在公开征求意见 }]\n`,
    })
    const left = findings(copy).filter((one) => !before.includes(one))
    expect(left.map((one) => one.replace(/ \S+ /, ' ')).toSorted()).toEqual(expected)
  })
})
