import { exactSum } from '#model/exact-sum.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'
import {
  bodyOf,
  columnTitle,
  isRule,
  type NumberTable,
  numberColumns,
  quantity,
  type TableRow,
  tablesOf,
} from './table-columns.ts'

/**
 * A row labelled as a total is the sum of its rows, and a column that is the sum of others in
 * nearly all rows is so in every row. Only a warning, since a table may be an extract.
 */
export const tableTotals: Check = {
  name: 'table-totals',
  description: 'The totals of a table are the sums of its rows and of its columns.',
  check(input) {
    return [...tablesOf(input)].flatMap((table) => [...checkTotals(table), ...checkSums(table)])
  },
}

/**
 * Whether the numbers of a column can be added up: not rates and means, and not scores, whose
 * totals have no clear meaning.
 */
const isAdditive = (column: string): boolean => !/率|比|%|平均|均|分|时长|天数/.test(column)

function checkTotals(table: NumberTable): Problem[] {
  const columns = numberColumns(table).filter((c) => isAdditive(table.columns[c] ?? ''))
  return table.rows.flatMap((total) => {
    if (total.kind === 'body' || total.kind === 'other') return []
    const own = columns.filter((c) => total.cells[c]?.number != null)
    const sumIn = (rows: readonly TableRow[], c: number): number =>
      exactSum(rows.map(({ cells }) => quantity(cells[c]) ?? 0))
    const deviating = addendsOf(table, total).map((rows) => ({
      rows,
      columns: own.filter((c) => sumIn(rows, c) !== total.cells[c]?.number),
    }))
    const [best] = deviating.toSorted((one, other) => one.columns.length - other.columns.length)
    if (best === undefined) return []
    return best.columns.map((c) => {
      const args = {
        label: total.label,
        name: columnTitle(table, c),
        value: total.cells[c]?.number ?? 0,
        sum: sumIn(best.rows, c),
      }
      const place = atValue('appendices', table.id, 'rows', total.n, c)
      return problem('table-total-differs', table.file, place, args, 'warning')
    })
  })
}

/**
 * The possible addends of a total: all rows, the rows of its section before or after it, or the
 * subtotals.
 */
function addendsOf({ rows }: NumberTable, total: TableRow): TableRow[][] {
  const at = rows.indexOf(total)
  const body = (some: readonly TableRow[]): TableRow[] => some.filter(({ kind }) => kind === 'body')
  const isSum = ({ kind }: TableRow): boolean => kind === 'total' || kind === 'subtotal'
  const before = rows.slice(rows.slice(0, at).map(isSum).lastIndexOf(true) + 1, at)
  const behind = rows.slice(at + 1)
  const next = behind.findIndex(isSum)
  const section = next === -1 ? behind : behind.slice(0, next)
  const subtotals = rows.filter((row) => row !== total && isSum(row))
  return [body(rows), body(before), body(section), subtotals].filter((some) => some.length > 0)
}

/** The largest number of number columns in which sums of neighbours are searched. */
const maxAddendColumns = 16

function checkSums(table: NumberTable): Problem[] {
  const rows = bodyOf(table)
  const columns = numberColumns(table)
  if (columns.length > maxAddendColumns) return []
  return columns.flatMap((target) => {
    const all = addendColumns(table, columns, target).map((parts) => {
      const sums = rows.map(({ cells }) =>
        exactSum(parts.map((c) => signed(table, c, cells[c]?.number ?? 0))),
      )
      const agreeing = rows.filter(({ cells }, n) => sums[n] === (quantity(cells[target]) ?? 0))
      // A sum with only one non-zero addend proves nothing.
      const informative = agreeing.filter(
        ({ cells }) => parts.filter((c) => (quantity(cells[c]) ?? 0) !== 0).length > 1,
      )
      return { parts, sums, agreeing, telling: informative }
    })
    const [best] = all.toSorted((one, other) => other.agreeing.length - one.agreeing.length)
    if (best === undefined || !isRule(best.agreeing.length, rows.length) || best.telling.length < 2)
      return []
    return rows.flatMap((row, n) => {
      if (best.agreeing.includes(row)) return []
      const args = {
        row: row.n + 1,
        name: columnTitle(table, target),
        value: quantity(row.cells[target]) ?? 0,
        parts: best.parts.map((c) => `“${columnTitle(table, c)}”`).join(''),
        sum: best.sums[n] ?? 0,
      }
      const place = atValue('appendices', table.id, 'rows', row.n, target)
      return [problem('table-sum-differs', table.file, place, args, 'warning')]
    })
  })
}

/**
 * The number with a minus sign if its column is a deduction, which is usually printed without one.
 */
const signed = ({ columns }: NumberTable, c: number, number: number): number =>
  /扣|减/.test(columns[c] ?? '') && number > 0 ? -number : number

/** The possible addends of a column: its neighbours, or columns with similar names. */
function addendColumns(
  { columns: names }: NumberTable,
  columns: readonly number[],
  target: number,
): number[][] {
  const found: number[][] = []
  const at = columns.indexOf(target)
  for (const side of [columns.slice(0, at), columns.slice(at + 1)])
    for (let start = 0; start < side.length; start++)
      for (let end = start + 2; end <= side.length; end++) found.push(side.slice(start, end))
  const ending = (c: number): string => (names[c] ?? '').replace(/\(.*\)$/, '').slice(-2)
  const alike = columns.filter((c) => c !== target && ending(c) === ending(target))
  if (alike.length > 1 && ending(target) !== '') found.push(alike)
  return found
}
