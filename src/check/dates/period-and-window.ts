import { daysBetween } from '#model/calendar.ts'
import { indexDataset } from '#model/dataset.ts'
import { groupsIn, groupsOf } from '#model/groups.ts'
import type { Group } from '#schema/group.ts'
import type { Period } from '#schema/period.ts'
import { atKey, atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * The window of a block is close to the period of its inspection. It may cover other days, but
 * hardly another year.
 */
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
    for (const { file, period: id, report } of namedReports(dataset)) {
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

/** The problems of a window that is far from its period or a year off. */
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

/** In days: a block reported a season late or early is still close to its period. */
const nearby = 100

/**
 * The year to suggest if a window lies entirely outside its period but would lie inside it one year
 * later or earlier; null otherwise.
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

/**
 * A page may be put online a few days before the signature, but not before its own publication
 * date.
 */
const daysBeforeSignature = 10

/**
 * The date of the document that is later than a date of publication here; null if there is none.
 */
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
/** Day 28 stands for the end of a month, which is exact enough for windows measured in years. */
const lastDay = (date: string): string => (date.length === 7 ? `${date}-28` : date)
