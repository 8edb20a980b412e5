import type { Cell } from '#model/appendix.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import { inspectionFile, type CheckInput } from '../check.ts'

/** A cell as a person reads it: its text, and the number that it says. */
export interface TableCell {
  readonly text: string
  /** A count or a score; null for words, and for a percentage. */
  readonly number: number | null
  /** A percentage as printed: 66.7%. */
  readonly percent: string | null
}

export interface TableRow {
  /** Its place among all rows of the table, from 0. */
  readonly n: number
  readonly cells: readonly TableCell[]
  /** Rows of one kind add up to a total; an average and a row of words are neither. */
  readonly kind: 'body' | 'total' | 'subtotal' | 'other'
  /** What a total calls itself. */
  readonly label: string
}

/** A table of a document that holds numbers. */
export interface NumberTable {
  readonly inspection: Inspection
  readonly file: string
  readonly id: string
  readonly title: string
  /** Empty texts where the table names no columns. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Every table of every inspection; rows of another width than the table's are left out. */
export function* tablesOf({ dataset, isUsable }: CheckInput): Generator<NumberTable> {
  for (const inspection of dataset.inspections) {
    const file = inspectionFile(inspection)
    for (const [id, { title, columns: given, rows = [] }] of Object.entries(
      inspection.appendices ?? {},
    )) {
      if (rows.length === 0 || !isUsable(file, ['appendices', id])) continue
      const read = rows.map((row) => row.map((cell) => cellOf(dataset, inspection, cell)))
      const head = given ?? headIn(read)
      const width = head?.length ?? read[0]?.length ?? 0
      const columns = (head ?? Array.from({ length: width }, () => '')).map(withoutSpace)
      const all = read
        .map((cells) => cells.map((cell, c) => inPercent(columns[c] ?? '', cell)))
        .map((cells, n) => ({ n, cells, ...kindOf(cells) }))
      const isHead = given === undefined && head !== null
      const use = all.filter(({ n, cells }) => cells.length === width && !(isHead && n === 0))
      yield { inspection, file, id, title, columns, rows: use }
    }
  }
}

const withoutSpace = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** The first row, where it holds words alone and the others do not. */
function headIn(rows: readonly (readonly TableCell[])[]): string[] | null {
  const [first, ...others] = rows
  const isWords = (row: readonly TableCell[]): boolean =>
    row.every(({ number, percent }) => number === null && percent === null)
  return first !== undefined && others.length > 0 && isWords(first) && !others.every(isWords)
    ? first.map(({ text }) => text)
    : null
}

function cellOf(dataset: Dataset, inspection: Inspection, cell: Cell): TableCell {
  if (typeof cell === 'number') return { text: String(cell), number: cell, percent: null }
  const resolved = typeof cell === 'string' ? cell : resolveReference(dataset, inspection, cell.of)
  const printed = typeof resolved === 'string' ? resolved : resolved.found ? resolved.text : ''
  const text = withoutSpace(printed)
  const [, digits] =
    /^(-?\d+(?:\.\d+)?)(?:[个家条件次人篇分]|账号)?$/.exec(
      text.replace(/(?<=\d),(?=\d{3})/g, ''),
    ) ?? []
  return {
    text,
    number: digits === undefined ? null : Number(digits),
    percent: /^\d+(\.\d+)?%$/.test(text) ? text : null,
  }
}

/** Under 合格率（%） the numbers stand without their sign. */
const inPercent = (column: string, cell: TableCell): TableCell =>
  cell.number !== null && cell.number >= 0 && /率|比|度/.test(column) && column.includes('%')
    ? { ...cell, number: null, percent: `${cell.text}%` }
    : cell

function kindOf(cells: readonly TableCell[]): Pick<TableRow, 'kind' | 'label'> {
  const words = cells.filter(({ number, percent }) => number === null && percent === null)
  const total = words.find(({ text }) => /^(合|总|共)计$/.test(text))
  if (total !== undefined) return { kind: 'total', label: total.text }
  const subtotal = words.find(({ text }) => /小计$/.test(text))
  if (subtotal !== undefined) return { kind: 'subtotal', label: subtotal.text }
  const isOther =
    words.length === cells.length ||
    words.some(({ text }) => /平均|均值|满分|^全[国省市区县州]$/.test(text))
  return { kind: isOther ? 'other' : 'body', label: '' }
}

export const bodyOf = ({ rows }: NumberTable): TableRow[] =>
  rows.filter(({ kind }) => kind === 'body')

/** What counts the rows or tells of something else than a quantity. */
const isOrdinal = (column: string): boolean =>
  /序号|编号|排名|名次|位次|排序|电话|代码|标识码|日期|时间|年份/.test(column)

/** Rules compare columns with each other; of a wider table no sheet of paper could be printed. */
const maxColumns = 30

/** The columns whose cells are numbers, dashes for none aside; none of a table of very many columns. */
export function numberColumns(table: NumberTable): number[] {
  if (table.columns.length > maxColumns) return []
  const rows = bodyOf(table)
  return table.columns.flatMap((column, c) => {
    const cells = rows.map(({ cells: row }) => row[c])
    const isNumbers =
      cells.some((cell) => cell?.number != null) &&
      cells.every((cell) => cell !== undefined && quantity(cell) !== null)
    return isNumbers && !isOrdinal(column) ? [c] : []
  })
}

/** The quantity of a cell; a dash is none of it. */
export const quantity = (cell: TableCell | undefined): number | null =>
  cell === undefined ? null : (cell.number ?? (/^[-—–/]+$|^无$/.test(cell.text) ? 0 : null))

/** Sums without the dust of binary fractions. */
export const sumOf = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, number) => sum + number, 0) * 1e6) / 1e6

export const columnName = ({ columns }: NumberTable, c: number): string =>
  columns[c] === '' || columns[c] === undefined ? `第${c + 1}列` : columns[c]

/** Most rows agree: what a few say otherwise is worth a look. */
export const isRule = (agreeing: number, all: number): boolean =>
  agreeing >= 2 && all - agreeing <= Math.max(1, all / 5)
