import { stringify } from 'csv-stringify/sync'
import { type Table, tableCells } from '#view/tables/table.ts'
import type { OneTableFormat } from './table-format.ts'

type CsvValue = string | number

const byteOrderMark = '\uFEFF'

/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, CRLF, and an apostrophe before every text
 * that a spreadsheet would take for a formula, including texts in full-width characters.
 */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  byteOrderMark + plainCsvText(rows)

/**
 * The same without the byte-order mark, which readers of data packages take for a part of the first
 * column's name.
 */
export const plainCsvText = (rows: readonly (readonly CsvValue[])[]): string =>
  stringify(rows as CsvValue[][], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    // A line break at the start of a cell hides what begins the next line.
    cast: { string: (cell) => (cell.startsWith('\n') ? `'${cell}` : cell) },
  })

const plainBytes = (table: Table) => new TextEncoder().encode(plainCsvText(tableCells(table)))

/** The file for spreadsheets and people, from the one for data packages. */
export function withByteOrderMark(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const mark = new TextEncoder().encode(byteOrderMark)
  const marked = new Uint8Array(mark.length + plain.length)
  marked.set(mark)
  marked.set(plain, mark.length)
  return marked
}

/** Tables for spreadsheets and people. */
export const csv: OneTableFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  isText: true,
  heading: '表格',
  note: 'CSV用UTF-8编码，带字节顺序标记，可以直接用表格软件打开；以“=、+、-、@”开头的文字前面加了一个撇号，免得被当作公式。数据包用的CSV（plain文件夹）内容相同，不带标记。',
  holds: 'one table',
  write: (table: Table) => withByteOrderMark(plainBytes(table)),
}

/** The same for data packages, without the byte-order mark. */
export const plainCsv: OneTableFormat = {
  ...csv,
  write: plainBytes,
}
