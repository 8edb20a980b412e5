import { authoredFile } from '#schema/authored-files.ts'
import { isDay } from '#model/calendar.ts'
import { indexDataset } from '#model/dataset.ts'
import { groupsIn, groupsOf } from '#model/groups.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** Starts come before ends. */
export const datesInOrder: Check = {
  name: 'dates-in-order',
  description: 'Periods, windows and the validity of catalogues run forward.',
  check({ dataset }) {
    const problems: Problem[] = []
    const forward = (
      start: string | undefined,
      end: string | undefined,
      file: string,
      path: readonly string[],
    ): void => {
      if (start !== undefined && end !== undefined && end < start.slice(0, end.length))
        problems.push(problem('period-backwards', file, atValue(...path, 'end'), { start, end }))
    }
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      forward(inspection.period.start, inspection.period.end, file, ['period'])
      for (const { group, path } of groupsOf(inspection))
        forward(group.window?.start, group.window?.end, file, [...path, 'window'])
      for (const [id, { window }] of Object.entries(inspection.issues ?? {}))
        forward(window?.start, window?.end, file, ['issues', id, 'window'])
      for (const [id, { period }] of Object.entries(inspection.deadlines ?? {}))
        forward(period?.start, period?.end, file, ['deadlines', id, 'period'])
    }
    for (const { file, report } of namedReports(dataset)) {
      forward(report.window?.start, report.window?.end, file, ['window'])
      for (const { group, path } of groupsIn(report.results ?? {}, ['results']))
        forward(group.window?.start, group.window?.end, file, [...path, 'window'])
    }
    for (const [id, { valid_from: from, valid_to: to }] of Object.entries(dataset.catalogues))
      if (from !== undefined && to !== undefined && to < from)
        problems.push(
          problem('period-backwards', authoredFile('indicators', id), atValue('valid_to'), {
            start: from,
            end: to,
          }),
        )
    const { orders } = indexDataset(dataset)
    for (const [period, reports] of Object.entries(dataset.selfInspections))
      for (const [unit, { published }] of Object.entries(reports)) {
        const start = orders.get(period)?.deadline.period?.start
        if (start !== undefined && isDay(published) && published < start)
          problems.push(
            problem(
              'published-early',
              authoredFile('self-inspection', period, unit),
              atValue('published'),
              { published, start },
              'warning',
            ),
          )
      }
    return problems
  },
}
