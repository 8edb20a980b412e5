import { byDue, type DeadlineRecord, type Index } from './dataset.ts'
import { dueState, lastDayInTime, stateOfDay, type DueState } from './deadline.ts'

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

/**
 * The current duties of a unit, newest first: those still ahead, the undated ones of the newest
 * document that has any, and all duties of the newest document that gives the unit a duty.
 *
 * @param lastDay the last day in time, which may have been extended for the unit
 */
export function presentDuties(
  duties: readonly DeadlineRecord[],
  asOf: string,
  lastDay = ({ deadline }: DeadlineRecord): string | null => lastDayInTime(deadline),
): readonly DeadlineRecord[] {
  const stateOf = (duty: DeadlineRecord): DueState => stateOfDay(lastDay(duty), asOf).state
  const newest = duties[0]?.inspection
  const standing = duties.find((duty) => stateOf(duty) === 'standing')?.inspection
  return duties.filter((duty) => {
    const state = stateOf(duty)
    if (duty.inspection === newest) return true
    return state === 'standing' ? duty.inspection === standing : state !== 'passed'
  })
}
