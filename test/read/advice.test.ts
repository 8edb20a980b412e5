import { expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { wording } from '#messages/format.ts'
import { applyEdit, base, copyOf } from '../support/authored.ts'

const file = 'data/inspections/2024-q1.yaml'
const issuer = 'issuer: 宜宾市人民政府办公室'

/** What the check writes about a file after one replacement: code and advice. */
function advice(edit: { file?: string; replace: string; by: string }): string[] {
  const copy = copyOf(base)
  applyEdit(copy.folder, { file, ...edit })
  return loadChecked(copy).problems.map(
    (problem) => `${problem.code}: ${wording(problem).says}${wording(problem).write}`,
  )
}

test.each([
  ['number: 宜府办[2023]36号', '宜府办[2023]36号'],
  ['number: [2023]36号', '[2023]36号'],
])('brackets in a text without quotes are named as such, not as unpaired: %s', (field, word) => {
  for (const by of [`document: { ${field} }`, `document: { ${field}, type: 通报 }`]) {
    const [only, ...others] = advice({ replace: issuer, by: `${issuer}\n${by}` })
    expect(others).toEqual([])
    expect(only).toContain(`“${word}”里有方括号，没有加引号`)
    expect(only).toContain(`"${word}"`)
  }
})

test('a list that is not closed is still called unpaired', () => {
  const by = `${issuer}\njoint_issuers: [甲局, 乙局`
  expect(advice({ replace: issuer, by })[0]).toContain('没有成对')
})

test('the suggestion contains the unit of a figure', () => {
  const replace = '    window: { start: 2023-12 }'
  const figure = (text: string): string[] =>
    advice({ replace, by: `${replace}\n    figures: { 信息: ${text} }` })
  expect(figure('2729条')[0]).toContain('{ value: 2729, unit: 条 }')
  expect(figure('约6152万次')[0]).toContain('{ value: 6152, unit: 万次, approximate: true }')
  expect(figure('{ value: 2729条 }')[0]).toContain('2729')
})

test('one text where a list is expected gets its brackets and quotes', () => {
  const by = `${issuer}\nremarks: 本表不含已关停的账号`
  expect(advice({ replace: issuer, by })).toEqual([
    expect.stringContaining('["本表不含已关停的账号"]') as string,
  ])
})

test('a day that may be unknown offers the word for it, and another day does not', () => {
  const report = {
    file: 'data/self-inspections/2024-q2/xuzhou.yaml',
    append: 'title: 叙州区2024年第二季度自查整改情况\npublished: 不详\n',
  }
  const copy = copyOf(base)
  applyEdit(copy.folder, report)
  const [only] = loadChecked(copy).problems
  expect(only && wording(only).write).toContain('not-stated')
  const [other] = advice({ replace: 'rechecked_until: 2024-03-05', by: 'rechecked_until: 不详' })
  expect(other).not.toContain('not-stated')
})

test.each([
  ['- 按照国家和省有关文件要求', String.raw`1\.`],
  [String.raw`\1. 按照国家和省有关文件要求`, String.raw`1\.`],
])('a paragraph that begins with a number: %s', (by, better) => {
  const bulletin = 'content/bulletins/2024-q1.mdx'
  const [only] = advice({ file: bulletin, replace: '按照国家和省有关文件要求', by })
  expect(only).toContain(better)
})

test('a full-width comma joins items of a list, but belongs to titles and to the words of cells', () => {
  const codes = (by: string): unknown[] =>
    advice({ replace: issuer, by: `${issuer}\n${by}` }).filter((one) =>
      one.startsWith('full-width-comma-in-list'),
    )
  expect(codes('joint_issuers: [甲局，乙局]')).toHaveLength(1)
  expect(
    codes('document: { basis: [《关于检查指标、考核指标的通知》（示办〔2024〕1号）] }'),
  ).toEqual([])
  expect(codes('document: { basis: [关于公开、公示工作的通知] }')).toEqual([])
  expect(codes('document: { basis: [关于公开工作的通知、关于公示工作的通知] }')).toHaveLength(1)
  const table = (row: string): string =>
    `appendices: { list: { title: 名单, columns: [序号, 问题], rows: [${row}] } }`
  const cells = (row: string): unknown[] =>
    advice({ replace: 'appendices:', by: `${table(row)}\nunused:` }).filter((one) =>
      one.startsWith('full-width-comma-in-list'),
    )
  expect(cells('[1, 栏目空白、链接打不开]')).toEqual([])
  expect(cells('[1，2, 链接打不开]')).toHaveLength(1)
})
