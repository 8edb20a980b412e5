import { utils, read as readBook, write } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportTemplate, templateOptions } from '../../src/cli/export-template.ts'
import { importOptions, importSheet } from '../../src/cli/import.ts'
import { applyEdit, base, copyOf, findings } from '../support/authored.ts'
import { inGbk } from '../support/gbk.ts'
import { type Copy, importTable, withTable as copyWith } from '../support/import-table.ts'
import { lineDifference } from '../support/line-difference.ts'
import { printed } from '../support/printed.ts'
import { xmlFaults } from '../support/xml.ts'

const file = 'data/inspections/2024-q1.yaml'

const map = `# 监管平台导出的问题清单
into: issues
period: 2024-q1
columns:
  units: 责任单位
  channels: 账号名称
  platform: 平台
  text: 问题描述
fixed: { area: 政务新媒体, severity: 一般问题, counts_in_rate: 否 }
words: { 叙州: 叙州区, 微信: 微信公众号 }
skip: { 序号: [合计] }
`
const table = [
  ['2024年第一季度问题清单'],
  ['序号', '责任单位', '账号名称', '平台', '问题描述'],
  ['1', '叙州', '叙州教育', '微信', '栏目没有更新'],
  ['2', '市财政局、市信访局', '', '', '链接打不开'],
  ['合计', '3'],
]

const withTable = (rows: readonly (readonly unknown[])[], columns = map): Copy =>
  copyWith(columns, rows)
const run = importTable

const textOf = (copy: Copy, name = file): string => readFileSync(join(copy.folder, name), 'utf8')

/** Every file of the data, with its text. */
const allOf = ({ data }: Copy): Map<string, string> =>
  new Map(
    readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  )

const newIssues = [
  '+  2024-q1-08:',
  '+    area: media',
  '+    units: [xuzhou]',
  '+    channels: [xuzhou-jiaoyu]',
  '+    severity: ordinary',
  '+    counts_in_rate: false',
  '+    text: 栏目没有更新',
  '+  2024-q1-09:',
  '+    area: media',
  '+    units: [caizheng, xinfang]',
  '+    severity: ordinary',
  '+    counts_in_rate: false',
  '+    text: 链接打不开',
]

describe('the list of a monitoring platform', () => {
  test('is shown as a difference, and nothing is written', async () => {
    const copy = withTable(table)
    const before = allOf(copy)
    const { text, code } = await run(copy)
    expect(code).toBe(0)
    expect(text).toContain('新增2行，改动0行，没有变化0行。')
    expect(text.split('\n')).toEqual(expect.arrayContaining(newIssues))
    expect(text).toContain('试运行')
    expect(allOf(copy)).toEqual(before)
  })

  test('may name units and accounts as they were called before', async () => {
    const copy = withTable([
      ...table.slice(0, 2),
      ['1', '叙州', '宜宾县教育', '微信', '栏目没有更新'],
      ['2', '市财税局、市信访局', '', '', '链接打不开'],
    ])
    applyEdit(copy.folder, {
      file: 'data/channels.yaml',
      replace: 'name: 叙州教育, ',
      by: 'name: 叙州教育, earlier_names: [宜宾县教育], ',
    })
    applyEdit(copy.folder, {
      file: 'data/units.yaml',
      replace: '{ name: 市财政局, ',
      by: '{ name: 市财政局, earlier_names: [市财税局], ',
    })
    const { text } = await run(copy)
    expect(text.split('\n')).toEqual(expect.arrayContaining(newIssues))
  })

  test('is written where it belongs, and no other line is touched', async () => {
    const copy = withTable(table)
    const before = textOf(copy)
    expect((await run(copy, '--write')).code).toBe(0)
    expect(lineDifference(before, textOf(copy))).toEqual(newIssues)
    expect(findings(copy).filter((line) => line.startsWith('error'))).toEqual([])
  })

  test('running it again changes nothing', async () => {
    const copy = withTable(table)
    await run(copy, '--write')
    const before = allOf(copy)
    const { text } = await run(copy, '--write')
    expect(text).toContain('新增0行，改动0行，没有变化2行。')
    expect(allOf(copy)).toEqual(before)
  })

  test('changes an issue with a known id, and leaves its comments and other fields unchanged', async () => {
    const copy = withTable(
      [
        ['编号', '问题', '备注'],
        ['2024-q1-01', '', '已核对'],
        ['2024-q1-02', '2023年全年没有制作解读材料', ''],
      ],
      'into: issues\nperiod: 2024-q1\ncolumns: { id: 编号, text: 问题, remark: 备注 }\n',
    )
    const before = textOf(copy)
    await run(copy, '--write')
    expect(lineDifference(before, textOf(copy))).toEqual([
      '+    remark: 已核对',
      '-    text: 2023年全年未针对本部门政策文件制作解读材料',
      '+    text: 2023年全年没有制作解读材料',
    ])
  })

  test('in GBK is read the same', async () => {
    const copy = withTable([])
    const csv = join(copy.folder, 't.csv')
    writeFileSync(csv, inGbk(table.map((row) => row.join(',')).join('\r\n')))
    const { text } = await printed(importSheet, copy, csv, '--map', join(copy.folder, 'map.yaml'))
    expect(text.split('\n')).toEqual(expect.arrayContaining(newIssues))
  })

  test('every mistake is reported at once, by row and column, and nothing is written', async () => {
    const copy = withTable([
      ...table.slice(0, 2),
      ['1', '叙洲区', '叙州教育', '微信', '栏目没有更新'],
      ['2', '市财政局、市信访居', '叙州教师', '', '链接打不开'],
      ['3', '', '', '', '没有内容'],
      ['4', '市财政局', '', '', '链接打不开'],
      ['5', '市财政局', '', '', '链接打不开'],
    ])
    const before = allOf(copy)
    const { text, code } = await run(copy, '--write')
    expect(code).toBe(1)
    expect(text.split('\n').slice(2, -1)).toEqual([
      '工作表“清单”第3行B列（责任单位）：data/units.yaml 里没有叫“叙洲区”的单位。是不是“叙州区”？没有登记的先登记；只是叫法不同的，写进对应关系的 words。',
      '工作表“清单”第4行B列（责任单位）：data/units.yaml 里没有叫“市信访居”的单位。是不是“市信访局”？没有登记的先登记；只是叫法不同的，写进对应关系的 words。',
      '工作表“清单”第4行C列（账号名称）：data/channels.yaml 里没有“叙州教师”。是不是“叙州教育”？请先登记。',
      '工作表“清单”第5行B列（责任单位）：新的问题要写“责任单位”；文件没有点名的，写“文件未写明”。每一行都相同的，写在对应关系的 fixed 里。',
      '工作表“清单”第7行E列（问题描述）：与第6行是同一个问题。一个问题写一行，几个单位写在一格里，用顿号隔开。',
    ])
    expect(allOf(copy)).toEqual(before)
  })

  test('with other headings, the nearest heading is suggested', async () => {
    const { text } = await run(withTable(table, map.replace('问题描述', '问题描叙')))
    expect(text).toContain('第2行：表头里没有“问题描叙”这一列。是不是“问题描述”？')
  })

  test.each([
    ['a misspelt field', map.replace('units:', 'unit:'), 'map.yaml:5:3 [unknown-key-near]'],
    ['an unknown kind', map.replace('issues', 'isues'), 'map.yaml:2:7 [expects-choice]'],
    ['no columns', 'into: issues\n', 'map.yaml:1:1 [key-missing]'],
  ])('with %s in its column map is refused with the line', async (_name, columns, place) => {
    const { text, code } = await run(withTable(table, columns))
    expect(code).toBe(1)
    expect(text).toContain(place)
  })
})

test('counts are written to their fields; a hedged number is left to a person', async () => {
  const columns =
    'into: tallies\nperiod: 2024-q1\ncolumns: { area: 领域, checked: 检查数, failed: 不合格数, total: 总数 }\n'
  const copy = withTable(
    [
      ['领域', '总数', '检查数', '不合格数'],
      ['政务新媒体', 370, 370, 2],
      ['政府网站', '文件未写明', '49', 0],
    ],
    columns,
  )
  const before = textOf(copy)
  await run(copy, '--write')
  expect(lineDifference(before, textOf(copy))).toEqual([
    '-    tally: { running: 49, checked: 49, failed: 0 }',
    '+    tally: { running: 49, checked: 49, failed: 0, total: not-stated }',
    '-    tally: { total: 370, checked: 370, failed: 1 }',
    '+    tally: { total: 370, checked: 370, failed: 2 }',
  ])
  applyEdit(copy.folder, {
    file,
    replace: 'total: 370, checked: 370, failed: 2',
    by: 'total: { value: 370, stated: 约370 }, checked: 370, failed: 3',
  })
  expect((await run(copy)).text).toContain('第2行B列（总数）：数据文件里写的是“约370”')
})

describe('impossible counts', () => {
  const columns =
    'into: tallies\nperiod: 2024-q1\ncolumns: { area: 领域, checked: 检查数, failed: 不合格数 }\n'
  const heads = ['领域', '检查数', '不合格数']

  test('of an unknown area are reported with the nearest name', async () => {
    const { text, code } = await run(withTable([heads, ['政务新媒', 370, 1]], columns))
    expect(code).toBe(1)
    expect(text).toMatch(/第2行A列（领域）：.*是不是“政务新媒体”/)
  })

  test('counts of a missing inspection ask to create it first', async () => {
    const copy = withTable([heads, ['政务新媒体', 370, 1]], columns.replace('2024-q1', '2024-q2'))
    const { text, code } = await run(copy)
    expect([code, text]).toEqual([1, expect.stringContaining('请先运行 npm run new -- 2024-q2。')])
  })

  test('a row without numbers changes nothing and adds no area', async () => {
    const copy = withTable([heads, ['网民留言', '', '']], columns)
    const { text } = await run(copy)
    expect(text).toContain('数据文件没有变化。')
  })
})

test('placeholders are filled in', async () => {
  const columns = 'into: tallies\nperiod: 2024-q1\ncolumns: { area: 领域, failed: 不合格数 }\n'
  const copy = withTable(
    [
      ['领域', '不合格数'],
      ['政务新媒体', 1],
    ],
    columns,
  )
  const before = textOf(copy)
  applyEdit(copy.folder, {
    file,
    replace: 'checked: 370, failed: 1',
    by: 'checked: 370, failed: 待填写',
  })
  await run(copy, '--write')
  expect(textOf(copy)).toBe(before)
})

/** The data with two reports that hold everything a template can hold, and more. */
function withReports(): Copy {
  const copy = copyOf(base)
  applyEdit(copy.folder, {
    file: 'data/self-inspections/2024-q2/xuzhou.yaml',
    append: [
      '# 叙州区的报告',
      'title: "叙州区自查整改情况"   # 照原件',
      'published: 2024-06-03',
      'figures:',
      '  发布信息: { value: 600, stated: 约600, approximate: true } # 约数',
      '  办结留言: 12',
      'problems:',
      '  - { problem: 1个链接打不开, measure: 已更换链接, result: 2024年5月20日整改完毕 }',
      '  # 第二个',
      '  - problem: 栏目空白',
      'outlook: 每月自查一次。',
      '',
    ].join('\n'),
  })
  applyEdit(copy.folder, {
    file: 'data/self-inspections/2024-q2/caizheng.yaml',
    append:
      'title: 市财政局自查整改情况\r\npublished: not-stated\r\nfigures: { 发布信息: not-stated }\r\n',
  })
  return copy
}

describe.each([
  ['issues', ['issues', '2024-q1']],
  ['reports', ['self-inspection', '2024-q2']],
  ['the report of one unit', ['self-inspection', '2024-q2', '--unit', 'xuzhou']],
])('the template of %s', (_name, args) => {
  test('is read back without loss: nothing is changed', async () => {
    const copy = withReports()
    const before = allOf(copy)
    const out = join(copy.folder, 'form.xlsx')
    expect((await printed(exportTemplate, copy, ...args, '--out', out)).code).toBe(0)
    expect(xmlFaults('form.xlsx', readFileSync(out))).toEqual([])
    const { text, code } = await printed(importSheet, copy, out, '--write')
    expect(text).toContain('数据文件没有变化。')
    expect(code).toBe(0)
    expect(allOf(copy)).toEqual(before)
  })

  test('is the same on every day, and overwrites nothing', async () => {
    const copy = withReports()
    const [one, other] = [join(copy.folder, '1.xlsx'), join(copy.folder, '2.xlsx')]
    await printed(exportTemplate, copy, ...args, '--out', one)
    await printed(exportTemplate, copy, ...args, '--out', other)
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
    const { text, code } = await printed(exportTemplate, copy, ...args, '--out', one)
    expect([code, text]).toEqual([1, expect.stringContaining('已经有了')])
  })
})

test('import, export and import again: the second changes nothing', async () => {
  const copy = withTable(table)
  await run(copy, '--write')
  const before = allOf(copy)
  const out = join(copy.folder, 'form.xlsx')
  await printed(exportTemplate, copy, 'issues', '2024-q1', '--out', out)
  expect((await printed(importSheet, copy, out, '--write')).text).toContain('数据文件没有变化。')
  expect(allOf(copy)).toEqual(before)
})

test('a template that a unit has filled becomes its report', async () => {
  const copy = withReports()
  const out = join(copy.folder, 'form.xlsx')
  await printed(
    exportTemplate,
    copy,
    'self-inspection',
    '2024-q2',
    '--unit',
    'cuiping',
    '--out',
    out,
  )
  const book = readBook(readFileSync(out))
  const [main, problems] = [book.Sheets['自查整改'], book.Sheets['问题和整改']]
  if (main === undefined || problems === undefined) throw new Error('the sheets are missing')
  utils.sheet_add_aoa(main, [['翠屏区', '', '2024-6-4', '', '发现1个问题。', '', 35]], {
    origin: 'A2',
  })
  utils.sheet_add_aoa(problems, [['翠屏区', '栏目空白', '已补齐', '']], { origin: 'A2' })
  writeFileSync(out, new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer))
  const { text } = await printed(importSheet, copy, out, '--write')
  expect(text).toContain('已新建：data/self-inspections/2024-q2/cuiping.yaml')
  expect(textOf(copy, 'data/self-inspections/2024-q2/cuiping.yaml')).toBe(
    [
      '# 翠屏区2024年第二季度自查整改情况。',
      'title: 翠屏区2024年第二季度自查整改情况',
      'published: 2024-06-04',
      'summary: 发现1个问题。',
      'figures: { 发布信息: 35 }',
      'problems: [{ problem: 栏目空白, measure: 已补齐 }]',
      '',
    ].join('\n'),
  )
  expect(findings(copy).filter((line) => line.startsWith('error'))).toEqual([])
})

describe('reports of units that are typed into a spreadsheet', () => {
  const reports = (period = '2024-q2'): string =>
    [
      'into: reports',
      `period: ${period}`,
      'columns: { unit: 单位, title: 标题, published: 公开日期, outlook: 打算 }',
      'figures: { 发布信息: 信息数 }',
      '',
    ].join('\n')
  const heads = ['单位', '标题', '公开日期', '打算', '信息数']

  test('become one file for each unit; a row with only a name is not a report', async () => {
    const copy = withTable(
      [heads, ['翠屏区', '翠屏区自查报告', '2024年6月4日', '', 35], ['市财政局', '', '', '', '']],
      reports(),
    )
    const { text } = await run(copy, '--write')
    expect(text).toContain('新增1行')
    expect(textOf(copy, 'data/self-inspections/2024-q2/cuiping.yaml').split('\n')).toEqual([
      '# 翠屏区2024年第二季度自查整改情况。',
      'title: 翠屏区自查报告',
      'published: 2024-06-04',
      'figures: { 发布信息: 35 }',
      '',
    ])
    expect(existsSync(join(copy.data, 'self-inspections/2024-q2/caizheng.yaml'))).toBe(false)
  })

  test('missing and repeated values are reported by row and column', async () => {
    const copy = withTable(
      [
        heads,
        ['', '无名报告', '2024-06-04', '', ''],
        ['翠屏', '', '2024-06-04', '', ''],
        ['市财政局', '市财政局自查报告', '', '每月自查', ''],
        ['市财政局', '又一份', '2024-06-05', '', ''],
      ],
      reports(),
    )
    const { text, code } = await run(copy, '--write')
    expect(code).toBe(1)
    expect(text).toContain('第2行A列（单位）：请写单位名称。')
    expect(text).toMatch(/第3行A列（单位）：.*“翠屏”.*是不是“翠屏区”/)
    expect(text).toContain('第4行C列（公开日期）：请写公开日期；不知道的写“文件未写明”。')
    expect(text).toContain('第5行A列（单位）：第4行已经是这个单位，一个单位写一行。')
    expect(existsSync(join(copy.data, 'self-inspections/2024-q2'))).toBe(false)
  })

  test('of an id that is not a period are refused', async () => {
    const copy = withTable([heads, ['翠屏区', '', '2024-06-04', '', '']], reports('2024q3'))
    const { text, code } = await run(copy)
    expect([code, text]).toEqual([1, expect.stringContaining('“2024q3”不是期的编号')])
  })

  test('problems need an existing report and a text', async () => {
    const copy = withReports()
    const out = join(copy.folder, 'form.xlsx')
    await printed(exportTemplate, copy, 'self-inspection', '2024-q2', '--out', out)
    const book = readBook(readFileSync(out))
    const problems = book.Sheets['问题和整改']
    if (problems === undefined) throw new Error('the sheet is missing')
    utils.sheet_add_aoa(
      problems,
      [
        ['翠屏区', '栏目空白', '', ''],
        ['叙州区', '', '已更换', ''],
        ['叙州区', '栏目空白', '已补齐', ''],
      ],
      { origin: -1 },
    )
    writeFileSync(out, new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer))
    const { text, code } = await printed(importSheet, copy, out, '--write')
    expect(code).toBe(1)
    expect(text).toContain('（单位）：这个单位还没有自查整改情况；')
    expect(text).toContain('（问题）：请写问题。')
  })
})

test('a template offers registered names, and hides its lists and settings', async () => {
  const copy = withReports()
  const out = join(copy.folder, 'form.xlsx')
  await printed(exportTemplate, copy, 'issues', '2024-q1', '--out', out)
  const parts = unzipSync(readFileSync(out))
  const part = (name: string): string => new TextDecoder().decode(parts[name])
  expect(part('xl/workbook.xml').match(/name="[^"]+"[^>]*state="hidden"/g)).toHaveLength(2)
  const sheet = part('xl/worksheets/sheet2.xml')
  expect(sheet).toMatch(/type="list"[^>]*showErrorMessage="1"[^>]*promptTitle="检查领域"/)
  // Several units may be in one cell.
  expect(sheet).toMatch(/type="list"[^>]*showErrorMessage="0"[^>]*promptTitle="责任单位"/)
  const [, column = ''] =
    /promptTitle="责任单位"[^>]*><formula1>'可选内容'!\$([A-Z])\$1/.exec(sheet) ?? []
  const lists = readBook(readFileSync(out)).Sheets['可选内容']
  expect((lists?.[`${column}1`] as { v: string }).v).toBe('三江新区')
})

test.each([
  ['a file that is not there', 'none.xlsx', null, '没有文件'],
  ['a folder', 'data', null, '打不开（EISDIR）'],
  ['a picture that is called a table', 'picture.xlsx', '\u0089PNG\r\n', '不是能读的表格'],
])('%s is reported, with what to do', async (_name, wanted, content, says) => {
  const copy = withTable(table)
  const path = join(copy.folder, wanted)
  if (content !== null) writeFileSync(path, content, 'latin1')
  const map = join(copy.folder, 'map.yaml')
  const { text, code } = await printed(importSheet, copy, path, '--map', map)
  expect([code, text]).toEqual([1, expect.stringContaining(says)])
  expect(text).toContain(wanted)
})

test('a workbook of another origin needs a column map', async () => {
  const copy = withTable(table)
  const { text, code } = await printed(importSheet, copy, join(copy.folder, 't.xlsx'))
  expect([code, text]).toEqual([1, expect.stringContaining('--map')])
})

test('data with an error must be corrected first', async () => {
  const copy = withTable(table)
  applyEdit(copy.folder, { file, replace: 'severity: veto', by: 'severity: vetto' })
  const { text, code } = await run(copy)
  expect([code, text]).toEqual([1, expect.stringContaining('npm run check')])
})

test('the commands in the README and the manual are valid', () => {
  const texts = ['README.md', 'content/manual/commands.mdx', 'content/manual/spreadsheets.mdx'].map(
    (name) => readFileSync(name, 'utf8'),
  )
  const all = texts.flatMap((text) => [
    ...text.matchAll(/npm run (import|export-template) -- ([^`\n]+)/g),
  ])
  expect(all.length).toBeGreaterThan(7)
  for (const [, name, rest = ''] of all) {
    const options =
      name === 'import' ? importOptions(rest.split(/\s+/)) : templateOptions(rest.split(/\s+/))
    expect(options).not.toHaveProperty('mistake')
  }
})

test.each([[[]], [['a.xlsx', 'b.xlsx']], [['a.xlsx', '--map']], [['a.xlsx', '--wirte']]])(
  'for import %j the command prints the valid forms',
  (args) => {
    expect(importOptions(args)).toEqual({ mistake: expect.stringContaining('npm run import --') })
  },
)

test.each([[[]], [['issues']], [['issue', '2024-q1']], [['issues', '2024-q1', '--unit', 'a']]])(
  'for export-template %j the command prints the valid forms',
  (args) => {
    expect(templateOptions(args)).toEqual({
      mistake: expect.stringContaining('npm run export-template --'),
    })
  },
)

test('no other files are left after writing', async () => {
  const copy = withTable(table)
  await run(copy, '--write')
  expect(existsSync(join(copy.folder, `${file}.new`))).toBe(false)
})
