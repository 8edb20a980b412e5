import type { Inspection } from '#domain/dataset.ts'
import { dueDay, withStartDay } from '#domain/due-day.ts'
import { isDay } from '#domain/calendar.ts'
import { knownYears } from '#domain/working-days.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import type { Deadline } from '#schema/deadline.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** A deadline counted in days says from which day, and its working days are known. */
export const countedDays: Check = {
  name: 'counted-days',
  description:
    'Days are counted from a day that the data knows; working days lie in years whose holidays are known.',
  check({ dataset, intact }) {
    return dataset.inspections.flatMap((inspection) =>
      Object.entries(inspection.deadlines ?? {}).flatMap(([id, deadline]) =>
        intact(inspectionFile(inspection), ['document'])
          ? problemsOf(inspection, id, withStartDay(deadline, inspection))
          : [],
      ),
    )
  },
}

function problemsOf(inspection: Inspection, id: string, deadline: Deadline): Problem[] {
  const { within } = deadline
  if (within?.after === undefined || dueDay(deadline) !== null) return []
  const file = inspectionFile(inspection)
  const { after, days } = within
  return isDay(after)
    ? [
        problem('working-days-unknown', file, atValue('deadlines', id, 'within'), {
          after,
          days,
          ...knownYears(),
        }),
      ]
    : [
        problem(
          'start-day-unknown',
          file,
          atValue('deadlines', id, 'within', 'after'),
          { after },
          'warning',
        ),
      ]
}
