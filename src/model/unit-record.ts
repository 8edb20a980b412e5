import type { Unit } from '#schema/unit.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { unitsInAppendix } from './appendix.ts'
import {
  compareText,
  type Dataset,
  type DeadlineRecord,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'
import { unitsOwing } from './deadline.ts'
import { namedFigures } from './named-figures.ts'
import { type ReportPeriod, reportPeriods } from './report-periods.ts'
import { registerOf, type RegisterRow, type Register } from './register.ts'

/** All records about one unit, over all periods. */
export interface UnitRecord {
  readonly id: string
  readonly unit: Unit
  readonly tier: string
  readonly channels: readonly string[]
  /** Newest inspection first. */
  readonly issues: readonly IssueRecord[]
  /** The issues of the newest year, those that count in the rate first. */
  readonly current: CurrentIssues
  /** Tables and numbers of documents that name the unit, newest first: rankings, praise, scores. */
  readonly tables: readonly { readonly inspection: Inspection; readonly title: string }[]
  /** Duties that documents give this unit, newest first. */
  readonly duties: readonly DeadlineRecord[]
  /** The unit's row in each register, newest first. */
  readonly registers: readonly { readonly register: Register; readonly row: RegisterRow }[]
  /** Reports that no document ordered from this unit, newest first. */
  readonly otherReports: readonly {
    readonly period: ReportPeriod
    readonly report: SelfInspection
  }[]
}

/** The newest year of inspections, and the issues of a unit in it. */
interface CurrentIssues {
  /** 2024; null on a site with one inspection, where the issues are those of the unit's newest. */
  readonly year: string | null
  /** The inspections of the year. */
  readonly rounds: readonly Inspection[]
  /** Those that count in the rate first, then the newest. */
  readonly issues: readonly IssueRecord[]
}

/** @param issues of one unit, newest first */
function currentIssues({ inspections }: Dataset, issues: readonly IssueRecord[]): CurrentIssues {
  // Documents of another activity (an evaluation, praise) are no rounds.
  const rounds = inspections.filter(({ activity }) => activity === undefined)
  const isOneRound = rounds.length < 2
  const year = rounds.at(-1)?.period.end.slice(0, 4) ?? ''
  const ofYear = rounds.filter(({ period }) => period.end.startsWith(year))
  const found = issues.filter(({ inspection }) =>
    isOneRound ? inspection === issues[0]?.inspection : ofYear.includes(inspection),
  )
  const counts = ({ issue }: IssueRecord): boolean => issue.counts_in_rate === true
  return {
    year: isOneRound ? null : year,
    rounds: ofYear,
    issues: [...found.filter(counts), ...found.filter((record) => !counts(record))],
  }
}

export function unitRecords(dataset: Dataset, index: Index, asOf: string): UnitRecord[] {
  const registers = [...index.orders.values()]
    .map((order) => registerOf(dataset, order, asOf))
    .map((register) => ({ register, rows: new Map(register.rows.map((row) => [row.unit, row])) }))
    .reverse()
  const unasked = reportPeriods(dataset, index, asOf)
    .toSorted((a, b) => compareText(b.id, a.id))
    .flatMap((period) => period.unasked.map(({ unit, report }) => ({ period, unit, report })))
  const otherReports = Map.groupBy(unasked, ({ unit }) => unit)
  const tables = dataset.inspections
    .flatMap((inspection) => [
      ...(inspection.good_examples ?? []).map(({ text, units }) => ({
        inspection,
        title: `好的做法：${text}`,
        units: new Set(units),
      })),
      ...namedFigures(dataset, inspection).map((figure) => ({ inspection, ...figure })),
      ...Object.values(inspection.appendices ?? {}).map((appendix) => ({
        inspection,
        title: appendix.title,
        units: new Set(unitsInAppendix(appendix)),
      })),
    ])
    .reverse()
  const tablesByUnit = byUnit(tables)
  const owing = byUnit(
    index.deadlines
      .map((record) => ({ record, units: new Set(unitsOwing(dataset, record)) }))
      .reverse(),
  )
  return Object.entries(dataset.units).map(([id, unit]) => ({
    id,
    unit,
    tier: dataset.site.tiers[unit.tier] ?? unit.tier,
    channels: index.channelsByUnit.get(id) ?? [],
    ...issuesOf(dataset, index, id),
    tables: tablesByUnit.get(id) ?? [],
    duties: (owing.get(id) ?? []).map(({ record }) => record),
    registers: registers.flatMap(({ register, rows }) => {
      const row = rows.get(id)
      return row === undefined ? [] : [{ register, row }]
    }),
    otherReports: otherReports.get(id) ?? [],
  }))
}

/** What names each unit, in the order given. */
function byUnit<T extends { readonly units: ReadonlySet<string> }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const one of all)
    for (const unit of one.units) {
      const of = found.get(unit)
      if (of === undefined) found.set(unit, [one])
      else of.push(one)
    }
  return found
}

function issuesOf(
  dataset: Dataset,
  index: Index,
  unit: string,
): Pick<UnitRecord, 'issues' | 'current'> {
  const issues = [...(index.issuesByUnit.get(unit) ?? [])].reverse()
  return { issues, current: currentIssues(dataset, issues) }
}

/** The units grouped by tier, in the order in which `site.yaml` lists the tiers. */
export function unitsByTier(dataset: Dataset): { tier: string; label: string; units: string[] }[] {
  return Object.entries(dataset.site.tiers)
    .map(([tier, label]) => ({
      tier,
      label,
      units: Object.keys(dataset.units).filter((id) => dataset.units[id]?.tier === tier),
    }))
    .filter(({ units }) => units.length > 0)
}
