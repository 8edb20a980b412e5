import { daysBetween } from './calendar.ts'
import type { LedgerRow } from './ledger.ts'

/**
 * Days from the notice to the step that settled an issue for a unit; null while it is open, after it was
 * withdrawn, and where one of the two dates is not known.
 */
export function settlementDays({ open, notified, events, state }: LedgerRow): number | null {
  if (open || notified === null || state.state === 'withdrawn') return null
  const step = events.find(
    (event) =>
      event.kind === 'step' &&
      (event.step.step === 'recheck-passed' || event.step.step === 'closed'),
  )
  return step === undefined || step.on < notified ? null : daysBetween(notified, step.on)
}

/** The days of those rows that have both dates, shortest first. */
export const sortedSettlementDays = (rows: readonly LedgerRow[]): number[] =>
  rows.flatMap((row) => settlementDays(row) ?? []).sort((a, b) => a - b)

/** The middle number of a sorted list, or the mean of the two in the middle; null of none. */
export function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
