import { type CountName, countNames } from '#schema/figure.ts'
import { type AnnualColumn, coverYear } from './annual-columns.ts'
import { areasOfIssue, compareText, type Dataset, type IssueRecord } from './dataset.ts'
import type { FigureRecord } from './figure-list.ts'

/** The counts of an area of inspection, by column. */
export interface AnnualArea {
  readonly id: string
  readonly name: string
  readonly rows: readonly AnnualRow[]
  /**
   * The number of different websites or accounts that failed in the year. Known only if every
   * inspection names all of its failed ones.
   */
  readonly failedOnce: number | 'incomplete-year' | 'period-without-number' | 'not-all-named'
}

export interface AnnualRow {
  readonly name: CountName
  /** The name of the count, with that of its round where it has one: 不合格, 政务新媒体/复检：不合格. */
  readonly label: string
  readonly counter: string | null
  readonly cells: readonly AnnualCell[]
  /** All columns together. */
  readonly sum: Sum
  /**
   * The counter word of the sum: a website checked in four quarters counts as 4家次, while each
   * message is counted once.
   */
  readonly sumCounter: string | null
}

/** A count as the inspection gives it; `absent` where it has no such count at all. */
export type AnnualCell =
  | { readonly kind: 'count'; readonly record: FigureRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'no-inspection' }

/**
 * The sum of a row, or the reason why there is none: the count is a state on a day (`not-added`),
 * the inspections do not cover the year, a period does not give the count, or a document gives only
 * an approximate number.
 */
type Sum = number | 'not-added' | 'incomplete-year' | 'period-without-number' | 'no-exact-number'

/** @param records the numbers of each inspection, by its id */
export function annualAreas(
  dataset: Dataset,
  columns: readonly AnnualColumn[],
  records: ReadonlyMap<string, readonly FigureRecord[]>,
  issues: readonly IssueRecord[],
  year: number,
): AnnualArea[] {
  const whole = coverYear(columns, year)
  const counts = columns.map(({ inspection }) =>
    (records.get(inspection?.id ?? '') ?? []).filter(isOfAreaItself),
  )
  return Object.entries(dataset.site.areas).flatMap(([id, { name }]): AnnualArea[] => {
    const own = counts.map((found) => found.filter(({ area }) => area === id))
    const keys = [...new Set(own.flat().map(({ path }) => path))].sort(byUsualOrder)
    if (keys.length === 0) return []
    return [
      {
        id,
        name,
        rows: keys.map((path) => rowOf(path, columns, own, whole)),
        failedOnce: failedOnce(id, columns, own, issues, whole),
      },
    ]
  })
}

/** Whether a figure is a count of an area or of one of its rounds, not of a part of a split. */
const isOfAreaItself = ({ kind, path }: FigureRecord): boolean =>
  kind === 'count' &&
  /^areas\.[^.]+\.(rounds\..+\.)?tally\.\w+$/.test(path) &&
  !/\.splits\./.test(path)

const nameIn = (path: string): CountName => path.split('.').at(-1) as CountName

const names = Object.keys(countNames)
/** Sorts the counts of an area before those of its rounds, each in the order of `countNames`. */
const byUsualOrder = (a: string, b: string): number =>
  compareText(blockIn(a), blockIn(b)) || names.indexOf(nameIn(a)) - names.indexOf(nameIn(b))
const blockIn = (path: string): string =>
  path.includes('.rounds.') ? path.slice(0, path.lastIndexOf('.tally.')) : ''

/**
 * Counts of what happened in a period, which can be added up. The other counts are states on a day.
 */
const addableCounts: readonly CountName[] = [
  'checked',
  'passed',
  'failed',
  'received',
  'valid',
  'verified',
  'closed',
  'closed_on_time',
]

/** Counts of websites and accounts, which the next period counts again. */
const recurringCounts: readonly CountName[] = ['checked', 'passed', 'failed']

function rowOf(
  path: string,
  columns: readonly AnnualColumn[],
  own: readonly (readonly FigureRecord[])[],
  whole: boolean,
): AnnualRow {
  const found = own.map((records) => records.find((one) => one.path === path))
  const name = nameIn(path)
  const known = found.find((record) => record !== undefined)
  const counter = known?.counter ?? null
  const round = path.includes('.rounds.')
    ? `${known?.block.split('/').slice(1).join('/') ?? ''}：`
    : ''
  return {
    name,
    label: round + countNames[name],
    counter,
    cells: columns.map(({ inspection }, n): AnnualCell => {
      const record = found[n]
      if (record !== undefined) return { kind: 'count', record }
      return { kind: inspection === null ? 'no-inspection' : 'absent' }
    }),
    sum: sumOf(name, found, whole),
    sumCounter:
      recurringCounts.includes(name) && columns.length > 1 && /^[家个]$/.test(counter ?? '')
        ? `${counter ?? ''}次`
        : counter,
  }
}

function sumOf(name: CountName, found: readonly (FigureRecord | undefined)[], whole: boolean): Sum {
  if (!addableCounts.includes(name)) return 'not-added'
  if (!whole) return 'incomplete-year'
  const known = found.filter((record) => record !== undefined)
  const isGiven = ({ number, missing }: FigureRecord): boolean =>
    number !== null || missing === 'no-exact-number'
  if (known.length < found.length || !known.every(isGiven)) return 'period-without-number'
  return known.every(({ exact }) => exact)
    ? known.reduce((sum, { number }) => sum + (number ?? 0), 0)
    : 'no-exact-number'
}

function failedOnce(
  area: string,
  columns: readonly AnnualColumn[],
  own: readonly (readonly FigureRecord[])[],
  issues: readonly IssueRecord[],
  whole: boolean,
): AnnualArea['failedOnce'] {
  if (!whole) return 'incomplete-year'
  const failed = own.map(
    (records) => records.find((one) => one.path === `areas.${area}.tally.failed`)?.number ?? null,
  )
  if (failed.includes(null)) return 'period-without-number'
  const all = new Set<string>()
  for (const [n, { inspection }] of columns.entries()) {
    const named = new Set(
      issues
        .filter(
          (record) => record.inspection === inspection && areasOfIssue(record.issue).includes(area),
        )
        .filter(({ issue }) => issue.counts_in_rate === true)
        .flatMap(({ issue }) => issue.channels ?? []),
    )
    if (failed[n] !== named.size) return 'not-all-named'
    for (const channel of named) all.add(channel)
  }
  return all.size
}
