import { atValue, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** What became of an issue is told in order, and begins after what it was found in. */
export const rectificationDates: Check = {
  name: 'rectification-dates',
  description: 'Steps of a rectification stand in order of their dates, none before the period.',
  check({ dataset, intact }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { start } = inspection.period
      for (const [id, { rectification = [] }] of Object.entries(inspection.issues ?? {}))
        for (const [n, { on }] of rectification.entries()) {
          const place = atValue('issues', id, 'rectification', n, 'on')
          const before = rectification[n - 1]?.on
          if (before !== undefined && on < before)
            problems.push(problem('steps-backwards', file, place, { on, before, n }, 'warning'))
          else if (on < start && intact(file, ['period']))
            problems.push(problem('step-before-period', file, place, { on, start }, 'warning'))
        }
    }
    return problems
  },
}
