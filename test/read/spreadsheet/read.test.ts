import { utils, write, type WorkSheet } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readCsv } from '#read/spreadsheet/read-csv.ts'
import { readWorkbook } from '#read/spreadsheet/read-workbook.ts'
import { columnName, type ReadSheet, SheetMistake } from '#read/spreadsheet/sheet.ts'
import { inGbk } from '../../support/gbk.ts'

const texts = ({ rows }: ReadSheet): string[][] => rows.map((row) => row.map(({ text }) => text))

/** A workbook of one sheet, as spreadsheet programs write it. */
function bytesOf(sheet: WorkSheet): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '问题')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const csv = '序号,单位,问题\r\n1,市财政局,"栏目空白，\n链接打不开"\r\n'
const rows = [
  ['序号', '单位', '问题'],
  ['1', '市财政局', '栏目空白，\n链接打不开'],
]

test.each([
  ['UTF-8', new TextEncoder().encode(csv)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${csv}`)],
  ['GBK', inGbk(csv)],
  [
    'UTF-16',
    new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(
        new Uint16Array([...csv].map((character) => character.charCodeAt(0))).buffer,
      ),
    ]),
  ],
  ['tabs', new TextEncoder().encode(csv.replaceAll(',', '\t'))],
  ['semicolons', new TextEncoder().encode(csv.replaceAll(',', ';'))],
])('a CSV file in %s reads the same', (_name, bytes) => {
  expect(texts(readCsv(bytes, '表'))).toEqual(rows)
})

test('a CSV file whose quotes are not closed is refused with the line', () => {
  const bytes = new TextEncoder().encode('a,b\n"x,1\n')
  expect(() => readCsv(bytes, '表')).toThrow(SheetMistake)
})

describe('a workbook', () => {
  test('gives text, numbers and yes or no', () => {
    const sheet = utils.aoa_to_sheet([['单位', 12.5, true, ' 前后有空格 ']])
    const [read] = readWorkbook(bytesOf(sheet))
    expect(read?.rows).toEqual([
      [
        { text: '单位', number: null, mistake: null },
        { text: '12.5', number: 12.5, mistake: null },
        { text: '是', number: null, mistake: null },
        { text: '前后有空格', number: null, mistake: null },
      ],
    ])
  })

  test('gives a date as such, whatever its format and the zone of the machine', () => {
    const sheet: WorkSheet = {
      A1: { t: 'n', v: 45366, z: 'yyyy"年"m"月"d"日"' },
      B1: { t: 'n', v: 45366.5, z: 'm/d/yy h:mm' },
      '!ref': 'A1:B1',
    }
    const [read] = readWorkbook(bytesOf(sheet))
    expect(read && texts(read)).toEqual([['2024-03-15', '2024-03-15 12:00']])
  })

  test('gives the result of a formula, and says where there is none', () => {
    const sheet: WorkSheet = {
      A1: { t: 'n', v: 3, f: '1+2' },
      B1: { t: 'e', v: 0x17, w: '#REF!' },
      '!ref': 'A1:B1',
    }
    const [read] = readWorkbook(bytesOf(sheet))
    expect(read?.rows[0]?.[0]).toEqual({ text: '3', number: 3, mistake: null })
    expect(read?.rows[0]?.[1]?.mistake).toContain('公式出错')
  })

  test('keeps long numbers that are text, and refuses those that the program has rounded', () => {
    const sheet: WorkSheet = {
      A1: { t: 's', v: '5115000000000000123' },
      B1: { t: 'n', v: Number('5115000000000000123') },
      C1: { t: 'n', v: 7, z: '000' },
      D1: { t: 'n', v: 0.997, z: '0.0%' },
      E1: { t: 'n', v: 0.1 + 0.2 },
      '!ref': 'A1:E1',
    }
    const [read] = readWorkbook(bytesOf(sheet))
    expect(read && texts(read)).toEqual([['5115000000000000123', '', '007', '99.7%', '0.3']])
    expect(read?.rows[0]?.[1]?.mistake).toContain('超过15位')
  })

  test('the value of merged cells is in each of them', () => {
    const sheet = utils.aoa_to_sheet([
      ['单位', '问题'],
      ['市财政局', '甲'],
      [null, '乙'],
    ])
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
    const [read] = readWorkbook(bytesOf(sheet))
    expect(read && texts(read)).toEqual([
      ['单位', '问题'],
      ['市财政局', '甲'],
      ['市财政局', '乙'],
    ])
  })

  test('a file of another kind is refused', () => {
    expect(() => readWorkbook(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toThrow(SheetMistake)
  })
})

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
