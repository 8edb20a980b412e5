import { authoredFile } from '#schema/authored-files.ts'
import type { Inspection } from '#model/dataset.ts'
import { counted, dueDay } from '#model/due-day.ts'
import { isDay } from '#model/calendar.ts'
import { workingDaysAfter } from '#model/working-days.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { Site } from '#schema/site.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** A deadline counted in days has a known start, and the holidays of its working days are known. */
export const countedDays: Check = {
  name: 'counted-days',
  description:
    'Days are counted from a day that the data knows; working days lie in years whose holidays are known.',
  check({ dataset, isUsable }) {
    if (!isUsable(authoredFile('site'), ['holidays'])) return []
    return dataset.inspections.flatMap((inspection) =>
      Object.entries(inspection.deadlines ?? {}).flatMap(([id, deadline]) =>
        isUsable(inspectionFile(inspection), ['document'])
          ? problemsOf(inspection, id, deadline, dataset.site)
          : [],
      ),
    )
  },
}

function problemsOf(
  inspection: Inspection,
  id: string,
  deadline: Deadline,
  { holidays }: Site,
): Problem[] {
  const one = counted(deadline, inspection, { holidays })
  if (one.within?.after === undefined || dueDay(one) !== null) return []
  const file = inspectionFile(inspection)
  const { after, days } = one.within
  if (!isDay(after))
    return [
      problem(
        'start-day-unknown',
        file,
        atValue('deadlines', id, 'within', 'after'),
        { after },
        'warning',
      ),
    ]
  const reached = workingDaysAfter(after, days, holidays)
  const year = 'unknownYear' in reached ? reached.unknownYear : ''
  return [
    problem('working-days-unknown', file, atValue('deadlines', id, 'within'), {
      after,
      days,
      year,
    }),
  ]
}
