import { printable } from '#messages/printable.ts'
import { columnName } from '#read/spreadsheet/sheet.ts'

/** A problem that prevents the import of a cell, a row or a sheet. */
export interface Note {
  readonly sheet: string
  /** Counted from 1, as the spreadsheet counts; null for the sheet as a whole. */
  readonly row: number | null
  /** Counted from 0; null for the whole row. */
  readonly column: number | null
  /** The heading of the column, or the title of the field. */
  readonly heading: string | null
  /** What is wrong and what to write, in Chinese. */
  readonly says: string
}

/** A note on a sheet as a whole. */
export const sheetNote = (sheet: string, says: string): Note => ({
  sheet,
  row: null,
  column: null,
  heading: null,
  says,
})

/** Every note with its row and column, in the order of the sheets. */
export function notesText(notes: readonly Note[], file: string): string {
  const sheets = [...new Set(notes.map(({ sheet }) => sheet))]
  const ordered = sheets.flatMap((name) =>
    notes
      .filter(({ sheet }) => sheet === name)
      .sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  )
  const lines = ordered.map(({ sheet, row, column, heading, says }) => {
    const cell = column === null ? '' : `${columnName(column)}列`
    const place = [row === null ? '' : `第${row}行`, cell].join('')
    const named = heading === null ? '' : `（${heading}）`
    return printable(`工作表“${sheet}”${place}${named}：${says}`)
  })
  return `${printable(file)} 有${notes.length}处要改，没有导入：\n\n${lines.join('\n')}\n`
}
