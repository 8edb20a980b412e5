import { contradictionIn } from '#check/figures/printed-rates.ts'
import { rateGapWords, type RateView } from '#model/rate.ts'
import { nameProblems, unseenIn } from '#schema/characters.ts'
import { rate } from '#schema/group.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { headOf, type PublishedRow, type PublishedTables, tableNames } from './published-tables.ts'
import { CityRefused } from './source.ts'

/**
 * Rates of whole areas in one inspection; a city after ten years has three, the most on record is
 * eight.
 */
const maxRates = 100
/** Longest name on an overview, in characters. */
const maxNameLength = 200

/**
 * Refuses tables that this program's check would refuse: impossible counts, names with invisible
 * characters, repeated rows, no inspection at all. Data of other sites are judged by the rules for
 * our own records.
 *
 * @throws CityRefused
 */
export function ensureValidTables(tables: PublishedTables): void {
  if (tables.inspections.length === 0) throw new CityRefused('数据包里没有一期检查')
  for (const name of tableNames) {
    const { key, title } = headOf(name)
    const seen = new Set<string>()
    for (const row of tables[name]) {
      const own = JSON.stringify(key.map((column) => row[column]))
      if (seen.has(own)) throw new CityRefused(`“${title}”表里同一行写了两遍`)
      seen.add(own)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && unseenIn(value).length > 0)
          throw new CityRefused(`“${title}”表的“${titleOf(name, column)}”有看不见的字符或控制字符`)
    }
  }
  for (const row of tables.inspections) {
    ensureId('inspections', row, 'id')
    ensureName('inspections', row, 'label')
  }
  for (const row of tables.register) {
    ensureId('register', row, 'period')
    ensureName('register', row, 'period_name')
  }
  ensureRates(tables.rates)
}

function ensureRates(rows: readonly PublishedRow[]): void {
  const shown = new Map<unknown, number>()
  for (const row of rows) {
    const view = viewOf(row)
    const contradiction = contradictionIn(view)
    if (contradiction === 'exceeds') throw new CityRefused('“比率”表有分子大于分母的行')
    if (contradiction === 'over-hundred')
      throw new CityRefused('“比率”表有超过100%的合格率一类的行')
    if (!isOfWholeArea(row)) continue
    for (const column of ['block', 'name', 'shown']) ensureName('rates', row, column)
    if (view.stated === null && !reasons.has(String(row['shown'])))
      throw new CityRefused('“比率”表的“页面写法”有不是比率的内容')
    const count = (shown.get(row['record']) ?? 0) + 1
    if (count > maxRates) throw new CityRefused(`“比率”表里一期检查有${maxRates}个以上比率`)
    shown.set(row['record'], count)
  }
}

/** Whether a rate is of a whole area, not of a part of it. */
export const isOfWholeArea = ({ path }: PublishedRow): boolean =>
  /^areas\.[a-z0-9-]+\.rates\.[a-z0-9_-]+$/.test(String(path))

/** Whether the shown rate differs from its counts. */
export const differsFromCounts = (row: PublishedRow): boolean =>
  contradictionIn(viewOf(row)) === 'differs'

/** Words allowed in place of a rate. */
const reasons: ReadonlySet<string> = new Set([...Object.values(rateGapWords), '没有'])

/**
 * Converts a row to the form that the rules for rates expect; text that is no percentage counts as
 * no rate.
 */
function viewOf(row: PublishedRow): RateView {
  const shown = String(row['shown'] ?? '')
  const isRate = rate.shape.stated.safeParse(shown).success && !reasons.has(shown)
  return {
    name: String(row['path']).split('.').at(-1) ?? '',
    label: String(row['name']),
    numerator: countOf(row['numerator']),
    denominator: countOf(row['denominator']),
    text: shown,
    stated: isRate ? shown : null,
    computed: null,
    reason: null,
    gap: null,
    more: [],
    note: null,
  }
}

const countOf = (value: PublishedRow[string] | undefined): number | null =>
  typeof value === 'number' ? value : null

function ensureName(table: keyof PublishedTables, row: PublishedRow, column: string): void {
  const text = String(row[column] ?? '')
  if (text.length > maxNameLength || nameProblems(text).length > 0)
    throw new CityRefused(`“${headOf(table).title}”表的“${titleOf(table, column)}”不能用作名称`)
}

function ensureId(table: keyof PublishedTables, row: PublishedRow, column: string): void {
  if (!idPattern.test(String(row[column])))
    throw new CityRefused(`“${headOf(table).title}”表的“${titleOf(table, column)}”不是编号`)
}

const titleOf = (table: keyof PublishedTables, column: string): string =>
  headOf(table).columns.find(({ key }) => key === column)?.title ?? column
