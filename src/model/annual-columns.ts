import { chineseNumeral } from './chinese-numeral.ts'
import { dayAfter, isoDay } from './calendar.ts'
import { compareText, type Inspection } from './dataset.ts'

/** A column of a year's form: an inspection, or a quarter without a recorded inspection. */
export interface AnnualColumn {
  readonly label: string
  /** Null for a quarter without a recorded inspection. */
  readonly inspection: Inspection | null
}

const quarters = (year: number) =>
  [1, 2, 3, 4].map((quarter, n) => ({
    label: `${year}年第${chineseNumeral(quarter)}季度`,
    start: isoDay(year, n * 3 + 1, 1),
    end: isoDay(year, n * 3 + 3, [31, 30, 30, 31][n] ?? 31),
  }))

/**
 * The columns of a year, in order of their dates. Empty quarters are added only if the office
 * inspects by the quarter.
 */
export function annualColumns(inspections: readonly Inspection[], year: number): AnnualColumn[] {
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
export function coverYear(columns: readonly AnnualColumn[], year: number): boolean {
  let next = isoDay(year, 1, 1)
  for (const { inspection } of columns) {
    if (inspection === null || inspection.period.start !== next) return false
    next = dayAfter(inspection.period.end)
  }
  return next === isoDay(year + 1, 1, 1)
}
