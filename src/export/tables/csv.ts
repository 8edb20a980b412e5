import { stringify } from 'csv-stringify/sync'

type Cell = string | number

/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, CRLF, and no cell that a spreadsheet would
 * take for a formula: an apostrophe stands before a text that begins like one, in full width too.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string => `\uFEFF${plainCsvText(rows)}`

/** The same without the mark, which readers of data packages take for a part of the first column's name. */
export const plainCsvText = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows as Cell[][], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    // A line break at the start of a cell hides what begins the next line.
    cast: { string: (cell) => (cell.startsWith('\n') ? `'${cell}` : cell) },
  })
