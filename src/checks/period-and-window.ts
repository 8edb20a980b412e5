import { daysBetween } from '#domain/calendar.ts'
import { groupsOf } from '#domain/groups.ts'
import { atKey, atValue, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** A block may cover other days than the inspection, but hardly another year. */
export const periodAndWindow: Check = {
  name: 'period-and-window',
  description:
    'Windows lie within a year of their period; nothing is published here before it is published.',
  check({ dataset, intact }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { period, published_here: here, document } = inspection
      if (intact(file, ['period']))
        for (const { group, path } of groupsOf(inspection)) {
          const { start, end } = group.window ?? {}
          if (!isFar(period, start, end)) continue
          const args = { window: [start, end].filter(Boolean).join(' 至 '), period: period.label }
          problems.push(problem('window-far', file, atKey(...path, 'window'), args, 'warning'))
        }
      const published = document?.published
      if (published !== undefined && intact(file, ['published_here']) && here < published)
        problems.push(
          problem(
            'published-here-early',
            file,
            atValue('published_here'),
            { here, published },
            'warning',
          ),
        )
    }
    return problems
  },
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

const firstDay = (date: string): string => (date.length === 7 ? `${date}-01` : date)
/** No later than the last day of a month: a window is measured in years. */
const lastDay = (date: string): string => (date.length === 7 ? `${date}-28` : date)
