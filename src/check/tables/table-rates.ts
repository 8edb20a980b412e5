import { comparePrinted, decimalsOf, honestPercent } from '#model/ratio.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'
import { countIn, isCountOrder, rateIn } from './table-names.ts'
import {
  bodyOf,
  columnTitle,
  isRule,
  type NumberTable,
  numberColumns,
  type TableRow,
  tablesOf,
} from './table-columns.ts'

/**
 * The percentages of a table follow from the counts beside them, and no count exceeds the one that
 * it is part of. The counts are identified by column names, or by the rows if nearly all agree.
 * Only a warning.
 */
export const tableRates: Check = {
  name: 'table-rates',
  description:
    'In each row of a table the rates follow from the counts, and the counts are in order.',
  check(input) {
    return [...tablesOf(input)].flatMap((table) => [...checkOrder(table), ...checkRates(table)])
  },
}

function checkOrder(table: NumberTable): Problem[] {
  const columns = numberColumns(table)
  const rows = table.rows.filter(({ kind }) => kind !== 'other')
  return columns.flatMap((smaller) =>
    columns.flatMap((larger) => {
      if (!isCountOrder(table.columns[smaller] ?? '', table.columns[larger] ?? '')) return []
      const wrong = rows.filter(
        ({ cells }) => (cells[smaller]?.number ?? 0) > (cells[larger]?.number ?? Infinity),
      )
      // If many rows have more answers than letters, the answers include those to earlier letters.
      const inBody = wrong.filter(({ kind }) => kind === 'body')
      if (inBody.length > Math.max(1, rows.length / 5)) return []
      return wrong.map((row) => {
        const args = {
          row: row.n + 1,
          smaller: columnTitle(table, smaller),
          value: row.cells[smaller]?.number ?? 0,
          larger: columnTitle(table, larger),
          limit: row.cells[larger]?.number ?? 0,
        }
        const place = atValue('appendices', table.id, 'rows', row.n, smaller)
        return problem('table-count-exceeds', table.file, place, args, 'warning')
      })
    }),
  )
}

/**
 * One reading of a rate: the columns of its numerator and denominator; the numerator may be the
 * denominator minus other columns.
 */
interface Way {
  readonly part: number
  readonly whole: number
  readonly isRest: boolean
  readonly isNamed: boolean
}

interface Case {
  readonly row: TableRow
  readonly stated: string
  readonly part: number
  readonly whole: number
  readonly agrees: boolean
}

function checkRates(table: NumberTable): Problem[] {
  return table.columns.flatMap((_, c) => {
    if (!bodyOf(table).some(({ cells }) => cells[c]?.percent != null)) return []
    const ways = waysTo(table, c)
      .map((way) => ({ way, cases: casesOf(table, c, way) }))
      .filter(isEnough)
    // Column names count for more than rows that agree by chance.
    const named = ways.filter(({ way }) => way.isNamed)
    const [chosen] = (named.length > 0 ? named : ways).toSorted(
      (one, other) => share(other.cases) - share(one.cases),
    )
    if (chosen === undefined) return []
    return chosen.cases.flatMap(({ row, stated, part, whole, agrees }) => {
      if (agrees) return []
      const args = {
        row: row.n + 1,
        name: columnTitle(table, c),
        stated,
        numerator: part,
        denominator: whole,
        computed: honestPercent(part, whole, Math.max(1, decimalsOf(stated))),
      }
      const place = atValue('appendices', table.id, 'rows', row.n, c)
      return [problem('table-rate-differs', table.file, place, args, 'warning')]
    })
  })
}

const share = (cases: readonly Case[]): number =>
  cases.length === 0 ? 0 : cases.filter(({ agrees }) => agrees).length / cases.length

function isEnough({ way, cases }: { readonly way: Way; readonly cases: readonly Case[] }): boolean {
  const agreeing = cases.filter(({ agrees }) => agrees)
  if (way.isNamed) return cases.length - agreeing.length <= Math.max(1, cases.length / 3)
  // Rates of 0 and 100% agree with any counts that are 0 or equal, so they prove nothing.
  const informative = agreeing.filter(({ part, whole }) => part > 0 && part < whole)
  return isRule(agreeing.length, cases.length) && informative.length >= 2
}

function waysTo(table: NumberTable, c: number): Way[] {
  const columns = numberColumns(table)
  const rate = rateIn(table.columns[c] ?? '')
  return columns.flatMap((part) =>
    columns.flatMap((whole): Way[] => {
      if (part === whole) return []
      const counts = [
        countIn(table.columns[part] ?? ''),
        countIn(table.columns[whole] ?? ''),
      ] as const
      const isNamed = (isRest: boolean): boolean =>
        rate !== null &&
        counts[0] !== null &&
        counts[1] !== null &&
        (isRest ? rate.rests : rate.parts).includes(counts[0]) &&
        rate.wholes.includes(counts[1])
      return [false, true].map((isRest) => ({ part, whole, isRest, isNamed: isNamed(isRest) }))
    }),
  )
}

function casesOf({ rows }: NumberTable, c: number, { part, whole, isRest }: Way): Case[] {
  return rows.flatMap((row) => {
    const stated = row.cells[c]?.percent ?? null
    const of = row.cells[whole]?.number ?? null
    const own = row.cells[part]?.number ?? null
    if (row.kind === 'other' || stated === null || of === null || own === null) return []
    const taken = isRest ? of - own : own
    if (![taken, of].every(Number.isInteger) || of <= 0 || taken < 0 || taken > of) return []
    // A spreadsheet adds decimals: 57.1% becomes 57.10%.
    const shorter = stated.replace(/(\.(?:\d*[1-9])?)0+%$/, '$1%').replace('.%', '%')
    const agrees = [stated, shorter].some((print) => comparePrinted(print, taken, of) !== 'differs')
    return [{ row, stated, part: taken, whole: of, agrees }]
  })
}
