import { byDue, compareText, type DeadlineRecord, type Index } from './dataset.ts'
import { dueState, isHistory, lastDayInTime, stateOfDay, type DueState } from './deadline.ts'

/** All deadlines by their state on a day. */
export interface DeadlineBoard {
  readonly today: readonly DeadlineRecord[]
  /** Nearest first. */
  readonly upcoming: readonly DeadlineRecord[]
  /** Duties without a date, from the newest inspection that has any. */
  readonly standing: readonly DeadlineRecord[]
  /** Duties without a date from earlier inspections, newest first. */
  readonly standingEarlier: readonly DeadlineRecord[]
  /** Passed deadlines by the year of their last day, newest first. */
  readonly passed: readonly { readonly year: string; readonly records: readonly DeadlineRecord[] }[]
}

export function deadlineBoard({ deadlines }: Index, asOf: string): DeadlineBoard {
  const ordered = byDue(deadlines)
  const are = (state: DueState): DeadlineRecord[] =>
    ordered.filter(({ deadline }) => dueState(deadline, asOf).state === state)
  // Records are in the order of their inspections.
  const standing = deadlines.filter(({ deadline }) => dueState(deadline, asOf).state === 'standing')
  const newest = standing.at(-1)?.inspection
  const years = new Map<string, DeadlineRecord[]>()
  for (const record of are('passed').reverse()) {
    const year = lastDayInTime(record.deadline)?.slice(0, 4) ?? ''
    years.set(year, [...(years.get(year) ?? []), record])
  }
  return {
    today: are('today'),
    upcoming: are('upcoming'),
    standing: standing.filter(({ inspection }) => inspection === newest),
    standingEarlier: standing.filter(({ inspection }) => inspection !== newest).reverse(),
    passed: [...years].map(([year, records]) => ({ year, records })),
  }
}

/** What the records of a unit say of its duties. */
interface DutiesOfUnit {
  /** The last day in time, which may have been extended for the unit. */
  readonly lastDay?: (duty: DeadlineRecord) => string | null
  /** Whether the office has looked after the last day and found nothing. */
  readonly isOverdue?: (duty: DeadlineRecord) => boolean
}

/**
 * The current duties of a unit: those still ahead, those overdue for at most a year, the undated ones
 * of the newest document that has any, and all duties of the newest document that gives the unit a
 * duty. The overdue ones come first, then those ahead, the nearest first; then the passed ones, the
 * newest first, and the undated ones.
 *
 * @param duties newest document first
 */
export function presentDuties(
  duties: readonly DeadlineRecord[],
  asOf: string,
  {
    lastDay = ({ deadline }) => lastDayInTime(deadline),
    isOverdue = () => false,
  }: DutiesOfUnit = {},
): readonly DeadlineRecord[] {
  const dated = duties.map((duty) => {
    const last = lastDay(duty)
    return { duty, last: last ?? '', overdue: isOverdue(duty), ...stateOfDay(last, asOf) }
  })
  const newest = duties[0]?.inspection
  const standing = dated.find(({ state }) => state === 'standing')?.duty.inspection
  const present = dated.filter(({ duty, state, days, overdue }) => {
    if (duty.inspection === newest) return true
    if (state === 'standing') return duty.inspection === standing
    return state !== 'passed' || (overdue && !isHistory(days))
  })
  const byDay = present.toSorted((a, b) => compareText(a.last, b.last))
  return [
    ...byDay.filter(({ overdue }) => overdue),
    ...byDay.filter(({ state }) => state === 'today' || state === 'upcoming'),
    ...byDay.filter(({ state, overdue }) => state === 'passed' && !overdue).reverse(),
    ...byDay.filter(({ state }) => state === 'standing'),
  ].map(({ duty }) => duty)
}
