import { isDay } from '#model/calendar.ts'
import { compareText, type Inspection } from '#model/dataset.ts'
import type { DataAsOf } from '#model/model.ts'
import { type ReportPeriod, reportPeriods } from '#model/report-periods.ts'
import { inspectionName, issuersOf } from './inspection-names.ts'
import { reportPeriodTitle } from './report-periods.ts'

/** What one archive holds: an inspection, or the reports of a period that belongs to none. */
export interface ArchivedPart {
  /** Its name in addresses. */
  readonly id: string
  readonly inspection: Inspection | null
  readonly title: string
  readonly label: string
  /** Who published it; null for reports of several units. */
  readonly issuers: string | null
  /** The periods of self-inspections in it. */
  readonly periods: ReadonlySet<string>
  /** The day with which its files are dated. */
  readonly day: string
}

/** Every archive of a site: one for each inspection, then one for each other period of reports. */
export function archivedParts(source: DataAsOf): ArchivedPart[] {
  const { dataset, index, asOf } = source
  const inspections = dataset.inspections.map((inspection): ArchivedPart => ({
    id: inspection.id,
    inspection,
    title: inspectionName(inspection, '归档'),
    label: inspection.period.label,
    issuers: issuersOf(inspection),
    periods: periodsOf(inspection, source),
    day: inspection.published_here,
  }))
  const covered = new Set(inspections.flatMap(({ periods }) => [...periods]))
  const reports = reportPeriods(dataset, index, asOf)
    .filter(({ id }) => !covered.has(id))
    .map((period): ArchivedPart => ({
      id: period.id,
      inspection: null,
      title: `${reportPeriodTitle(period)}归档`,
      label: period.label,
      issuers: null,
      periods: new Set([period.id]),
      day: newestDay(period) ?? asOf,
    }))
  return [...inspections, ...reports]
}

/**
 * The periods of self-inspections that an inspection orders; reports that no inspection ordered
 * belong to the inspection of the same period.
 */
function periodsOf({ id }: Inspection, { dataset, index }: DataAsOf): ReadonlySet<string> {
  const ordered = [...index.orders].filter(([, { inspection }]) => inspection.id === id)
  const own = index.orders.has(id) || dataset.selfInspections[id] === undefined ? [] : [id]
  return new Set([...ordered.map(([period]) => period), ...own])
}

const newestDay = ({ unasked }: ReportPeriod): string | undefined =>
  unasked
    .map(({ report }) => report.published)
    .filter((day) => isDay(day))
    .sort(compareText)
    .at(-1)
