import type { CountName } from '#schema/figure.ts'
import { countNames } from '#schema/figure.ts'
import { dayAfter, isoDay } from './calendar.ts'
import {
  compareText,
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'
import { type FigureRecord, figureRecords, type RateRecord, rateRecords } from './figure-list.ts'
import type { Ledger, LedgerRow } from './ledger.ts'

/**
 * What an office's inspections of a year have for the yearly form of supervision (政府网站监管年度报表,
 * 国办函〔2018〕12号 asks for it by quarter). Nothing in it is estimated: what no document says is not there.
 */
export interface AnnualForm {
  readonly year: number
  readonly issuer: string
  /** The inspections of the year in their order, and the quarters of which none is recorded. */
  readonly columns: readonly AnnualColumn[]
  readonly areas: readonly AnnualArea[]
  /** The rates that a document prints; computed ones are left to the counts. */
  readonly rates: readonly AnnualRates[]
  /** The findings that count in a rate. */
  readonly failures: readonly IssueRecord[]
  /** A column each. */
  readonly rectification: readonly (Rectification | null)[]
}

export interface AnnualColumn {
  readonly label: string
  /** Null where no inspection of the quarter is recorded. */
  readonly inspection: Inspection | null
}

export interface AnnualArea {
  readonly id: string
  readonly name: string
  readonly rows: readonly AnnualRow[]
  /**
   * Different websites or accounts that failed in the year, each once, if every inspection names
   * all of them.
   */
  readonly failedOnce: number | 'incomplete-year' | 'period-without-number' | 'not-all-named'
}

export interface AnnualRow {
  readonly name: CountName
  /** 不合格, or of a round: 政务新媒体/复检：不合格. */
  readonly label: string
  readonly counter: string | null
  readonly cells: readonly AnnualCell[]
  /** All columns together. */
  readonly sum: Sum
  /**
   * What the sum counts: a website looked at in four quarters is 4家次, while a message comes once.
   */
  readonly sumCounter: string | null
}

/** A rate by period, as printed: never added up, and no mean of it is taken. */
export interface AnnualRates {
  readonly area: string
  /** 政务新媒体：合格率, or of a round: 政务新媒体/复检：合格率. */
  readonly label: string
  readonly cells: readonly AnnualRate[]
}

export type AnnualRate =
  | { readonly kind: 'rate'; readonly record: RateRecord; readonly stated: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'no-inspection' }

/** A count as the inspection gives it; `absent` where it has no such count at all. */
export type AnnualCell =
  | { readonly kind: 'count'; readonly record: FigureRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'no-inspection' }

/**
 * A number, or why there is none: what is counted at a day is not added up, nor is half a year, nor
 * periods of which one does not give the count, nor what a document only gives as about so many.
 */
export type Sum =
  number | 'not-added' | 'incomplete-year' | 'period-without-number' | 'no-exact-number'

export interface Rectification {
  readonly inspection: Inspection
  readonly issues: number
  /** Issues by the units that they name; nobody named counts as one. */
  readonly rows: number
  readonly reported: number
  readonly rectified: number
  readonly passed: number
  /** Passed, closed or withdrawn, or said to be rectified by a later inspection. */
  readonly settled: number
  /** Nothing recorded; this says nothing of what was done. */
  readonly nothing: number
}

/** The years of which an inspection is recorded, oldest first. */
export const yearsOf = ({ inspections }: Pick<Dataset, 'inspections'>): number[] =>
  [...new Set(inspections.filter(isInspection).map(yearOf))].sort((a, b) => a - b)

/** The form is of inspections: neither an evaluation nor a month of letters is a quarter of it. */
const isInspection = ({ activity }: Inspection): boolean => activity === undefined

/** 2024年政府网站监管年度报表填报依据 */
export const annualTitle = (year: number): string => `${year}年政府网站监管年度报表填报依据`

/** The year in which a period ends. */
export const yearOf = ({ period }: Inspection): number => Number(period.end.slice(0, 4))

/** The forms of a year, one for each office or group of offices that inspected. */
export function annualForms(
  dataset: Dataset,
  index: Index,
  ledger: Ledger,
  year: number,
): AnnualForm[] {
  const inspections = dataset.inspections.filter(
    (inspection) => isInspection(inspection) && yearOf(inspection) === year,
  )
  const counted = { ...dataset, inspections, selfInspections: {} }
  const records = Map.groupBy(figureRecords(counted), ({ inspection }) => inspection ?? '')
  const rates = Map.groupBy(rateRecords(counted), ({ inspection }) => inspection ?? '')
  const byIssuer = Map.groupBy(inspections, ({ issuer, joint_issuers: others = [] }) =>
    [issuer, ...others].join('、'),
  )
  return [...byIssuer].map(([issuer, own]) => {
    const columns = columnsOf(own, year)
    const issues = index.issues.filter(({ inspection }) => own.includes(inspection))
    return {
      year,
      issuer,
      columns,
      areas: areasOf(dataset, columns, records, issues, year),
      rates: ratesOf(dataset, columns, rates),
      failures: issues.filter(({ issue }) => issue.counts_in_rate === true),
      rectification: columns.map(({ inspection }) =>
        inspection === null ? null : rectificationOf(inspection, issues, ledger),
      ),
    }
  })
}

const ordinals = ['一', '二', '三', '四']
const quarters = (year: number) =>
  ordinals.map((ordinal, n) => ({
    label: `${year}年第${ordinal}季度`,
    start: isoDay(year, n * 3 + 1, 1),
    end: isoDay(year, n * 3 + 3, [31, 30, 30, 31][n] ?? 31),
  }))

/** Quarters are missed only by an office that inspects by the quarter. */
function columnsOf(inspections: readonly Inspection[], year: number): AnnualColumn[] {
  const isQuarter = ({ period }: Inspection): boolean =>
    quarters(year).some(({ start, end }) => period.start === start && period.end === end)
  const missing = inspections.some(isQuarter)
    ? quarters(year).filter(({ start, end }) =>
        inspections.every(({ period }) => period.end < start || period.start > end),
      )
    : []
  return [
    ...inspections.map((inspection) => ({
      label: inspection.period.label,
      inspection,
      start: inspection.period.start,
    })),
    ...missing.map(({ label, start }) => ({ label, inspection: null, start })),
  ]
    .sort((a, b) => compareText(a.start, b.start))
    .map(({ label, inspection }) => ({ label, inspection }))
}

/** Whether the periods follow on one another from the first day of the year to the last. */
function coverYear(columns: readonly AnnualColumn[], year: number): boolean {
  let next = isoDay(year, 1, 1)
  for (const { inspection } of columns) {
    if (inspection === null || inspection.period.start !== next) return false
    next = dayAfter(inspection.period.end)
  }
  return next === isoDay(year + 1, 1, 1)
}

function areasOf(
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

/** Counts of an area and of its rounds, not of the parts of a split. */
const isOfAreaItself = ({ kind, path }: FigureRecord): boolean =>
  kind === 'count' &&
  /^areas\.[^.]+\.(rounds\..+\.)?tally\.\w+$/.test(path) &&
  !/\.splits\./.test(path)

const nameIn = (path: string): CountName => path.split('.').at(-1) as CountName

const names = Object.keys(countNames)
/** The counts of an area before those of its rounds, each in their usual order. */
const byUsualOrder = (a: string, b: string): number =>
  compareText(blockIn(a), blockIn(b)) || names.indexOf(nameIn(a)) - names.indexOf(nameIn(b))
const blockIn = (path: string): string =>
  path.includes('.rounds.') ? path.slice(0, path.lastIndexOf('.tally.')) : ''

/** Counts of what happened in a period; the others are counted at a day. */
const added: readonly CountName[] = [
  'checked',
  'passed',
  'failed',
  'received',
  'valid',
  'verified',
  'closed',
  'closed_on_time',
]

/** Counts of the websites and accounts themselves, which the next period counts again. */
const again: readonly CountName[] = ['checked', 'passed', 'failed']

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
      again.includes(name) && columns.length > 1 && /^[家个]$/.test(counter ?? '')
        ? `${counter ?? ''}次`
        : counter,
  }
}

function sumOf(name: CountName, found: readonly (FigureRecord | undefined)[], whole: boolean): Sum {
  if (!added.includes(name)) return 'not-added'
  if (!whole) return 'incomplete-year'
  const known = found.filter((record) => record !== undefined)
  const isGiven = ({ number, missing }: FigureRecord): boolean =>
    number !== null || missing === 'no-exact-number'
  if (known.length < found.length || !known.every(isGiven)) return 'period-without-number'
  return known.every(({ exact }) => exact)
    ? known.reduce((sum, { number }) => sum + (number ?? 0), 0)
    : 'no-exact-number'
}

function ratesOf(
  dataset: Dataset,
  columns: readonly AnnualColumn[],
  records: ReadonlyMap<string, readonly RateRecord[]>,
): AnnualRates[] {
  const printed = columns.map(({ inspection }) =>
    (records.get(inspection?.id ?? '') ?? []).flatMap((record) =>
      record.rate.stated !== null && !record.path.includes('.splits.')
        ? { record, stated: record.rate.stated }
        : [],
    ),
  )
  return Object.keys(dataset.site.areas).flatMap((area) => {
    const own = printed.map((rates) => rates.filter(({ record }) => record.area === area))
    return [...new Set(own.flat().map(({ record }) => record.path))].map((path): AnnualRates => {
      const found = own.map((rates) => rates.find(({ record }) => record.path === path))
      const known = found.find((one) => one !== undefined)?.record
      return {
        area,
        label: `${known?.block ?? ''}：${known?.rate.label ?? ''}`,
        cells: columns.map(({ inspection }, n): AnnualRate => {
          const one = found[n]
          if (one !== undefined) return { kind: 'rate', ...one }
          return { kind: inspection === null ? 'no-inspection' : 'absent' }
        }),
      }
    })
  })
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
        .filter((record) => record.inspection === inspection && record.issue.area === area)
        .filter(({ issue }) => issue.counts_in_rate === true)
        .flatMap(({ issue }) => issue.channels ?? []),
    )
    if (failed[n] !== named.size) return 'not-all-named'
    for (const channel of named) all.add(channel)
  }
  return all.size
}

function rectificationOf(
  inspection: Inspection,
  issues: readonly IssueRecord[],
  { byIssue }: Ledger,
): Rectification {
  const own = issues.filter((record) => record.inspection === inspection)
  const rows = own.flatMap(({ id }) => byIssue.get(id) ?? [])
  const count = (test: (row: LedgerRow) => boolean): number => rows.filter(test).length
  return {
    inspection,
    issues: own.length,
    rows: rows.length,
    reported: count(
      ({ report }) =>
        report.state === 'reported' || (report.state === 'said' && report.answer === 'yes'),
    ),
    rectified: count(
      ({ rectified }) =>
        rectified !== null && (rectified.kind === 'step' || rectified.said.rectified === 'yes'),
    ),
    passed: count(
      ({ recheck }) => recheck?.kind === 'step' && recheck.step.step === 'recheck-passed',
    ),
    settled: count(({ open }) => !open),
    nothing: count(({ events }) => events.length === 0),
  }
}
