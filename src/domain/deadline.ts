import type { Deadline } from '#schema/deadline.ts'
import { unitsInAppendix } from './appendix.ts'
import { dayBefore, daysBetween } from './calendar.ts'
import type { Dataset, DeadlineRecord } from './dataset.ts'

/** What of a deadline says until when. */
export type Dated = Pick<Deadline, 'due' | 'inclusive'>

/** `standing`: a duty without a date, such as 当日清零. */
export type DueState = 'upcoming' | 'today' | 'passed' | 'standing'

/** Where a deadline stands on a day. A date counts in full unless the data says `inclusive: false`. */
export function dueState(deadline: Dated, asOf: string): { state: DueState; days: number } {
  const lastDay = lastDayInTime(deadline)
  if (lastDay === null) return { state: 'standing', days: 0 }
  const days = daysBetween(asOf, lastDay)
  if (days === 0) return { state: 'today', days: 0 }
  return days > 0 ? { state: 'upcoming', days } : { state: 'passed', days: -days }
}

/** The last day on which a delivery is in time; null for a duty without a date. */
export function lastDayInTime({ due, inclusive }: Dated): string | null {
  if (due === undefined) return null
  return inclusive === false ? dayBefore(due) : due
}

/** The units on whom the document lays the duty, in the order in which it names them. */
export function unitsOwing(dataset: Dataset, { deadline, inspection }: DeadlineRecord): string[] {
  const { who } = deadline
  if (who === 'all-units') return Object.keys(dataset.units)
  if (who === 'not-stated') return []
  if (Array.isArray(who)) return who
  const appendix = inspection.appendices?.[who.appendix]
  return appendix === undefined ? [] : unitsInAppendix(appendix)
}
