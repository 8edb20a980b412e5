import { describe, expect, test } from 'vitest'
import { limits } from '#read/spreadsheet/limits.ts'
import { shownNumber } from '#read/spreadsheet/number-format.ts'
import { readCsv } from '#read/spreadsheet/read-csv.ts'
import { readWorkbook } from '#read/spreadsheet/read-workbook.ts'
import { SheetMistake } from '#read/spreadsheet/sheet.ts'
import { workbookOf, type WorkbookXml } from '../../support/workbook.ts'

const rowOf = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`

/** The texts of a workbook, row by row. */
const textsOf = (xml: WorkbookXml): string[][] =>
  (readWorkbook(workbookOf(xml))[0]?.rows ?? []).map((row) => row.map(({ text }) => text))

/** The message for a refused file; null for one that is read. */
function refusal(bytes: Uint8Array, read = readWorkbook): string | null {
  try {
    read(bytes)
    return null
  } catch (error) {
    if (error instanceof SheetMistake) return error.message
    throw error
  }
}

describe('texts are read as shown', () => {
  const shared = (si: string): string[][] =>
    textsOf({ sheet: rowOf('<c r="A1" t="s"><v>0</v></c>'), texts: si })

  test.each([
    ['one look', '<si><t>市财政局</t></si>', '市财政局'],
    [
      'several looks',
      '<si><r><rPr><b/></rPr><t>市</t></r><r><t xml:space="preserve"> 财政局 </t></r></si>',
      '市 财政局',
    ],
    [
      'its pronunciation beside it',
      '<si><t>重庆</t><rPh sb="0" eb="2"><t>ちょんちん</t></rPh></si>',
      '重庆',
    ],
    ['a line break as Excel writes it', '<si><t>第一行_x000D_\n第二行</t></si>', '第一行\n第二行'],
    ['what looks like such a sign', '<si><t>_x005F_x0041_</t></si>', '_x0041_'],
    ['signs of XML', '<si><t>&lt;甲&gt;&amp;<![CDATA[<乙>]]></t></si>', '<甲>&<乙>'],
  ])('with %s', (_what, si, expected) => {
    expect(shared(si)).toEqual([[expected]])
  })

  test('when an empty one has the short form', () => {
    const texts = '<si><t>甲</t></si><si/><si><t>乙</t></si>'
    expect(textsOf({ sheet: rowOf('<c r="A1" t="s"><v>2</v></c>'), texts })).toEqual([['乙']])
  })

  test('in the cell itself, and as the result of a formula', () => {
    const cells =
      '<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c><c t="str"><f>A1</f><v> 丙 </v></c>'
    expect(textsOf({ sheet: rowOf(cells) })).toEqual([['甲乙', '丙']])
  })

  test('with any prefix of the elements, and with absolute part names', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const parts = {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    }
    expect(textsOf({ sheet: '', parts })).toEqual([['7']])
  })
})

describe('numbers are read by their format', () => {
  const shown = (value: string, id: number, formats = '', settings = ''): string =>
    textsOf({
      sheet: rowOf(`<c r="A1"><v>${value}</v></c>`),
      looks: [id],
      formats,
      settings,
    })[0]?.[0] ?? ''

  test.each([
    ['the short date', 14, '2024-03-15'],
    ['yyyy年m月d日 of Chinese programs', 31, '2024-03-15'],
    ['m月d日 of Chinese programs', 58, '2024-03-15'],
    ['a plain number', 1, '45366'],
  ])('one that every program knows: %s', (_what, id, expected) => {
    expect(shown('45366', id)).toBe(expected)
  })

  test.each([
    ['yyyy"年"m"月"d"日"', '2024-03-15'],
    ['[$-804]yyyy"年"m"月"d"日";@', '2024-03-15'],
    ['[h]:mm', '2024-03-15'],
    ['上午/下午h"时"', '2024-03-15'],
    ['0"d"', '45366'],
    ['\\d0', '45366'],
    ['[Red]0', '45366'],
    ['General"分"', '45366'],
    ['0.00E+00', '45366'],
  ])('one of its own: %s', (pattern, expected) => {
    const code = pattern.replaceAll('"', '&quot;')
    expect(shown('45366', 164, `<numFmt numFmtId="164" formatCode="${code}"/>`)).toBe(expected)
  })

  test.each([
    ['45366.5208334', '2024-03-15 12:30'],
    ['45366.9999999999', '2024-03-16'],
    ['0.5', '12:00'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
  ])('%s as a day and a time', (value, expected) => {
    expect(shown(value, 14)).toBe(expected)
  })

  test('dates counted from 1904', () => {
    expect(shown('43904', 14, '', 'date1904="1"')).toBe('2024-03-15')
  })

  test.each([
    [0.145, '0%', '15%'],
    [0.997, '0.0%', '99.7%'],
    [1, '0.0#%', '100.0%'],
    [-0.5, '0.0%;[Red](0.0%)', '(50.0%)'],
    [12.5, '#,##0.00%', '1,250.00%'],
    [99.7, '0.0"%"', '99.7%'],
    [0.25, '[>=1]0%;"约"0%', '约25%'],
    [7, '000', '007'],
    [-7, '000', '-007'],
  ])('%s with %s is %s', (value, pattern, expected) => {
    expect(shownNumber(value, pattern)).toBe(expected)
  })

  test('a date out of range, and a formula that was never computed, are reported', () => {
    const sheet = rowOf('<c s="0"><v>-1</v></c><c s="1"><f>A1+1</f></c>')
    const [row = []] = readWorkbook(workbookOf({ sheet, looks: [14, 0] }))[0]?.rows ?? []
    expect(row.map(({ mistake }) => mistake)).toEqual([
      expect.stringContaining('不是能读的日期'),
      expect.stringContaining('公式还没有结果'),
    ])
  })
})

describe('content that could fill the memory is refused or ignored', () => {
  const one = '<row r="1"><c r="A1"><v>1</v></c></row>'

  test('a format applied up to the last cell of a sheet is ignored', () => {
    const sheet = `<dimension ref="A1:XFD1048576"/><sheetData>${one}<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>`
    expect(textsOf({ sheet })).toEqual([['1']])
  })

  test('cells merged up to the end of a sheet fill only the used range', () => {
    const sheet = `<sheetData>${one}<row r="2"><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`
    expect(textsOf({ sheet })).toEqual([
      ['1', '1'],
      ['1', '1'],
    ])
  })

  test('a far cell with content is reported', () => {
    const sheet = `<sheetData>${one}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`
    expect(refusal(workbookOf({ sheet }))).toContain('XFD1048576')
  })

  test('overlapping merged ranges', () => {
    const wide = `<sheetData>${one}<row r="20000"><c r="SF20000"><v>1</v></c></row></sheetData>`
    const merged = '<mergeCell ref="A1:SF20000"/>'.repeat(3)
    const sheet = `${wide}<mergeCells>${merged}</mergeCells>`
    expect(refusal(workbookOf({ sheet }))).toContain('200万')
  })

  test('rows that are wide only because of their last cell', () => {
    const far = Array.from({ length: 4001 }, (_, n) => `<c r="SF${n + 1}"><v>1</v></c>`).join('')
    const sheet = `<sheetData><row>${far}</row></sheetData>`
    expect(refusal(workbookOf({ sheet }))).toContain('200万')
  })

  test('a part that is small only when compressed', () => {
    const bytes = workbookOf({ sheet: '<sheetData/>', texts: ' '.repeat(limits.partBytes) })
    expect(bytes.length).toBeLessThan(limits.partBytes / 100)
    expect(refusal(bytes)).toContain('64兆')
  })

  test('pictures and other parts are not unpacked', () => {
    const parts = { 'xl/media/image1.png': ' '.repeat(limits.partBytes + 1) }
    expect(textsOf({ sheet: `<sheetData>${one}</sheetData>`, parts })).toEqual([['1']])
  })

  test('more texts, formats or sheets than any table has', () => {
    const sheet = '<sheetData/>'
    expect(refusal(workbookOf({ sheet, texts: '<si/>'.repeat(limits.sharedTexts + 1) }))).toContain(
      '文字',
    )
    const looks = Array<number>(limits.styles + 1).fill(0)
    expect(refusal(workbookOf({ sheet, looks }))).toContain('格式')
    const parts = {
      'xl/workbook.xml': `<workbook><sheets>${'<sheet name="一"/>'.repeat(limits.sheets + 1)}</sheets></workbook>`,
    }
    expect(refusal(workbookOf({ sheet, parts }))).toContain('工作表')
  })

  test('a CSV file with more cells than any table has', () => {
    const bytes = new TextEncoder().encode(','.repeat(limits.cells))
    expect(refusal(bytes, (content) => [readCsv(content, '表')])).toContain('200万')
  })
})

describe('XML with special features is refused', () => {
  test.each([
    [
      'entities that multiply',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
    ],
    [
      'an entity from elsewhere',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>',
    ],
    ['elements that are not closed', '<worksheet><sheetData>'],
    [
      'elements nested without end',
      `<worksheet>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</worksheet>`,
    ],
    ['a control character', '<worksheet>\u0001</worksheet>'],
  ])('%s', (_what, xml) => {
    const parts = { 'xl/worksheets/sheet1.xml': xml }
    const bytes = workbookOf({ sheet: '', parts })
    expect(refusal(bytes)).toMatch(/^这份文件不是能读的表格/)
  })
})

test.each([
  ['an older XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版表格（XLS）'],
  [
    'one with a password',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    '设了密码',
  ],
  ['a web page that a platform calls a spreadsheet', Buffer.from('<html><table><tr><td>1'), '网页'],
])('%s is answered with what it is and what to do', (_what, bytes, says) => {
  expect(refusal(bytes)).toContain(says)
  expect(refusal(bytes)).toMatch(/另存为 XLSX|取消密码/)
})
