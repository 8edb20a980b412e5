import type { Problem } from '#messages/problem.ts'
import { atValue } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { isDayOf, printedClocks, printedDays } from './printed-time.ts'

/** The printed words of a deadline agree with its date and time. */
export const deadlineWording: Check = {
  name: 'deadline-wording',
  description: 'A printed deadline names the date of `due` and the clock time of `time`.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      for (const [id, { stated, due, time }] of Object.entries(inspection.deadlines ?? {})) {
        if (stated === undefined) continue
        // Words without a day cannot contradict one.
        const days = printedDays(stated).filter(({ day }) => day !== null)
        if (due !== undefined && days.length > 0 && !days.some((day) => isDayOf(day, due))) {
          const place = atValue('deadlines', id, 'stated')
          problems.push(problem('deadline-differs', file, place, { stated, due }, 'warning'))
        }
        const clocks = printedClocks(stated)
        if (time !== undefined && clocks.length > 0 && !clocks.includes(time)) {
          const place = atValue('deadlines', id, 'time')
          const args = { stated, time, clock: clocks.join('、') }
          problems.push(problem('deadline-time-differs', file, place, args, 'warning'))
        }
      }
    }
    return problems
  },
}
