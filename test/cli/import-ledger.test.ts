import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { exportTemplate } from '../../src/cli/export-template.ts'
import { importSheet } from '../../src/cli/import.ts'
import { findings } from '../support/authored.ts'
import { type Copy, importTable, withTable } from '../support/import-table.ts'
import { printed } from '../support/printed.ts'

const read = (copy: Copy, file: string): string => readFileSync(join(copy.folder, file), 'utf8')
const own = 'data/openness/2023/caizheng.yaml'

const policyMap = `into: policies
period: "2023"
columns: { unit: 单位, title: 文件, number: 文号, published: 公开, interpretation: 解读, interpreted: 解读日期 }
fixed: { kind: 行政规范性文件, disclosure: 主动公开, form: 文字 }
`
const policyRows = [
  ['单位', '文件', '文号', '公开', '解读', '解读日期'],
  ['市财政局', '贴息管理办法', '示财规〔2023〕2号', '2023年5月10日', '贴息办法解读', '2023-05-12'],
  ['市财政局', '贴息管理办法', '', '', '贴息办法问答', '2023-05-20'],
  ['叙州区', '停车场办法', '文件未写明', '2023-06-01', '', ''],
]

test('a list of documents becomes the ledgers of its units, with ids that are counted on', async () => {
  const copy = withTable(policyMap, policyRows)
  const shown = await importTable(copy)
  expect(shown.text).toContain('新增2行，改动1行，没有变化0行。')
  expect(existsSync(join(copy.folder, own))).toBe(false)
  await importTable(copy, '--write')
  expect(read(copy, own)).toContain(`policies:
  2023-caizheng-01:
    title: 贴息管理办法
    number: 示财规〔2023〕2号
    kind: normative
    disclosure: proactive
    published: 2023-05-10
    interpretation:
      items:
        - { title: 贴息办法解读, form: text, published: 2023-05-12 }
        - { title: 贴息办法问答, form: text, published: 2023-05-20 }
`)
  expect(read(copy, 'data/openness/2023/xuzhou.yaml')).toContain('number: not-stated')
  expect(findings(copy)).toEqual([])
})

test.each(['policies', 'consultations', 'annual-reports'])(
  'a list of %s without a year is asked for one, not for a quarter',
  async (into) => {
    const map = `into: ${into}\ncolumns: { unit: 单位, url: 公开 }\n`
    expect((await importTable(withTable(map, policyRows))).text).toContain(
      '请写明导入到哪一年：在对应关系里写 period: "2024"',
    )
  },
)

test('the same list again changes nothing', async () => {
  const copy = withTable(policyMap, policyRows)
  await importTable(copy, '--write')
  const before = read(copy, own)
  expect((await importTable(copy, '--write')).text).toContain('数据文件没有变化。')
  expect(read(copy, own)).toBe(before)
})

test('feedback from a list takes the place of not-yet', async () => {
  const copy = withTable(
    'into: consultations\nperiod: "2023"\ncolumns: { unit: 单位, title: 公告, feedback: 反馈 }\n',
    [
      ['单位', '公告', '反馈'],
      ['市财政局', '征求意见的公告', '2023-04-20'],
    ],
  )
  mkdirSync(dirname(join(copy.folder, own)), { recursive: true })
  writeFileSync(
    join(copy.folder, own),
    'consultations:\n  2023-caizheng-c1:\n    title: 征求意见的公告\n    kind: normative\n    opened: 2023-03-01\n    closes: 2023-03-31\n    feedback: not-yet\n',
  )
  await importTable(copy, '--write')
  expect(read(copy, own)).toMatch(/feedback:\s*\{?\s*published: 2023-04-20/)
  expect(findings(copy)).toEqual([])
})

test('documents of one title with another number or day are records of their own', async () => {
  const title = '关于任免职务的通知'
  const copy = withTable(policyMap, [
    policyRows[0] ?? [],
    ['市财政局', title, '示财〔2023〕1号', '2023-01-05', '', ''],
    ['市财政局', title, '示财〔2023〕9号', '2023-09-05', '', ''],
    ['市财政局', title, '示财〔2023〕1号', '2023-01-05', '', ''],
  ])
  expect((await importTable(copy, '--write')).text).toContain('新增2行，改动0行，没有变化1行。')
  expect(read(copy, own)).toContain('number: 示财〔2023〕1号')
  expect(read(copy, own)).toContain('number: 示财〔2023〕9号')
  writeFileSync(
    join(copy.folder, 'map.yaml'),
    'into: policies\nperiod: "2023"\ncolumns: { unit: 单位, title: 文件, interpretation: 解读 }\nfixed: { form: 文字 }\n',
  )
  const { text, code } = await importTable(copy, '--write')
  expect(code).not.toBe(0)
  expect(text).toContain('同名的有几条')
})

test('not-yet can be imported, is in the template, and stays where a cell is wrong', async () => {
  const table = (feedback: string): Copy =>
    withTable(
      'into: consultations\nperiod: "2023"\ncolumns: { unit: 单位, title: 公告, kind: 种类, opened: 开始, closes: 截止, feedback: 反馈 }\n',
      [
        ['单位', '公告', '种类', '开始', '截止', '反馈'],
        ['市财政局', '征求意见的公告', '行政规范性文件', '2023-03-01', '2023-03-31', feedback],
      ],
    )
  const copy = table('还没有公布')
  expect((await importTable(copy, '--write')).code).toBe(0)
  expect(read(copy, own)).toContain('feedback: not-yet')
  const out = join(copy.folder, 'form.xlsx')
  await printed(exportTemplate, copy, 'openness', '2023', '--out', out)
  expect((await printed(importSheet, copy, out, '--write')).text).toContain('数据文件没有变化。')
  const wrong = table('四月下旬')
  mkdirSync(dirname(join(wrong.folder, own)), { recursive: true })
  writeFileSync(join(wrong.folder, own), read(copy, own))
  expect((await importTable(wrong, '--write')).code).not.toBe(0)
  expect(read(wrong, own)).toBe(read(copy, own))
})

test('a row without what a new document needs is named with its column, and nothing is imported', async () => {
  const copy = withTable(policyMap, [
    policyRows[0] ?? [],
    ['市财证局', '办法', '', '2023-05-10', '', ''],
    ['市财政局', '办法', '', '', '解读', ''],
  ])
  const { code, text } = await importTable(copy, '--write')
  expect(code).not.toBe(0)
  expect(text).toContain('是不是“市财政局”？')
  expect(text).toContain('新的一条要写“公开日期”')
  expect(text).toContain('新的一条要写“解读日期”')
  expect(existsSync(join(copy.folder, own))).toBe(false)
})

test('the template holds what is known, and read back it changes nothing', async () => {
  const copy = withTable(policyMap, policyRows)
  await importTable(copy, '--write')
  const before = read(copy, own)
  const out = join(copy.folder, 'form.xlsx')
  expect((await printed(exportTemplate, copy, 'openness', '2023', '--out', out)).code).toBe(0)
  const back = await printed(importSheet, copy, out, '--write')
  expect(back.text).toContain('数据文件没有变化。')
  expect(read(copy, own)).toBe(before)
})

test('steps of 三同步, a reason and means are taken, and the template with reports reads back the same', async () => {
  const own3 = 'data/openness/2024/caizheng.yaml'
  const policies = withTable(
    'into: policies\nperiod: "2024"\ncolumns: { unit: 单位, title: 文件, published: 公开, drafted: 起草, reviewed: 审批, published_together: 发布, reason: 不报送 }\nfixed: { kind: 其他政策文件 }\n',
    [
      ['单位', '文件', '公开', '起草', '审批', '发布', '不报送'],
      ['市财政局', '绩效办法', '2024-05-10', '是', '文件未写明', '否', '内容只涉及内部管理'],
    ],
  )
  await importTable(policies, '--write')
  expect(read(policies, own3)).toContain(
    '    interpretation:\n      together: { drafted: true, reviewed: not-stated, published: false }\n    gazette: { reason: 内容只涉及内部管理 }\n',
  )
  const consultations = withTable(
    'into: consultations\nperiod: "2024"\ncolumns: { unit: 单位, title: 公告, means: 方式, market_entities: 经营主体, opened: 始, closes: 止 }\nfixed: { kind: 其他 }\n',
    [
      ['单位', '公告', '方式', '经营主体', '始', '止'],
      ['市财政局', '征求意见的公告', '公开征集、听证会', '否', '2024-03-01', '2024-04-01'],
    ],
  )
  await importTable(consultations, '--write')
  expect(read(consultations, own3)).toMatch(/means: \[notice, hearing\]\s+market_entities: false/)
  const reports = withTable(
    'into: annual-reports\nperiod: "2024"\ncolumns: { unit: 单位, published: 公布 }\n',
    [
      ['单位', '公布'],
      ['市财政局', '2025年1月20日'],
    ],
  )
  await importTable(reports, '--write')
  expect(read(reports, own3)).toContain('annual_report: { year: 2024, published: 2025-01-20 }')
  for (const copy of [policies, consultations, reports]) {
    expect(findings(copy)).toEqual([])
    const before = read(copy, own3)
    const out = join(copy.folder, 'form.xlsx')
    await printed(exportTemplate, copy, 'openness', '2024', '--out', out)
    expect((await printed(importSheet, copy, out, '--write')).text).toContain('数据文件没有变化。')
    expect(read(copy, own3)).toBe(before)
  }
})

test('a report without its day is named with its column', async () => {
  const copy = withTable(
    'into: annual-reports\nperiod: "2024"\ncolumns: { unit: 单位, url: 网址, published: 公布 }\n',
    [
      ['单位', '网址', '公布'],
      ['市财政局', 'https://example.com/1.html', ''],
    ],
  )
  expect((await importTable(copy, '--write')).text).toContain('新的一条要写“公布日期”')
})

test('a ledger is of a year', async () => {
  const copy = withTable(policyMap.replace('"2023"', '2023-q1'), policyRows)
  expect((await importTable(copy)).text).toContain('“2023-q1”不是年份')
})
