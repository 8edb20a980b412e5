import type { AppendixValue } from '#model/appendix.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import { inspectionFile, type CheckInput } from '../check.ts'

/** A cell with its text and the number in it. */
export interface TableCell {
  readonly text: string
  /** A count or a score; null for words and percentages. */
  readonly number: number | null
  /** A percentage as printed: 66.7%. */
  readonly percent: string | null
}

export interface TableRow {
  /** Index among all rows of the table. */
  readonly n: number
  readonly cells: readonly TableCell[]
  /** Body rows add up to a total or subtotal; averages and rows of words are `other`. */
  readonly kind: 'body' | 'total' | 'subtotal' | 'other'
  /** The label of the row, such as 合计. */
  readonly label: string
}

/** A table of a document with numbers. */
export interface NumberTable {
  readonly inspection: Inspection
  readonly file: string
  readonly id: string
  readonly title: string
  /** Column names; empty texts if the table has none. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Every table of every inspection. Rows of a different width are left out. */
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

/** The first row as column names, if only that row consists of words. */
function headIn(rows: readonly (readonly TableCell[])[]): string[] | null {
  const [first, ...others] = rows
  const isWords = (row: readonly TableCell[]): boolean =>
    row.every(({ number, percent }) => number === null && percent === null)
  return first !== undefined && others.length > 0 && isWords(first) && !others.every(isWords)
    ? first.map(({ text }) => text)
    : null
}

function cellOf(dataset: Dataset, inspection: Inspection, cell: AppendixValue): TableCell {
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

/** Numbers below a heading such as 合格率（%） are percentages without their sign. */
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

/** Whether a column numbers the rows or holds something other than a quantity. */
const isOrdinal = (column: string): boolean =>
  /序号|编号|排名|名次|位次|排序|电话|代码|标识码|日期|时间|年份/.test(column)

/**
 * The largest number of columns that are compared with each other. A wider table would not fit on
 * paper.
 */
const maxColumns = 30

/** The columns whose cells are numbers or dashes; empty for a table with too many columns. */
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

/** The quantity in a cell; null for a dash. */
export const quantity = (cell: TableCell | undefined): number | null =>
  cell === undefined ? null : (cell.number ?? (/^[-—–/]+$|^无$/.test(cell.text) ? 0 : null))

export const columnTitle = ({ columns }: NumberTable, c: number): string =>
  columns[c] === '' || columns[c] === undefined ? `第${c + 1}列` : columns[c]

/** Whether so many rows follow a rule that the exceptions are worth reporting. */
export const isRule = (agreeing: number, all: number): boolean =>
  agreeing >= 2 && all - agreeing <= Math.max(1, all / 5)
