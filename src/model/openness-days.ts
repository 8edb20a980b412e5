import { daysBetween, isDay } from './calendar.ts'
import { compareText } from './dataset.ts'
import { isHistory, stateOfDay } from './deadline.ts'
import { Memoized } from './memoized.ts'
import type { Model } from './model.ts'
import type { DutyFilter } from './open-duties.ts'
import { opennessYears, type UnitYear } from './openness-facts.ts'

/**
 * A day of an openness ledger: the last one for opinions, or the last one of a duty that is not
 * recorded as done.
 */
export interface OpennessDay {
  readonly unit: string
  readonly year: string
  readonly day: string
  /**
   * `closes`: the last day for opinions, which is no duty; `feedback`, `gazette` and `report`: the last
   * day for feedback, for sending a document to the gazette and for the annual report.
   */
  readonly what: 'closes' | 'feedback' | 'gazette' | 'report'
  /** The consultation or document; null for an annual report. */
  readonly record: { readonly id: string; readonly title: string } | null
  /** The day on which it became known here, for a calendar. */
  readonly known: string
  /**
   * `overdue`: the office looked after the day and found nothing; `not-yet`: the unit says that it is
   * not done; else nothing is recorded.
   */
  readonly found: 'overdue' | 'not-yet' | 'nothing'
  /** The day of the look that found nothing; null without one. */
  readonly lookedOn: string | null
}

type Facts = Pick<Model, 'dataset' | 'asOf'>

const byUnit = new Memoized<ReadonlyMap<string, readonly OpennessDay[]>>()

/** The days of the ledgers of a unit, sorted; without days that are history. */
export const opennessDaysOf = (model: Facts, unit: string): readonly OpennessDay[] =>
  (daysByUnit(model).get(unit) ?? []).filter(isCurrent(model))

/** The days of the ledgers of all units, sorted; without days that are history. */
export const everyOpennessDay = (model: Facts): OpennessDay[] =>
  [...daysByUnit(model).values()].flat().filter(isCurrent(model)).sort(byDay)

/**
 * The days of the ledgers within a span, the earliest first. The last day for opinions is left out once
 * it has passed: it was no duty.
 */
export const opennessDaysWithin = (
  model: Facts,
  { within, past, unit }: DutyFilter,
): OpennessDay[] =>
  [...daysByUnit(model).values()]
    .flat()
    .filter((one) => {
      const { state, days } = stateOfDay(one.day, model.asOf)
      const isIncluded = unit === undefined || one.unit === unit
      if (state === 'passed') return isIncluded && one.what !== 'closes' && days <= past
      return isIncluded && days <= within
    })
    .sort(byDay)

const isCurrent =
  ({ asOf }: Facts) =>
  ({ day }: OpennessDay): boolean =>
    !isHistory(daysBetween(day, asOf))

const byDay = (a: OpennessDay, b: OpennessDay): number => compareText(a.day, b.day)

const daysByUnit = (model: Facts): ReadonlyMap<string, readonly OpennessDay[]> =>
  byUnit.of(
    model.dataset,
    () => {
      const days = opennessYears(model).flatMap(({ year, units }) =>
        units.flatMap((of) => daysIn(of, year)),
      )
      return Map.groupBy(days.sort(byDay), ({ unit }) => unit)
    },
    model.asOf,
  )

function daysIn({ unit, lookedOn, policies, consultations, report }: UnitYear, year: string) {
  const dayOf = (
    what: OpennessDay['what'],
    day: string,
    found: OpennessDay['found'],
    known: string,
    record: OpennessDay['record'] = null,
  ): OpennessDay => ({ unit, year, what, day, found, known, record, lookedOn })
  return [
    ...consultations.flatMap(({ id, consultation, feedback, feedbackDue }): OpennessDay[] => {
      const { title, opened, closes } = consultation
      const isOwed = feedback !== 'published' && feedback !== 'late'
      const known = (day: string): string => (isDay(opened) ? opened : day)
      return [
        ...(isDay(closes)
          ? [dayOf('closes', closes, 'nothing', known(closes), { id, title })]
          : []),
        ...(isOwed && feedbackDue !== null
          ? [
              dayOf(
                'feedback',
                feedbackDue,
                feedback === 'overdue'
                  ? 'overdue'
                  : consultation.feedback === 'not-yet'
                    ? 'not-yet'
                    : 'nothing',
                known(feedbackDue),
                { id, title },
              ),
            ]
          : []),
      ]
    }),
    ...policies.flatMap(({ id, policy, gazette, gazetteDue }): OpennessDay[] => {
      const isOwed =
        gazette === 'none-at-look' || gazette === 'not-due' || gazette === 'not-recorded'
      if (!isOwed || gazetteDue === null) return []
      const found = gazette === 'none-at-look' ? 'overdue' : 'nothing'
      return [dayOf('gazette', gazetteDue, found, policy.published, { id, title: policy.title })]
    }),
    ...(report.due === null || report.report !== null
      ? []
      : [
          dayOf(
            'report',
            report.due,
            report.state === 'overdue' ? 'overdue' : 'nothing',
            `${year}-01-01`,
          ),
        ]),
  ]
}
