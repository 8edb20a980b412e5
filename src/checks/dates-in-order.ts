import { isDay } from '#domain/calendar.ts'
import { indexDataset } from '#domain/dataset.ts'
import { groupsOf } from '#domain/groups.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** Starts come before ends, and a printed deadline says the date that it is counted by. */
export const datesInOrder: Check = {
  name: 'dates-in-order',
  description: 'Periods and windows run forward; a printed deadline holds the date of `due`.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const forward = (
        start: string | undefined,
        end: string | undefined,
        path: string[],
      ): void => {
        if (start !== undefined && end !== undefined && end < start.slice(0, end.length))
          problems.push(problem('period-backwards', file, atValue(...path, 'end'), { start, end }))
      }
      forward(inspection.period.start, inspection.period.end, ['period'])
      for (const { group, path } of groupsOf(inspection))
        forward(group.window?.start, group.window?.end, [...path, 'window'])
      for (const [id, deadline] of Object.entries(inspection.deadlines ?? {})) {
        forward(deadline.period?.start, deadline.period?.end, ['deadlines', id, 'period'])
        const { stated, due } = deadline
        if (stated !== undefined && due !== undefined && !saysDay(stated, due))
          problems.push(
            problem(
              'deadline-differs',
              file,
              atValue('deadlines', id, 'stated'),
              { stated, due },
              'warning',
            ),
          )
      }
    }
    const { orders } = indexDataset(dataset)
    for (const [period, reports] of Object.entries(dataset.selfInspections))
      for (const [unit, { published }] of Object.entries(reports)) {
        const start = orders.get(period)?.deadline.period?.start
        if (start !== undefined && isDay(published) && published < start)
          problems.push(
            problem(
              'published-early',
              `data/self-inspections/${period}/${unit}.yaml`,
              atValue('published'),
              { published, start },
              'warning',
            ),
          )
      }
    return problems
  },
}

/** Whether a printed deadline names a day; one that names no day at all says nothing against it. */
function saysDay(stated: string, day: string): boolean {
  const [year, month, date] = day.split('-').map(Number)
  const named = [...stated.matchAll(/(?:(\d+)年)?(\d+)月(\d+)日/g)]
  return (
    named.length === 0 ||
    named.some(
      ([, y, m, d]) =>
        (y === undefined || Number(y) === year) && Number(m) === month && Number(d) === date,
    )
  )
}
