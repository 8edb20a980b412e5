import type { Inspection, IssueRecord } from './dataset.ts'
import type { Ledger, LedgerRow } from './ledger.ts'

/** How far the findings of an inspection are rectified. */
export interface Rectification {
  readonly inspection: Inspection
  /** Those that somebody was asked to rectify, or of which progress is recorded. */
  readonly issues: number
  /**
   * The number of pairs of an issue and a unit that it names; an issue without units counts as one.
   */
  readonly rows: number
  readonly reported: number
  readonly rectified: number
  readonly passed: number
  /** Rechecked successfully, closed or withdrawn, or rectified according to a later inspection. */
  readonly settled: number
  /** Nothing is recorded, which does not mean that nothing was done. */
  readonly nothing: number
}

export function annualRectification(
  inspection: Inspection,
  issues: readonly IssueRecord[],
  { byIssue }: Ledger,
): Rectification {
  const own = issues.filter((record) => record.inspection === inspection)
  const rows = own.flatMap(({ id }) => byIssue.get(id) ?? [])
  const count = (test: (row: LedgerRow) => boolean): number => rows.filter(test).length
  return {
    inspection,
    issues: new Set(rows.map(({ record }) => record.id)).size,
    rows: rows.length,
    reported: count(
      ({ report }) =>
        report.state === 'reported' || (report.state === 'said' && report.answer === 'yes'),
    ),
    rectified: count(
      ({ rectified }) =>
        rectified !== null && (rectified.kind === 'step' || rectified.account.rectified === 'yes'),
    ),
    passed: count(
      ({ recheck }) => recheck?.kind === 'step' && recheck.step.step === 'recheck-passed',
    ),
    settled: count(({ open }) => !open),
    nothing: count(({ events }) => events.length === 0),
  }
}
