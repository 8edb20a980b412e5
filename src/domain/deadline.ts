import type { Deadline } from '#schema/deadline.ts'
import { unitsInAppendix } from './appendix.ts'
import { daysBetween } from './calendar.ts'
import type { Dataset, DeadlineRecord } from './dataset.ts'

export type DueState = 'upcoming' | 'today' | 'passed'

/** Where a deadline stands on a day. A date counts in full unless the data says `inclusive: false`. */
export function dueState(deadline: Deadline, asOf: string): { state: DueState; days: number } {
  const lastDay = lastDayInTime(deadline)
  const days = daysBetween(asOf, lastDay)
  if (days === 0) return { state: 'today', days: 0 }
  return days > 0 ? { state: 'upcoming', days } : { state: 'passed', days: -days }
}

/** The last day on which a delivery is in time. */
export function lastDayInTime(deadline: Deadline): string {
  if (deadline.inclusive !== false) return deadline.due
  const before = new Date(`${deadline.due}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

/** The units on whom the document lays the duty, in the order in which it names them. */
export function unitsOwing(dataset: Dataset, { deadline, inspection }: DeadlineRecord): string[] {
  const { who } = deadline
  if (who === 'all-units') return Object.keys(dataset.units)
  if (Array.isArray(who)) return who
  const appendix = inspection.appendices?.[who.appendix]
  return appendix === undefined ? [] : unitsInAppendix(appendix)
}
