import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'
import {
  bodyOf,
  columnTitle,
  type NumberTable,
  type TableCell,
  type TableRow,
  tablesOf,
} from './table-columns.ts'

/** Ranks follow the scores beside them, and row numbers are consecutive. Only a warning. */
export const tableOrder: Check = {
  name: 'table-order',
  description: 'In a table a better rank has no worse score, and no running number is left out.',
  check(input) {
    return [...tablesOf(input)].flatMap((table) => [...checkNumbers(table), ...checkRanks(table)])
  },
}

const columnCalled = ({ columns }: NumberTable, name: RegExp): number =>
  columns.findIndex((column) => name.test(column))

function checkNumbers(table: NumberTable): Problem[] {
  const c = columnCalled(table, /^(序号|编号|序)$/)
  const rows = bodyOf(table).flatMap(({ n, cells }) => {
    const number = cells[c]?.number ?? null
    return number === null ? [] : [{ n, number }]
  })
  // Numbers may restart, and repeat if an entry has several rows.
  const wrong = rows.filter(({ number }, n) => {
    const before = rows[n - 1]?.number
    return before !== undefined && ![before + 1, before, 1].includes(number)
  })
  const agreeing = rows.length - wrong.length
  if (c === -1 || agreeing < 2 || wrong.length > Math.max(2, rows.length / 5)) return []
  return wrong.flatMap((row) => {
    // Only the first of consecutive wrong numbers is reported.
    if (wrong.includes(rows[rows.indexOf(row) - 1] ?? row)) return []
    const before = rows[rows.indexOf(row) - 1]?.number ?? 0
    const args = { row: row.n + 1, value: row.number, before }
    const place = atValue('appendices', table.id, 'rows', row.n, c)
    return [problem('table-number-order', table.file, place, args, 'warning')]
  })
}

interface Placed {
  readonly row: TableRow
  readonly rank: number
  readonly score: number
}

function checkRanks(table: NumberTable): Problem[] {
  const c = columnCalled(table, /^(排名|名次|位次|排序|总排名)$/)
  if (c === -1) return []
  const scored = table.columns
    .map((column, other) => ({ column, other }))
    .filter(({ column }) => /得分|总分|积分|成绩|评分|率$/.test(column) && !/扣|失/.test(column))
  // The last of several scores is the total.
  const column = scored.findLast(({ other }) => placed(table, c, other).length > 2)?.other
  if (column === undefined) return []
  const rankings = sections(placed(table, c, column))
  return rankings.flatMap((ranking) => {
    const wrong = ranking.flatMap((one, n) => {
      const before = ranking[n - 1]
      return before !== undefined && isAgainst(before, one) ? [{ before, one }] : []
    })
    if (wrong.length > Math.max(2, ranking.length / 5) || wrong.length === ranking.length - 1)
      return []
    return wrong.slice(0, 1).map(({ before, one }) => {
      const args = {
        row: one.row.n + 1,
        score: columnTitle(table, column),
        value: one.score,
        rank: one.rank,
        otherRow: before.row.n + 1,
        otherValue: before.score,
        otherRank: before.rank,
      }
      const place = atValue('appendices', table.id, 'rows', one.row.n, column)
      return problem('table-rank-order', table.file, place, args, 'warning')
    })
  })
}

const scoreOf = (cell: TableCell | undefined): number | null =>
  cell?.number ?? (cell?.percent == null ? null : Number.parseFloat(cell.percent))

const placed = (table: NumberTable, rank: number, score: number): Placed[] =>
  bodyOf(table).flatMap((row) => {
    const own = row.cells[rank]?.number ?? null
    const value = scoreOf(row.cells[score])
    return own === null || value === null ? [] : [{ row, rank: own, score: value }]
  })

/** Splits a table into rankings, each starting with the first rank. */
function sections(all: readonly Placed[]): Placed[][] {
  const starts = all.flatMap(({ rank }, n) =>
    rank === 1 && (all[n - 1]?.rank ?? 0) > 1 && (all[n + 1]?.rank ?? 0) > 0 ? [n] : [],
  )
  const parts = [0, ...starts].map((start, n) => all.slice(start, starts[n]))
  const isSorted = parts.every((part) => {
    const falls = part.filter(({ rank }, n) => rank < (part[n - 1]?.rank ?? 0))
    return falls.length <= 1
  })
  // A table not sorted by rank contains one ranking.
  return isSorted ? parts : [all.toSorted((one, other) => one.rank - other.rank)]
}

/** Whether a worse rank has a better score, or one rank has two scores. */
const isAgainst = (one: Placed, other: Placed): boolean =>
  one.rank === other.rank
    ? one.score !== other.score
    : one.rank < other.rank
      ? one.score < other.score
      : one.score > other.score
