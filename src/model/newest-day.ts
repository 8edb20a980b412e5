import { Memoized } from './memoized.ts'
import type { Correction } from '#schema/correction.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { isDay } from './calendar.ts'
import { correctionsOf, covers } from './correction.ts'
import type { Inspection, IssueRecord } from './dataset.ts'
import type { DataAsOf } from './model.ts'
import type { Register } from './register.ts'
import type { UnitRecord } from './unit-record.ts'

/**
 * The newest day recorded for each part of the data: publication here, report, rectification, check
 * or correction. Days after `asOf` are ignored; a passing deadline or a build does not count. The
 * functions cache their results, so drop them after use.
 */
export function newestDays({ dataset, index, asOf }: DataAsOf) {
  const newest = (days: readonly (string | undefined)[]): string | undefined =>
    days.reduce(
      (best, day) =>
        day !== undefined && day <= asOf && (best === undefined || day > best) && isDay(day)
          ? day
          : best,
      undefined,
    )

  const inspection = ({ published_here, corrections }: Inspection) =>
    newest([published_here, ...daysOf(corrections)])

  // Cached because units, accounts and lists share issues and reports.
  const issue = memoized(
    ({ id, issue: { rectification = [] }, inspection: publishedIn }: IssueRecord) =>
      newest([
        publishedIn.published_here,
        ...rectification.map(({ on }) => on),
        ...daysOf(publishedIn.corrections?.filter(({ at }) => touches(at, `issues.${id}`))),
        ...Object.values(dataset.statements[id] ?? {}).flatMap(({ on, corrections }) => [
          on,
          ...daysOf(corrections),
        ]),
      ]),
  )

  const report = memoized(({ published, corrections }: SelfInspection) =>
    newest([published, ...daysOf(corrections)]),
  )

  const register = ({ period, order, lookedOn, rows }: Register) =>
    newest([
      order.inspection.published_here,
      lookedOn ?? undefined,
      ...daysOf(dataset.registers[period]?.corrections),
      ...rows.flatMap((row) => (row.report === null ? [] : [report(row.report)])),
    ])

  const channel = (id: string) => newest((index.issuesByChannel.get(id) ?? []).map(issue))

  const unit = ({ issues, tables, duties, registers, otherReports, channels }: UnitRecord) =>
    newest([
      ...issues.map(issue),
      ...tables.map((table) => table.inspection.published_here),
      ...duties.map((duty) => duty.inspection.published_here),
      ...registers.flatMap(({ register: { lookedOn, order }, row }) => [
        order.inspection.published_here,
        lookedOn ?? undefined,
        ...(row.report === null ? [] : [report(row.report)]),
      ]),
      ...otherReports.map((other) => report(other.report)),
      ...channels.map(channel),
    ])

  const all = () =>
    newest([
      ...dataset.inspections.map(inspection),
      ...index.issues.map(issue),
      ...Object.values(dataset.selfInspections).flatMap((reports) =>
        Object.values(reports).map(report),
      ),
      ...Object.values(dataset.registers).map(({ looked_on }) => looked_on),
      ...Object.values(dataset.opennessOffice).flatMap(({ units = {} }) =>
        Object.values(units).map(({ looked_on }) => looked_on),
      ),
      ...correctionsOf(dataset).map(({ correction }) => correction.on),
    ])

  return { inspection, issue, report, register, channel, unit, all }
}

function memoized<Of extends object>(day: (of: Of) => string | undefined): typeof day {
  const days = new Memoized<string | undefined>()
  return (of) => days.of(of, () => day(of))
}

const daysOf = (corrections: readonly Correction[] = []): string[] =>
  corrections.map(({ on }) => on)

/** Whether a correction concerns a path: the path itself, one above it or one below it. */
const touches = (at: string, path: string): boolean => covers(at, path) || covers(path, at)
