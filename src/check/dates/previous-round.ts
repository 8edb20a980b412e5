import { daysBetween } from '#model/calendar.ts'
import { atValue } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { labelSpan } from './printed-time.ts'

/** The previous round that a document names lies before its period, by at most about a year. */
export const previousRound: Check = {
  name: 'previous-round',
  description:
    'The round that a document calls the one before lies before it, by less than a year.',
  check({ dataset, isUsable }) {
    return dataset.inspections.flatMap((inspection) => {
      const { period, previous_round: previous } = inspection
      const file = inspectionFile(inspection)
      if (previous === undefined || !isUsable(file, ['period'])) return []
      const year = Number(period.start.slice(0, 4))
      // A label without a year refers to this year or the one before.
      const spans = [year, year - 1].map((one) => labelSpan(previous.label, one))
      const odd = spans.map((span) =>
        span === null
          ? null
          : span.end >= period.end
            ? `不在${period.label}之前`
            : daysBetween(span.end, period.start) > farBefore
              ? `比${period.label}早了一年上下`
              : null,
      )
      const [span] = spans
      const [how] = odd
      if (span == null || how == null || odd.includes(null)) return []
      const args = {
        label: previous.label,
        from: span.start,
        to: span.end,
        how,
      }
      const place = atValue('previous_round', 'label')
      return [problem('previous-round-differs', file, place, args, 'warning')]
    })
  },
}

/** In days: rounds are held at least once a year, perhaps in different months. */
const farBefore = 330
