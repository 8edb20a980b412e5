import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { formatGithub } from '#messages/format-github.ts'
import { formatJson, formatText } from '#messages/format.ts'
import { applyEdit, sample, base, copyOf, type Edit, type Folders } from '../support/authored.ts'

const root = join(import.meta.dirname, '../..')
const inspection = 'data/inspections/2024-q1.yaml'

function withEdits(...edits: Edit[]): Folders & { readonly folder: string } {
  const copy = copyOf(base)
  for (const edit of edits) applyEdit(copy.folder, edit)
  return copy
}

function check(
  { data, content }: Folders,
  ...args: string[]
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/gongshi.js', 'check', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: data, CONTENT_DIR: content, NODE_OPTIONS: '' },
    },
  )
  return { code: status, out: stdout, err: stderr }
}

const wrongTotal: Edit = {
  file: inspection,
  replace: '市直部门（单位）: 105',
  by: '市直部门（单位）: 106',
}
const wrongRate: Edit = { file: inspection, replace: '"99.7%"', by: '"99.6%"' }

describe('the command ends with', () => {
  test('0 when nothing is wrong', () => {
    expect(check(sample)).toEqual({
      code: 0,
      out: '数据检查通过，没有发现问题。\n检查的是 test/cases/seed/data 和 test/cases/seed/content。\n',
      err: '',
    })
  })

  test('0 when there are warnings only', () => {
    const { code, out } = check(withEdits(wrongRate))
    expect(code).toBe(0)
    expect(out).toContain('[rate-differs]')
  })

  test('1 when there is an error, without a stack trace', () => {
    const { code, out, err } = check(
      withEdits(wrongTotal, { file: 'data/units.yaml', remove: true }),
    )
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('[parts-do-not-add-up]')
    expect(out).toContain('[file-missing]')
    expect(out).not.toMatch(/^\s+at |node:|Error/m)
  })

  test('1 when there is no data folder', () => {
    const { code, out, err } = check({
      data: join(root, 'no-such-folder'),
      content: sample.content,
    })
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('[folder-missing]')
  })
})

test('for programs, each problem has its code, place, sentence and arguments', () => {
  const { code, out } = check(withEdits(wrongTotal, wrongRate), '--format', 'json')
  const { problems } = JSON.parse(out) as { problems: Record<string, unknown>[] }
  expect(code).toBe(1)
  expect(
    problems.map(({ code, level, file, line, column }) => [code, level, file, line, column]),
  ).toEqual([
    ['rate-differs', 'warning', inspection, 25, 25],
    ['parts-do-not-add-up', 'error', inspection, 29, 9],
  ])
  expect(problems[1]).toMatchObject({ args: { sum: 371, total: 370, difference: 1 } })
})

const report = (folders: Folders): string => formatText(loadChecked(folders).problems)

test('a report says what is wrong, where, and what to write', () => {
  const folders = withEdits(
    wrongTotal,
    { file: inspection, replace: '[xuzhou]', by: '[xuzou]' },
    { file: 'data/channels.yaml', replace: '宜宾统计, unit', by: '宜宾统计, unti' },
  )
  expect(report(folders)).toMatchInlineSnapshot(`
    "错误 data/channels.yaml:5:48 [unknown-key-near]
      5 | …atform: 微信公众号, name: 宜宾统计, unti: not-stated }
        |                                      ^
      没有“unti”这个字段。
      是不是想写“unit”？

    错误 data/inspections/2024-q1.yaml:29:9 [parts-do-not-add-up]
      29 |         parts:
         |         ^
      “按层级”各部分相加是 371，而“总数”是 370，相差 1。
      请核对录入。确系文件原文如此，在该领域（或这个数字下）加 as_printed: true；各部分没有列全，加 exhaustive: false；有重叠或各是平均数，加 additive: false。

    错误 data/inspections/2024-q1.yaml:75:13 [unit-unknown-near]
      75 |     units: [xuzou]
         |             ^
      单位编号“xuzou”不在 data/units.yaml 里。
      是不是“xuzhou”？

    数据检查未通过：3 个错误，0 个警告。改正错误后才能生成网站。
    方括号里是提示的代码，含义和改法见手册“提示代码”一页（manual/codes.html）。"
  `)
})

test('the caret is below the mistake; a Chinese character is two columns wide', () => {
  const folders = withEdits({
    file: 'data/units.yaml',
    replace: '珙县, tier: county',
    by: '珙县, tier: 县',
  })
  expect(report(folders)).toMatchInlineSnapshot(`
    "错误 data/units.yaml:13:31 [expects-id-near]
      13 |   gongxian: { name: 珙县, tier: 县 }
         |                                 ^
      “县”不能用作编号：这里写编号，不写名称。
      是不是“county”？

    数据检查未通过：1 个错误，0 个警告。改正错误后才能生成网站。
    方括号里是提示的代码，含义和改法见手册“提示代码”一页（manual/codes.html）。"
  `)
})

test('a report stays on its lines and cannot steer a terminal', () => {
  const folders = withEdits({
    file: 'data/units.yaml',
    replace: 'gongxian: { name: 珙县, tier: county }',
    by: '"\\e[31m\\n::error::x": { name: 珙县, tier: "\\e[2J\\n\\u202e" }',
  })
  const { problems } = loadChecked(folders)
  expect(problems.map(({ code }) => code)).toContain('control-character')
  expect(formatText(problems)).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|^::/m,
  )
  expect(formatJson(problems)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

test('a byte-order mark and Windows line ends are accepted', () => {
  const { folder, data, content } = copyOf(base)
  for (const file of [inspection, 'data/units.yaml', 'content/bulletins/2024-q1.mdx']) {
    const text = readFileSync(join(folder, file), 'utf8')
    writeFileSync(join(folder, file), `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  }
  expect(loadChecked({ data, content }).problems).toEqual([])
})

describe('a report contains no personal data', () => {
  const hidden = ['13812345678', '138 1234 5678', '11010519491231002X', 'zhang.san@example.com']

  test.each(hidden)('%s is in no format', (personal) => {
    const folders = withEdits({
      file: inspection,
      replace: '    text: 严重表述错误',
      by: `    text: 严重表述错误，找${personal}`,
    })
    const { problems } = loadChecked(folders)
    expect(problems).toHaveLength(1)
    for (const format of [formatText, formatJson, formatGithub])
      expect(format(problems)).not.toContain(personal)
    // The remaining text keeps its column.
    const text = problems[0]?.position?.text ?? ''
    expect(text).toMatch(/^ {4}text: 严重表述错误，找.{3}\*+.{2}$/)
    expect(text).toHaveLength(`    text: 严重表述错误，找${personal}`.length)
  })

  test('even if the problem is about something else', () => {
    const folders = withEdits({
      file: inspection,
      replace: 'rechecked_until: 2024-03-05',
      by: 'rechecked_until: 13812345678 # 110105194912310020',
    })
    const { problems } = loadChecked(folders)
    expect(problems.length).toBeGreaterThan(0)
    for (const format of [formatText, formatJson, formatGithub])
      expect(format(problems)).not.toMatch(/13812345678|110105194912310020/)
  })
})
