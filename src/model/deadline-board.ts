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
  /**
   * Of a duty that has passed: whether the office has looked after the last day and found nothing, or
   * nothing is recorded; null where something is recorded, or nothing can be.
   */
  readonly missing?: (duty: DeadlineRecord) => 'overdue' | 'not-recorded' | null
}

/**
 * The current duties of a unit: those still ahead, those missing for at most a year, the undated ones
 * of the newest document that has any, and all duties of the newest document that gives the unit a
 * duty. The overdue ones come first, then those that are not recorded, each the newest first; then
 * those ahead, the nearest first; then the other passed ones, the newest first, and the undated ones.
 *
 * @param duties newest document first
 */
export function presentDuties(
  duties: readonly DeadlineRecord[],
  asOf: string,
  { lastDay = ({ deadline }) => lastDayInTime(deadline), missing = () => null }: DutiesOfUnit = {},
): readonly DeadlineRecord[] {
  const dated = duties.map((duty) => {
    const last = lastDay(duty)
    const { state, days } = stateOfDay(last, asOf)
    const isMissing = state === 'passed' && !isHistory(days)
    return { duty, last: last ?? '', state, missing: isMissing ? missing(duty) : null }
  })
  const newest = duties[0]?.inspection
  const standing = dated.find(({ state }) => state === 'standing')?.duty.inspection
  const present = dated.filter(({ duty, state, missing: how }) => {
    if (duty.inspection === newest) return true
    if (state === 'standing') return duty.inspection === standing
    return state !== 'passed' || how !== null
  })
  const nearest = present.toSorted((a, b) => compareText(a.last, b.last))
  const newestFirst = nearest.toReversed()
  return [
    ...newestFirst.filter(({ missing: how }) => how === 'overdue'),
    ...newestFirst.filter(({ missing: how }) => how === 'not-recorded'),
    ...nearest.filter(({ state }) => state === 'today' || state === 'upcoming'),
    ...newestFirst.filter(({ state, missing: how }) => state === 'passed' && how === null),
    ...nearest.filter(({ state }) => state === 'standing'),
  ].map(({ duty }) => duty)
}
