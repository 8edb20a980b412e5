import type { Unit } from '#schema/unit.ts'
import { unitsInAppendix } from './appendix.ts'
import { dayBefore, daysBetween } from './calendar.ts'
import { type CountedDeadline, dueDay } from './due-day.ts'
import type { Dataset, DeadlineRecord } from './dataset.ts'

/** `standing`: a duty for which no day can be computed, such as 当日清零 or 收到后3个工作日内. */
export type DueState = 'upcoming' | 'today' | 'passed' | 'standing'

/**
 * The state of a deadline on a day. The due date itself is in time unless the data says `inclusive:
 * false`.
 */
export function dueState(
  deadline: CountedDeadline,
  asOf: string,
): { state: DueState; days: number } {
  return stateOfDay(lastDayInTime(deadline), asOf)
}

/**
 * The state of a last day on a day; null means that there is no last day. The browser uses it,
 * since it has no table of holidays.
 */
export function stateOfDay(
  lastDay: string | null,
  asOf: string,
): { state: DueState; days: number } {
  if (lastDay === null) return { state: 'standing', days: 0 }
  const days = daysBetween(asOf, lastDay)
  if (days === 0) return { state: 'today', days: 0 }
  return days > 0 ? { state: 'upcoming', days } : { state: 'passed', days: -days }
}

/** A deadline that passed more than so many days ago is history: nobody is expected to act on it. */
const daysUntilHistory = 365

/** Whether a deadline passed so long ago that it is history. */
export const isHistory = (daysPast: number): boolean => daysPast > daysUntilHistory

/**
 * The last day on which a delivery is in time; null if the duty has no date. If the deadline has a
 * clock time, its day counts up to that time, unless the time is the start of the day.
 */
export function lastDayInTime(deadline: CountedDeadline): string | null {
  const day = dueDay(deadline)
  if (day === null || deadline.within !== undefined) return day
  const { time, inclusive } = deadline
  const before = time === undefined ? inclusive === false : time === '00:00'
  return before ? dayBefore(day) : day
}

/** Whether a unit had been renamed or merged by a day. */
export const isGone = (unit: Unit | undefined, day: string): boolean =>
  unit?.became?.on !== undefined && unit.became.on <= day

/**
 * The units that have the duty, in the order of the document. "All units" means those that still
 * exist on the due day.
 */
export function unitsOwing(dataset: Dataset, { deadline, inspection }: DeadlineRecord): string[] {
  const { who } = deadline
  if (who === 'all-units') {
    const day = dueDay(deadline) ?? inspection.period.end
    return Object.keys(dataset.units).filter((id) => !isGone(dataset.units[id], day))
  }
  if (who === 'not-stated') return []
  if (Array.isArray(who)) return who
  const appendix = inspection.appendices?.[who.appendix]
  return appendix === undefined ? [] : unitsInAppendix(appendix)
}
