import { annualColumns, type AnnualColumn } from './annual-columns.ts'
import { annualAreas, type AnnualArea } from './annual-counts.ts'
import { annualRates, type AnnualRates } from './annual-rates.ts'
import { annualRectification, type Rectification } from './annual-rectification.ts'
import type { Dataset, Index, Inspection, IssueRecord } from './dataset.ts'
import { figureRecords, rateRecords } from './figure-list.ts'
import type { Ledger } from './ledger.ts'
import { officesOf } from './offices.ts'

/**
 * The facts of an office's inspections that the yearly form of supervision needs (政府网站监管年度报表, which
 * 国办函〔2018〕12号 asks for by quarter). Nothing is estimated: a value that no document states is left
 * out.
 */
export interface AnnualForm {
  readonly year: number
  readonly issuer: string
  /** The inspections of the year in order, and the quarters without a recorded inspection. */
  readonly columns: readonly AnnualColumn[]
  readonly areas: readonly AnnualArea[]
  /**
   * The rates that documents print. Computed rates are left out because the counts already give
   * them.
   */
  readonly rates: readonly AnnualRates[]
  /** The findings that count towards a rate. */
  readonly failures: readonly IssueRecord[]
  /** One entry for each column; null for a quarter without an inspection. */
  readonly rectification: readonly (Rectification | null)[]
}

/** The years that have a recorded inspection, oldest first. */
export const yearsOf = ({ inspections }: Pick<Dataset, 'inspections'>): number[] =>
  [...new Set(inspections.filter(isInspection).map(yearOf))].sort((a, b) => a - b)

/** The form covers inspections only; evaluations and monthly letters have an `activity`. */
const isInspection = ({ activity }: Inspection): boolean => activity === undefined

/** 2024年政府网站监管年度报表填报依据 */
export const annualTitle = (year: number): string => `${year}年政府网站监管年度报表填报依据`

/** The year in which a period ends. */
const yearOf = ({ period }: Inspection): number => Number(period.end.slice(0, 4))

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
  const byIssuer = Map.groupBy(inspections, (inspection) => officesOf(inspection).join('、'))
  return [...byIssuer].map(([issuer, own]) => {
    const columns = annualColumns(own, year)
    const issues = index.issues.filter(({ inspection }) => own.includes(inspection))
    return {
      year,
      issuer,
      columns,
      areas: annualAreas(dataset, columns, records, issues, year),
      rates: annualRates(dataset, columns, rates),
      failures: issues.filter(({ issue }) => issue.counts_in_rate === true),
      rectification: columns.map(({ inspection }) =>
        inspection === null ? null : annualRectification(inspection, issues, ledger),
      ),
    }
  })
}
