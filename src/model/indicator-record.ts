import type { Catalogue, Indicator } from '#schema/indicator.ts'
import type { Dataset, Index, Inspection, IssueRecord } from './dataset.ts'
import { unitsOfIssue } from './dataset.ts'
import type { Ledger, LedgerRow } from './ledger.ts'

/** All that is recorded under one indicator. */
export interface IndicatorHistory {
  readonly id: string
  /** The newest version. */
  readonly indicator: Indicator
  /** Every catalogue that lists it, with its version there. */
  readonly versions: readonly {
    readonly from: string
    readonly catalogue: Catalogue
    readonly indicator: Indicator
  }[]
  /** The rounds whose documents raise it, newest first. */
  readonly rounds: readonly {
    readonly inspection: Inspection
    readonly issues: readonly IssueRecord[]
  }[]
  readonly issues: readonly IssueRecord[]
  /** The units that documents name, in the order of the roster, with the number of rounds of each. */
  readonly units: readonly { readonly unit: string; readonly rounds: number }[]
  /** What the ledger has of these issues. */
  readonly rows: readonly LedgerRow[]
}

/** Every indicator of a catalogue, in the order of the catalogues, with all that is recorded under it. */
export function indicatorHistories(
  { catalogues, units }: Pick<Dataset, 'catalogues' | 'units'>,
  index: Index,
  ledger: Ledger,
): IndicatorHistory[] {
  const byIndicator = new Map<string, IssueRecord[]>()
  for (const record of index.issues)
    for (const id of new Set(record.issue.indicators ?? []))
      byIndicator.set(id, [...(byIndicator.get(id) ?? []), record])
  return [...index.indicators.values()].map(({ id, indicator }) => {
    const issues = byIndicator.get(id) ?? []
    const rounds = [...Map.groupBy(issues, ({ inspection }) => inspection)]
      .map(([inspection, own]) => ({ inspection, issues: own }))
      .reverse()
    const named = rounds.map(
      (round) => new Set(round.issues.flatMap(({ issue }) => unitsOfIssue(issue))),
    )
    return {
      id,
      indicator,
      versions: Object.entries(catalogues).flatMap(([from, catalogue]) => {
        const version = catalogue.indicators[id]
        return version === undefined ? [] : [{ from, catalogue, indicator: version }]
      }),
      rounds,
      issues,
      units: Object.keys(units).flatMap((unit) => {
        const count = named.filter((own) => own.has(unit)).length
        return count === 0 ? [] : [{ unit, rounds: count }]
      }),
      rows: issues.flatMap((record) => ledger.byIssue.get(record.id) ?? []),
    }
  })
}
