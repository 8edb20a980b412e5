import { unzipSync } from 'fflate'
import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Table } from '#view/tables/table.ts'
import { workbook } from '#export/tables/xlsx.ts'
import { hostile } from '../../support/hostile.ts'
import { xmlFaults } from '../../support/xml.ts'

const table: Table = {
  name: 'issues',
  title: '问题',
  english: 'Issues',
  description: '每行一项',
  englishDescription: 'One row each',
  key: ['id'],
  columns: [
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '编号',
      englishDescription: 'Id',
    },
    {
      key: 'on',
      title: '日期',
      english: 'Day',
      type: 'date',
      description: '日期',
      englishDescription: 'Day',
    },
    {
      key: 'count',
      title: '数量',
      english: 'Count',
      type: 'integer',
      unit: '个',
      description: '数量',
      englishDescription: 'Count',
      gaps: ['illegible'],
    },
    {
      key: 'counts',
      title: '计入',
      english: 'Counts',
      type: 'yes-no',
      description: '是否计入',
      englishDescription: 'Whether it counts',
    },
  ],
  rows: [
    { id: '2024-q1-01', on: '2024-03-15', count: 7, counts: true },
    { id: '=1+1', on: '2024-02-29', count: { gap: 'illegible' }, counts: false },
  ],
}
const provenance = { subject: '示例市', asOf: '2024-06-08', licence: null }
const bytes = await workbook([table], provenance)

// A reader that shares no code with the writer.
const book = read(bytes)
const sheet = book.Sheets['问题']

test('each table has a sheet; the last two sheets hold the source and the dictionary', () => {
  expect(book.SheetNames).toEqual(['问题', '说明', '数据字典'])
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets['数据字典'] ?? {})
  expect(rows.map((row) => [row['列名 Column'], row['没有值时写 Written for no value']])).toEqual([
    ['编号', '每行都有值 always filled'],
    ['日期', '每行都有值 always filled'],
    ['数量', '无法辨认'],
    ['计入', '每行都有值 always filled'],
  ])
  expect(rows[2]).toMatchObject({
    '英文列名 Key': 'count',
    '类型 Type': '整数 integer',
    '单位 Unit': '个 channels',
    '英文含义 Meaning in English': 'Count',
    '没有值的原因 Why there may be none': 'illegible',
  })
})

test('a strict parser reads every part of a workbook, whatever its texts hold', async () => {
  expect(xmlFaults('tables.xlsx', bytes)).toEqual([])
  const rows = [{ ...table.rows[0], id: hostile }]
  const written = await workbook([{ ...table, title: '问题&<1>', rows }], {
    subject: hostile,
    publisher: hostile,
    asOf: '2024-06-08',
    licence: { name: hostile },
  })
  expect(xmlFaults('hostile.xlsx', written)).toEqual([])
})

test('cells have types: numbers add up, days sort, a yes is a truth value', () => {
  expect(sheet?.['C2']).toMatchObject({ t: 'n', v: 7 })
  expect(sheet?.['B2']).toMatchObject({ t: 'n', w: '2024-03-15' })
  expect(sheet?.['D2']).toMatchObject({ t: 'b', v: true })
})

test('a missing value is its reason, in words', () => {
  expect(sheet?.['C3']).toMatchObject({ t: 's', v: '无法辨认' })
})

test('no character that is invalid in XML is written, and no text ends its cell', async () => {
  const value = 'a\u0000b\u001b<c>&"]]>\ud800\n甲'
  const hostile = { ...table, rows: [{ ...table.rows[0], id: value }] }
  const sheets = read(await workbook([hostile], provenance)).Sheets
  expect(sheets['问题']?.['A2']).toMatchObject({ t: 's', v: 'ab<c>&"]]>\n甲' })
})

test('a text that is too long for a cell is cut, with a note where the full text is', async () => {
  const cellOf = async (id: string): Promise<unknown> => {
    const long = { ...table, rows: [{ ...table.rows[0], id }] }
    return read(await workbook([long], provenance)).Sheets['问题']?.['A2']?.v
  }
  expect(await cellOf('长'.repeat(32_767))).toBe('长'.repeat(32_767))
  // The cut falls inside a character of two code units, which is removed as a whole.
  for (const character of ['长', '𠮷', 'a𠮷']) {
    const cut = String(await cellOf(character.repeat(32_768)))
    expect(cut.length).toBeLessThanOrEqual(32_767)
    expect(cut.length).toBeGreaterThan(32_760)
    expect(cut).toMatch(/^[长𠮷a]+……（.*全文见同一张表的CSV或JSON文件）$/u)
  }
})

test('a text that looks like a formula is a text', () => {
  expect(sheet?.['A3']).toMatchObject({ t: 's', v: '=1+1' })
  expect(sheet?.['A3']).not.toHaveProperty('f')
})

test('the header row is frozen, and columns fit their content', () => {
  const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(xml.match(/<col /g)).toHaveLength(4)
})

const partOf = (workbookBytes: Uint8Array, path: string): string =>
  new TextDecoder().decode(unzipSync(workbookBytes)[path])

test('a sheet prints in landscape, fitted to its width, with name, page numbers and header row on each page', () => {
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(xml).toMatch(
    /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
  )
  expect(xml).toContain('<oddHeader>&amp;L&amp;A　示例市</oddHeader>')
  expect(xml).toContain('&amp;P / &amp;N')
  expect(book.Workbook?.Names).toEqual([
    { Name: '_xlnm.Print_Titles', Sheet: 0, Ref: "'问题'!$1:$1" },
    { Name: '_xlnm.Print_Titles', Sheet: 2, Ref: "'数据字典'!$A:$A,'数据字典'!$1:$1" },
  ])
})

test('a table that is too wide for a page continues on further pages with its first column repeated', async () => {
  const wide = Array.from({ length: 12 }, (_, n): Table['columns'][number] => ({
    key: `c${n}`,
    title: `${n}`,
    english: 'Text',
    type: 'text',
    description: '文字',
    englishDescription: 'A text',
  }))
  const row = Object.fromEntries(wide.map(({ key }) => [key, '很长的内容'.repeat(5)]))
  const bytes = await workbook([{ ...table, columns: wide, rows: [row] }], provenance)
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('fitToWidth="3"')
  expect(read(bytes).Workbook?.Names?.[0]?.Ref).toBe("'问题'!$A:$A,'问题'!$1:$1")
})

test('the properties of a workbook hold title, author, source and terms', async () => {
  const source = { title: '通报&<1>', address: 'https://www.example.gov.cn/1.html' }
  const properties = read(
    await workbook([table], {
      ...provenance,
      publisher: '示例办公室',
      source,
      licence: { name: '许可' },
    }),
  ).Props
  expect(properties).toMatchObject({
    Title: '示例市',
    Author: '示例办公室',
    Comments:
      '发布者：示例办公室。来源：通报&<1>（https://www.example.gov.cn/1.html）。使用许可：许可。',
  })
  expect(read(bytes).Props).not.toHaveProperty('Author')
})

test('the same tables give the same bytes', async () => {
  expect(Buffer.from(await workbook([table], provenance)).equals(Buffer.from(bytes))).toBe(true)
})

test('no entry of the archive has the date of the build', () => {
  const days = [...everyEntry(bytes)]
  expect(days.length).toBeGreaterThan(10)
  expect(new Set(days)).toEqual(new Set(['1980-1-1']))
})

/** The dates in the directory of an archive and before each entry. */
function* everyEntry(archive: Uint8Array): Generator<string> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const day = (at: number): string => {
    const date = view.getUint16(at, true)
    return `${1980 + (date >> 9)}-${(date >> 5) & 15}-${date & 31}`
  }
  for (let at = 0; at + 4 <= archive.length; at++) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) yield day(at + 12)
    if (signature === 0x02014b50) yield day(at + 14)
  }
}
