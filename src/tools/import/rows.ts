import { nearest } from '#messages/nearest.ts'
import type { ImportMap } from '#schema/import-map.ts'
import { type Cell, emptyCell, type ReadSheet, typedCell } from '#read/spreadsheet/sheet.ts'
import { type Note, sheetNote } from './note.ts'

/** A row of a table, with cells by field. */
export interface ImportRow {
  readonly sheet: string
  /** Counted from 1, as the spreadsheet counts. */
  readonly number: number
  /** The cell of a field: from its column, else the fixed value of the map; empty for neither. */
  readonly cell: (field: string) => Cell
  /** A note on the cell of a field. */
  readonly note: (field: string, says: string) => Note
}

/** Rows searched for the header: titles and notes may be above it. */
const maxHeaderRow = 30

/** The rows of the table of a column map, and problems with its headings. */
export function rowsOf(
  sheets: readonly ReadSheet[],
  map: ImportMap,
  titles: Readonly<Record<string, string>>,
): { rows: ImportRow[]; notes: Note[] } {
  const sheet = sheetOf(sheets, map.sheet)
  const shown = sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name)
  if (sheet === undefined) {
    const near = nearest(map.sheet ?? '', shown)
    const says = near === null ? `现有：${shown.join('、')}。` : `是不是“${near}”？`
    return {
      rows: [],
      notes: [sheetNote(map.sheet ?? '', `没有这张工作表。${says}`)],
    }
  }
  const wanted: Readonly<Record<string, string>> = {
    ...withoutEmpty(map.columns),
    ...Object.fromEntries(
      Object.entries(map.figures ?? {}).map(([name, head]) => [figureField(name), head]),
    ),
  }
  const heads = [...Object.values(wanted), ...Object.keys(map.skip ?? {})]
  const header = headerRow(sheet, heads, map.header)
  const columns = new Map((sheet.rows[header] ?? []).map(({ text }, n) => [plain(text), n]))
  columns.delete('')
  const notes = [...new Set(heads)].flatMap((head): Note[] => {
    if (columns.has(plain(head))) return []
    const near = nearest(plain(head), columns.keys())
    const says = near === null ? `现有：${[...columns.keys()].join('、')}。` : `是不是“${near}”？`
    return [
      {
        sheet: sheet.name,
        row: header + 1,
        column: null,
        heading: null,
        says: `表头里没有“${head}”这一列。${says}对应关系里写的是表头的原样文字。`,
      },
    ]
  })
  if (notes.length > 0) return { rows: [], notes }
  const columnOf = (head: string): number => columns.get(plain(head)) ?? -1
  const rows = sheet.rows.flatMap((cells, n): ImportRow[] => {
    if (n <= header) return []
    const skipped = Object.entries(map.skip ?? {}).some(([head, words]) =>
      words.includes(cells[columnOf(head)]?.text ?? ''),
    )
    const own = Object.values(wanted).map((head) => cells[columnOf(head)] ?? emptyCell)
    if (skipped || own.every(({ text, mistake }) => text === '' && mistake === null)) return []
    return [
      {
        sheet: sheet.name,
        number: n + 1,
        cell(field) {
          const head = wanted[field]
          const found = head === undefined ? undefined : cells[columnOf(head)]
          if (found !== undefined && (found.text !== '' || found.mistake !== null))
            return reworded(found, map)
          const fixed = map.fixed?.[field]
          return fixed === undefined ? emptyCell : typedCell(fixed)
        },
        note: (field, says) => ({
          sheet: sheet.name,
          row: n + 1,
          column: wanted[field] === undefined ? null : columnOf(wanted[field]),
          heading: wanted[field] ?? titles[field] ?? null,
          says,
        }),
      },
    ]
  })
  return { rows, notes }
}

/** The field name of a figure of a report, distinct from other fields. */
export const figureField = (name: string): string => `figures.${name}`

function sheetOf(sheets: readonly ReadSheet[], name: string | undefined): ReadSheet | undefined {
  return name === undefined
    ? sheets.find(({ isHidden }) => !isHidden)
    : sheets.find((sheet) => sheet.name === name)
}

/** Index of the row with most of the headings, unless the map gives one. */
function headerRow(sheet: ReadSheet, heads: readonly string[], found: number | undefined): number {
  if (found !== undefined) return found - 1
  const wanted = heads.map(plain)
  const counted = sheet.rows.slice(0, maxHeaderRow).map((cells) => {
    const texts = new Set(cells.map(({ text }) => plain(text)))
    return wanted.filter((head) => texts.has(head)).length
  })
  return Math.max(0, counted.indexOf(Math.max(...counted)))
}

/** A heading without spaces and line ends, which are often added for layout. */
const plain = (text: string): string => text.replace(/\s+/g, '')

function reworded(cell: Cell, { words = {} }: ImportMap): Cell {
  const found = Object.hasOwn(words, cell.text) ? words[cell.text] : undefined
  return found === undefined ? cell : typedCell(found)
}

const withoutEmpty = (record: ImportMap['columns']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
