import { daysBetween, isDay } from './calendar.ts'
import { compareText } from './dataset.ts'
import { isHistory } from './deadline.ts'
import type { Model } from './model.ts'
import { type ConsultationFacts, opennessYears } from './openness-facts.ts'

/** A day of a consultation that people may want in a calendar. */
export interface ConsultationDay {
  readonly facts: ConsultationFacts
  readonly year: string
  readonly day: string
  /** `closes`: the last day for opinions; `feedback`: the last day for feedback, as far as it is owed. */
  readonly what: 'closes' | 'feedback'
}

/**
 * The last days of consultations, and those of feedback that is not published, of all units or of
 * one, sorted by day; without days that are history.
 */
export const consultationDays = (
  model: Pick<Model, 'dataset' | 'asOf'>,
  unit?: string,
): ConsultationDay[] =>
  opennessYears(model)
    .flatMap(({ year, units }) =>
      units
        .filter((one) => unit === undefined || one.unit === unit)
        .flatMap(({ consultations }) => consultations)
        .flatMap((facts): ConsultationDay[] => {
          const { closes } = facts.consultation
          const { feedback, feedbackDue } = facts
          const isOwed = feedback !== 'published' && feedback !== 'late'
          return [
            ...(isDay(closes) ? [{ facts, year, day: closes, what: 'closes' as const }] : []),
            ...(isOwed && feedbackDue !== null
              ? [{ facts, year, day: feedbackDue, what: 'feedback' as const }]
              : []),
          ]
        }),
    )
    .filter(({ day }) => !isHistory(daysBetween(day, model.asOf)))
    .sort((a, b) => compareText(a.day, b.day))
