import type { Dataset, Inspection } from '#model/dataset.ts'
import { exactSum } from '#model/exact-sum.ts'
import { exactCountOf, isGroup } from '#model/figure.ts'
import { countNames, type CountName, isCountName } from '#schema/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { problem, type Check } from '../check.ts'
import {
  bodyOf,
  columnTitle,
  type NumberTable,
  numberColumns,
  quantity,
  tablesOf,
} from './table-columns.ts'
import { type ColumnCount, countIn } from './table-names.ts'

/**
 * The totals of a table agree with the counts of its areas, and a list of the failed has as many
 * rows as failed. Checked only where names identify area and count; only a warning.
 */
export const tableAndFigures: Check = {
  name: 'table-and-figures',
  description:
    'The totals of tables and the lists of the failed agree with the figures of the areas.',
  check(input) {
    const { dataset } = input
    const tables = Map.groupBy(tablesOf(input), ({ inspection }) => inspection)
    return [...tables].flatMap(([inspection, own]) => [
      ...own.flatMap((table) => checkList(dataset, inspection, table)),
      ...checkCounts(dataset, inspection, own),
    ])
  },
}

/** The areas named in a text by any of their words. */
function areasIn({ site }: Dataset, { areas }: Inspection, text: string): string[] {
  return Object.entries(areas).flatMap(([id, { label, object }]) => {
    const names = [site.areas[id]?.name, site.areas[id]?.object, label, object]
    return names.some((name) => name !== undefined && text.includes(name)) ? [id] : []
  })
}

/** The sum of a count over areas; null unless every area has it exactly. */
function countOver({ areas }: Inspection, ids: readonly string[], name: CountName): number | null {
  const counts = ids.map((id) => exactCountOf(areas[id]?.tally ?? {}, name))
  return counts.length === 0 || counts.includes(null) ? null : exactSum(counts.map(Number))
}

const namesOf = (dataset: Dataset, ids: readonly string[]): string =>
  ids.map((id) => dataset.site.areas[id]?.name ?? id).join('、')

/**
 * The only area with counts, which a table that names no area is about; empty if there are several.
 */
function onlyArea({ areas }: Inspection): string[] {
  const counted = Object.entries(areas).filter(([, { tally }]) => tally !== undefined)
  return counted.length === 1 ? counted.map(([id]) => id) : []
}

function checkList(dataset: Dataset, inspection: Inspection, table: NumberTable): Problem[] {
  const { title, columns, id, file } = table
  // A list of units may have several accounts in a row, and a table of numbers is not a list.
  if (!/不合格/.test(title) || !/(名单|清单|列表|一览表)$/.test(title)) return []
  if (/(单位|部门)(名单|清单|列表|一览表)$/.test(title)) return []
  if (columns.some((column) => countIn(column) !== null)) return []
  const named = areasIn(dataset, inspection, title)
  const areas = named.length > 0 ? named : onlyArea(inspection)
  const failed = countOver(inspection, areas, 'failed')
  const rows = bodyOfList(table)
  if (failed === null || failed === rows) return []
  const args = { title, listed: rows, name: namesOf(dataset, areas), failed }
  return [problem('table-list-differs', file, atValue('appendices', id, 'title'), args, 'warning')]
}

/**
 * The number of entries of a list. An account with several findings has several rows but one
 * number.
 */
function bodyOfList({ columns, rows }: NumberTable): number {
  const entries = rows.filter(({ kind }) => kind === 'body' || kind === 'other')
  const number = columns.findIndex((column) => /^(序号|编号|序)$/.test(column))
  const numbers = entries.map(({ cells }) => cells[number]?.number ?? null)
  return number === -1 || numbers.includes(null) ? entries.length : new Set(numbers).size
}

const countNameOf = (count: ColumnCount): CountName | null => {
  const name = count === 'all' ? 'total' : count.replaceAll('-', '_')
  return isCountName(name) ? name : null
}

interface Claim {
  readonly table: NumberTable
  readonly column: number
  readonly value: number
  /** Path of the printed total, else of the title. */
  readonly at: Path
  /** Whether the table itself prints the total. */
  readonly isPrinted: boolean
}

function checkCounts(
  dataset: Dataset,
  inspection: Inspection,
  tables: readonly NumberTable[],
): Problem[] {
  const claims = tables.flatMap((table) =>
    numberColumns(table).flatMap((column) => {
      const count = countIn(table.columns[column] ?? '')
      const name = count === null ? null : countNameOf(count)
      if (name === null) return []
      const inColumn = areasIn(dataset, inspection, table.columns[column] ?? '')
      const inTitle = areasIn(dataset, inspection, table.title)
      const areas = [inColumn, inTitle, onlyArea(inspection)].find((some) => some.length > 0)
      const value = areas === undefined ? null : countOver(inspection, areas, name)
      if (areas === undefined || value === null) return []
      return [{ ...claimOf(table, column), name, areas, expected: value }]
    }),
  )
  const same = Map.groupBy(claims, ({ name, areas }) => `${name} ${areas.join(' ')}`)
  return [...same.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const { name, areas, expected } = first
    const sum = exactSum(all.map(({ value }) => value))
    // Tables may together give the whole, or each give one part.
    if (sum === expected || all.some(({ value }) => value === expected)) return []
    if (all.length > 1 && sum < expected) return []
    const parts = partsOf(inspection, areas, name)
    const wrong = all.find(
      ({ value, isPrinted }) =>
        !parts.includes(value) && (isPrinted || name === 'failed' || value > expected),
    )
    if (wrong === undefined) return []
    const args = {
      title: wrong.table.title,
      column: columnTitle(wrong.table, wrong.column),
      how: wrong.isPrinted ? '合计' : '各行相加',
      sum: wrong.value,
      area: namesOf(dataset, areas),
      name: countNames[name],
      value: expected,
    }
    const place = atValue('appendices', wrong.table.id, ...wrong.at)
    return [problem('table-differs', wrong.table.file, place, args, 'warning')]
  })
}

function claimOf(table: NumberTable, column: number): Claim {
  const totals = table.rows.filter(({ kind }) => kind === 'total')
  const [total] = totals.length === 1 ? totals : []
  const printed = total?.cells[column]?.number ?? null
  if (total !== undefined && printed !== null)
    return { table, column, value: printed, isPrinted: true, at: ['rows', total.n, column] }
  const rows = bodyOf(table).map(({ cells }) => quantity(cells[column]) ?? 0)
  return { table, column, value: exactSum(rows), isPrinted: false, at: ['title'] }
}

/** Counts of parts that a table may be about. */
const partsOf = ({ areas }: Inspection, ids: readonly string[], name: CountName): number[] =>
  ids.flatMap((id) =>
    Object.values(areas[id]?.splits ?? {}).flatMap(({ of, parts }) =>
      Object.values(parts).flatMap((part) => {
        const count = isGroup(part)
          ? exactCountOf(part.tally ?? {}, name)
          : of === name && typeof part === 'number'
            ? part
            : null
        return count === null ? [] : [count]
      }),
    ),
  )
