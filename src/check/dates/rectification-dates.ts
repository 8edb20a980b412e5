import { atValue, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * The steps of a rectification are in order of time and begin after the period of the inspection.
 */
export const rectificationDates: Check = {
  name: 'rectification-dates',
  description:
    'Steps of a rectification stand in order of their dates, none before the period, none extended backwards.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { start } = inspection.period
      for (const [id, { rectification = [] }] of Object.entries(inspection.issues ?? {}))
        for (const [n, { on, until, units }] of rectification.entries()) {
          const place = atValue('issues', id, 'rectification', n, 'on')
          // Steps of different units are independent.
          const before = rectification
            .slice(0, n)
            .findLast((one) => concernSame(one.units, units))?.on
          if (until !== undefined && until < on)
            problems.push(
              problem(
                'period-backwards',
                file,
                atValue('issues', id, 'rectification', n, 'until'),
                { start: on, end: until },
              ),
            )
          if (before !== undefined && on < before)
            problems.push(problem('steps-backwards', file, place, { on, before, n }, 'warning'))
          else if (on < start && isUsable(file, ['period']))
            problems.push(problem('step-before-period', file, place, { on, start }, 'warning'))
        }
    }
    return problems
  },
}

/** Whether two steps can concern the same unit; a step without units concerns all. */
const concernSame = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one === undefined || other === undefined || one.some((unit) => other.includes(unit))
