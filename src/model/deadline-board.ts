import { byDue, type DeadlineRecord, type Index } from './dataset.ts'
import { dueState, lastDayInTime, stateOfDay, type DueState } from './deadline.ts'

/** All deadlines by where they stand on a day. */
export interface DeadlineBoard {
  readonly today: readonly DeadlineRecord[]
  /** The nearest first. */
  readonly upcoming: readonly DeadlineRecord[]
  /** Of the newest inspection that orders any. */
  readonly standing: readonly DeadlineRecord[]
  /** Of inspections before it, the newest first. */
  readonly standingEarlier: readonly DeadlineRecord[]
  /** By the year of the last day in time, the newest first. */
  readonly passed: readonly { readonly year: string; readonly records: readonly DeadlineRecord[] }[]
}

export function deadlineBoard({ deadlines }: Index, asOf: string): DeadlineBoard {
  const ordered = byDue(deadlines)
  const are = (state: DueState): DeadlineRecord[] =>
    ordered.filter(({ deadline }) => dueState(deadline, asOf).state === state)
  // Records stand in the order of their inspections.
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
 * Of a unit's duties, newest first, what stands before it: what is ahead, the standing ones of the
 * newest document that orders any, and all that the newest document with a duty lays on it.
 *
 * @param lastDay the last day in time, which an extension may have moved for the unit
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
