import type { SelfInspection } from '#schema/self-inspection.ts'
import { isDay } from './calendar.ts'
import { compareText, type Dataset, type DeadlineRecord, type Index } from './dataset.ts'
import { unitsOwing } from './deadline.ts'
import { dueDay } from './due-day.ts'
import { type PeriodId, periodIdOf, periodOf } from './period-id.ts'
import { isPublic } from './publication-day.ts'

export interface UnitReport {
  readonly period: string
  readonly unit: string
  readonly report: SelfInspection
}

/**
 * A period of self-inspections: one for which a document orders reports, or for which a unit
 * published a report by itself.
 */
export interface ReportPeriod {
  readonly id: string
  readonly label: string
  /** Undefined when no document orders reports for the period, so that no unit owes one. */
  readonly order: DeadlineRecord | undefined
  /** Public reports of units on which no document lays the duty, in the order of the roster. */
  readonly unasked: readonly UnitReport[]
}

/** Every period of self-inspections on a day, sorted by the due date of its order or by its end. */
export function reportPeriods(dataset: Dataset, index: Index, asOf: string): ReportPeriod[] {
  const published = Object.keys(dataset.selfInspections).filter(
    (id) => reportsOf(dataset, id, asOf).length > 0,
  )
  const ids = [...new Set([...index.orders.keys(), ...published])]
  return ids
    .map((id) => {
      const order = index.orders.get(id)
      const owing = new Set(order === undefined ? [] : unitsOwing(dataset, order))
      const reports = reportsOf(dataset, id, asOf)
      return {
        period: {
          id,
          label: labelOfPeriod(dataset, index, id),
          order,
          unasked: reports.filter(({ unit }) => !owing.has(unit)),
        },
        day:
          order === undefined
            ? (endOfPeriod(dataset, id) ?? newestDay(reports))
            : (dueDay(order.deadline) ?? ''),
      }
    })
    .sort((a, b) => compareText(a.day, b.day))
    .map(({ period }) => period)
}

/** The public reports for a period on a day, in the order of the roster. */
function reportsOf({ selfInspections, units }: Dataset, period: string, asOf: string) {
  const reports = selfInspections[period] ?? {}
  return Object.keys(units).flatMap((unit): UnitReport[] => {
    const report = reports[unit]
    return report !== undefined && isPublic(report, asOf) ? [{ period, unit, report }] : []
  })
}

/**
 * The label of a period of self-inspections: as the document prints it that orders the reports or
 * is of the same period; of a period without a document as its id says, such as 2024年第二季度. Of a
 * round, a batch and a numbered period, which may be either, as a title of its reports prints it.
 */
export function labelOfPeriod(dataset: Dataset, index: Index, id: string): string {
  const printed =
    index.orders.get(id)?.deadline.period?.label ??
    dataset.inspections.find((inspection) => inspection.id === id)?.period.label
  if (printed !== undefined) return printed
  const known = periodIdOf(id)
  const titles = Object.values(dataset.selfInspections[id] ?? {}).map(({ title }) => title)
  const inTitle = titles.map((title) => spanInTitle.exec(title)?.[0]).find(Boolean)
  if (known === null) return inTitle ?? id
  const isCounted = ['numbered', 'round'].includes(known.kind) || known.batch !== null
  return (isCounted ? inTitle : undefined) ?? labelOfId(known)
}

/** The label of a period id by itself: 2024年第二季度. */
const labelOfId = (id: PeriodId): string => periodOf(id, null).period.label

const spanInTitle =
  /\d{4}年(?:度?第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?|度?第[〇零一二三四五六七八九十\d]+[期次批轮])(?:第[〇零一二三四五六七八九十\d]+批)?/

/** The last day of a period that no document orders; null when its id does not tell. */
function endOfPeriod(dataset: Dataset, id: string): string | null {
  const inspected = dataset.inspections.find((inspection) => inspection.id === id)
  if (inspected !== undefined) return inspected.period.end
  const known = periodIdOf(id)
  return known === null ? null : periodOf(known, null).period.end
}

const newestDay = (reports: readonly UnitReport[]): string =>
  reports
    .flatMap(({ report: { published } }) => (isDay(published) ? [published] : []))
    .sort()
    .at(-1) ?? ''

/**
 * What a report calls itself: 自查整改, 自查 or 整改, by its title. A title that says neither is taken
 * for 自查.
 */
export function subjectOf({ title }: Pick<SelfInspection, 'title'>): ReportSubject {
  const rectified = title.includes('整改')
  if (!title.includes('自查')) return rectified ? '整改' : '自查'
  return rectified ? '自查整改' : '自查'
}

export type ReportSubject = '自查整改' | '自查' | '整改'

/** The subject of several reports: their common one; when they differ, 自查 if one is only that. */
export function commonSubject(reports: readonly Pick<SelfInspection, 'title'>[]): ReportSubject {
  const subjects = new Set(reports.map(subjectOf))
  const [first, ...others] = subjects
  if (first !== undefined && others.length === 0) return first
  return subjects.has('自查') ? '自查' : '自查整改'
}
