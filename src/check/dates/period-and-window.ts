import { daysBetween } from '#model/calendar.ts'
import { indexDataset } from '#model/dataset.ts'
import { groupsIn, groupsOf } from '#model/groups.ts'
import type { Group } from '#schema/group.ts'
import type { Period } from '#schema/period.ts'
import { atKey, atValue, type Path, type Problem } from '#messages/problem.ts'
import { reportsOf } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** A block may cover other days than the inspection, but hardly another year. */
export const periodAndWindow: Check = {
  name: 'period-and-window',
  description:
    'Windows lie within a year of their period; nothing is published here before it is published.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { period, published_here: here, document } = inspection
      if (isUsable(file, ['period']))
        for (const { group, path } of groupsOf(inspection))
          problems.push(...judge(file, path, period, group.window))
      const later = laterThanHere(here, document)
      if (later !== null && isUsable(file, ['published_here']))
        problems.push(
          problem('published-here-early', file, atValue('published_here'), later, 'warning'),
        )
    }
    const { orders } = indexDataset(dataset)
    for (const { file, period: id, report } of reportsOf(dataset)) {
      const order = orders.get(id)
      const period = order?.deadline.period
      if (order === undefined || period === undefined) continue
      if (!isUsable(inspectionFile(order.inspection), ['deadlines'])) continue
      problems.push(...judge(file, [], period, report.window))
      for (const { group, path } of groupsIn(report.results ?? {}, ['results']))
        problems.push(...judge(file, path, period, group.window))
    }
    return problems
  },
}

/** What a window far from its period, or one year off, gives rise to. */
function judge(file: string, path: Path, period: Period, window: Group['window']): Problem[] {
  const { start, end } = window ?? {}
  const args = { window: [start, end].filter(Boolean).join(' 至 '), period: period.label }
  const place = atKey(...path, 'window')
  if (isFar(period, start, end)) return [problem('window-far', file, place, args, 'warning')]
  const suggestion = suggestedYear(period, start, end)
  return suggestion === null
    ? []
    : [problem('window-year', file, place, { ...args, year: suggestion }, 'warning')]
}

const year = 366

/** Whether a window ends more than a year before a period or begins more than a year after it. */
function isFar(
  period: { readonly start: string; readonly end: string },
  start: string | undefined,
  end: string | undefined,
): boolean {
  const endsBefore = end !== undefined && daysBetween(lastDay(end), period.start) > year
  const beginsAfter = start !== undefined && daysBetween(period.end, firstDay(start)) > year
  return endsBefore || beginsAfter
}

/** A block that is told a season too late or too early still lies near its period. */
const nearby = 100

/**
 * The year that was meant by a window wholly beside its period that lies inside it a year later or
 * earlier; null for any other.
 */
function suggestedYear(
  period: { readonly start: string; readonly end: string },
  start: string | undefined,
  end: string | undefined,
): number | null {
  if (start === undefined || end === undefined) return null
  const isBeside =
    daysBetween(lastDay(end), period.start) > nearby ||
    daysBetween(period.end, firstDay(start)) > nearby
  const moved = (date: string, years: number): string =>
    `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  const found = [1, -1].find(
    (years) =>
      firstDay(moved(start, years)) >= period.start && lastDay(moved(end, years)) <= period.end,
  )
  return isBeside && found !== undefined ? Number(start.slice(0, 4)) + found : null
}

/** A page may stand a few days before its signature; it never stands before it was published. */
const daysBeforeSignature = 10

/** The day of the document that a day here cannot come before; null when it does not. */
function laterThanHere(
  here: string,
  {
    issued,
    published,
  }: { readonly issued?: string | undefined; readonly published?: string | undefined } = {},
): { here: string; name: string; published: string } | null {
  if (published !== undefined)
    return here < published ? { here, name: '原发布日期', published } : null
  if (issued === undefined || daysBetween(here, firstDay(issued)) <= daysBeforeSignature)
    return null
  return { here, name: '成文日期', published: issued }
}

const firstDay = (date: string): string => (date.length === 7 ? `${date}-01` : date)
/** No later than the last day of a month: a window is measured in years. */
const lastDay = (date: string): string => (date.length === 7 ? `${date}-28` : date)
