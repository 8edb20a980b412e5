/** One cell, as a person sees it in the spreadsheet; a formula is its result. */
export interface Cell {
  /** As shown; of a date, as `2024-03-15`, with the time of day where there is one. */
  readonly text: string
  /** Null if the cell is not a number. A number typed as text counts as a number. */
  readonly number: number | null
  /** What is wrong with the cell, in Chinese; null for a valid cell. */
  readonly mistake: string | null
}

export const emptyCell: Cell = { text: '', number: null, mistake: null }

/** The cell for a typed text. */
export function typedCell(raw: string): Cell {
  const text = raw.replace(/\r\n?/g, '\n').trim()
  const isNumber = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)
  return { text, number: isNumber ? Number(text.replaceAll(',', '')) : null, mistake: null }
}

/** A table of cells from the first row and column on; rows may be of different lengths. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Whether the sheet is hidden in spreadsheet programs. */
  readonly isHidden: boolean
}

/** A, B, … Z, AA: the name of a column, counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** Thrown for a file that cannot be read as a spreadsheet, with the reason in Chinese. */
export class SheetMistake extends Error {}
