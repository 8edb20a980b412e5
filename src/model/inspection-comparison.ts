/**
 * What changed from one inspection to the next. Every statement says whether both documents allow it,
 * or whether it holds only for what is recorded here.
 */
import type { Issue } from '#schema/issue.ts'
import { indicatorsInForce } from './catalogue.ts'
import { areasOfIssue, type Dataset, type Inspection, type IssueRecord } from './dataset.ts'
import {
  type AreaComparison,
  areaHistory,
  coverageOf,
  type InspectedAreas,
  roundsBefore,
} from './figure-comparison.ts'
import type { LedgerRow } from './ledger.ts'

/**
 * `stated`: both documents are complete enough to say it. `recorded`: it holds for what this site has
 * recorded of them, because one of them was a sample, names some “等”, or is abridged.
 */
type Certainty = 'stated' | 'recorded'

/** A unit or an account that is named for one kind of problem. */
export interface RepeatedSubject {
  readonly unit: string | null
  readonly channel: string | null
  readonly indicator: string
}

/** The findings of one kind at one unit or account, in the later inspection and in the earlier. */
interface Recurrence extends RepeatedSubject {
  readonly now: readonly IssueRecord[]
  readonly before: readonly IssueRecord[]
}

export interface Appearance extends RepeatedSubject {
  readonly now: readonly IssueRecord[]
  readonly certainty: Certainty
}

/** Why findings are not compared. */
export type NotCompared =
  /** The earlier inspection did not look at the area. */
  | 'area-not-inspected'
  /** The indicator meant something else. */
  | 'redefined'
  /** No unit or account is named. */
  | 'nobody-named'
  /** No kind is recorded. */
  | 'no-kind'

/** Why a statement holds only for what is recorded. */
export type Incompleteness = 'sampled' | 'coverage-unknown' | 'open-ended' | 'abridged' | 'no-kind'

export interface InspectionComparison {
  readonly before: Inspection
  readonly now: Inspection
  readonly areas: readonly {
    readonly previous: AreaComparison
    readonly comparable: AreaComparison | null
  }[]
  /** The same unit or account with the same kind in both. True whatever else is not recorded. */
  readonly repeated: readonly Recurrence[]
  /** Named for a kind for which the earlier inspection does not name it. */
  readonly fresh: readonly Appearance[]
  /** Findings of the later inspection of which neither is said. */
  readonly notCompared: ReadonlyMap<NotCompared, readonly IssueRecord[]>
  /** Units that the earlier inspection does not name for anything. */
  readonly newlyNamed: { readonly units: readonly string[]; readonly certainty: Certainty }
  /** Why the earlier inspection does not name all. */
  readonly incomplete: readonly Incompleteness[]
  /** The findings of the earlier inspection, by unit, as of the day of the ledger. */
  readonly settled: readonly LedgerRow[]
  readonly withdrawn: readonly LedgerRow[]
  readonly open: readonly LedgerRow[]
  /** Those of the open ones that the later inspection says are not, or only partly, rectified. */
  readonly carriedOver: readonly LedgerRow[]
}

/**
 * Compares an inspection with the one before it of the same activity; null where there is none.
 *
 * @param rowsOf the rows of the ledger of an inspection
 */
export function compareWithPrevious<T extends InspectedAreas>(
  dataset: Pick<Dataset, 'catalogues'>,
  all: readonly T[],
  now: T,
  issuesOf: (inspection: Inspection) => readonly IssueRecord[],
  rowsOf: (inspection: Inspection) => readonly LedgerRow[],
): InspectionComparison | null {
  const [before] = roundsBefore(all, now)
  if (before === undefined) return null
  const [old, fresh] = [issuesOf(before.inspection), issuesOf(now.inspection)]
  const rows = rowsOf(before.inspection)
  const open = rows.filter((row) => row.open)
  return {
    before: before.inspection,
    now: now.inspection,
    areas: now.areas.flatMap((area) => areaHistory(all, now, area) ?? []),
    ...compareFindings(dataset, before, old, now, fresh),
    settled: rows.filter((row) => !row.open && row.state.state !== 'withdrawn'),
    withdrawn: rows.filter(({ state }) => state.state === 'withdrawn'),
    open,
    carriedOver: open.filter(
      ({ state }) =>
        (state.state === 'carried-over' || state.state === 'partly') &&
        state.inspection.id === now.inspection.id,
    ),
  }
}

type Findings = Pick<
  InspectionComparison,
  'repeated' | 'fresh' | 'notCompared' | 'newlyNamed' | 'incomplete'
>

function compareFindings(
  dataset: Pick<Dataset, 'catalogues'>,
  before: InspectedAreas,
  old: readonly IssueRecord[],
  now: InspectedAreas,
  fresh: readonly IssueRecord[],
): Findings {
  const isRedefined = redefinitions(dataset, before.inspection, now.inspection)
  const known = bySubject(old)
  const areasBefore = new Set([
    ...before.areas.map(({ id }) => id),
    ...old.flatMap(({ issue }) => areasOfIssue(issue)),
  ])
  const repeated: Recurrence[] = []
  const appeared: Appearance[] = []
  const notCompared = new Map<NotCompared, IssueRecord[]>()
  const leaveOut = (why: NotCompared, records: readonly IssueRecord[]): void => {
    const list = notCompared.get(why) ?? []
    notCompared.set(why, [...list, ...records.filter((one) => !list.includes(one))])
  }
  for (const record of fresh) {
    if (subjectsIn(record.issue).length === 0) leaveOut('nobody-named', [record])
    else if ((record.issue.indicators ?? []).length === 0) leaveOut('no-kind', [record])
  }
  for (const [key, { subject, records }] of bySubject(fresh)) {
    const earlier = known.get(key)?.records ?? []
    if (isRedefined(subject.indicator)) leaveOut('redefined', records)
    else if (earlier.length > 0) repeated.push({ ...subject, now: records, before: earlier })
    else {
      const areas = records.flatMap(({ issue }) => areasOfIssue(issue))
      if (!areas.every((area) => areasBefore.has(area))) leaveOut('area-not-inspected', records)
      else
        appeared.push({
          ...subject,
          now: records,
          certainty:
            gapsIn(before, old, areas, subject.indicator).length === 0 ? 'stated' : 'recorded',
        })
    }
  }
  const namedBefore = unitsIn(old)
  const areas = now.areas.map(({ id }) => id)
  const incomplete = gapsIn(before, old, areas, null)
  const isInspected = areas.every((area) => areasBefore.has(area))
  return {
    repeated,
    fresh: appeared,
    notCompared,
    newlyNamed: {
      units: [...unitsIn(fresh)].filter((unit) => !namedBefore.has(unit)),
      certainty: incomplete.length === 0 && isInspected ? 'stated' : 'recorded',
    },
    incomplete,
  }
}

const unitsIn = (records: readonly IssueRecord[]): Set<string> =>
  new Set(records.flatMap(({ issue: { units } }) => (Array.isArray(units) ? units : [])))

/** The units that a finding names; where it names none, its accounts. */
const subjectsIn = ({ units, channels = [] }: Issue): Omit<RepeatedSubject, 'indicator'>[] =>
  Array.isArray(units) && units.length > 0
    ? units.map((unit) => ({ unit, channel: null }))
    : channels.map((channel) => ({ unit: null, channel }))

function bySubject(
  records: readonly IssueRecord[],
): Map<string, { subject: RepeatedSubject; records: IssueRecord[] }> {
  const found = new Map<string, { subject: RepeatedSubject; records: IssueRecord[] }>()
  for (const record of records)
    for (const one of subjectsIn(record.issue))
      for (const indicator of record.issue.indicators ?? []) {
        const key = JSON.stringify([one.unit, one.channel, indicator])
        const known = found.get(key)
        if (known === undefined)
          found.set(key, { subject: { ...one, indicator }, records: [record] })
        else if (!known.records.includes(record)) known.records.push(record)
      }
  return found
}

/**
 * Why an inspection may have found more in some areas than is recorded.
 *
 * @param indicator of one kind; null for any kind
 */
export function gapsIn(
  { inspection, areas }: InspectedAreas,
  records: readonly IssueRecord[],
  some: readonly string[],
  indicator: string | null,
): Incompleteness[] {
  const found = new Set<Incompleteness>()
  for (const area of areas) {
    if (!some.includes(area.id)) continue
    const coverage = coverageOf(area)
    if (coverage === 'sample') found.add('sampled')
    if (coverage === null) found.add('coverage-unknown')
  }
  if (inspection.document?.abridged !== undefined) found.add('abridged')
  for (const { issue } of records) {
    if (!areasOfIssue(issue).some((area) => some.includes(area))) continue
    const kinds = issue.indicators ?? []
    if (kinds.length === 0) found.add('no-kind')
    if (indicator !== null && kinds.length > 0 && !kinds.includes(indicator)) continue
    if (issue.exhaustive === false || !Array.isArray(issue.units)) found.add('open-ended')
  }
  return [...found]
}

/** Whether an indicator meant something else at the end of one period than at that of another. */
export function redefinitions(
  { catalogues }: Pick<Dataset, 'catalogues'>,
  before: Inspection,
  now: Inspection,
): (indicator: string) => boolean {
  const [was, is] = [before, now].map(({ period }) => indicatorsInForce(catalogues, period.end))
  return (id) => {
    const [old, fresh] = [was?.get(id), is?.get(id)]
    // Of an indicator that is in force on neither day, nothing says that it changed.
    if (old === undefined || fresh === undefined) return old !== fresh
    const meaning = ({ indicator: { name, area, kind, meaning, thresholds } }: typeof old) =>
      JSON.stringify([name, area, kind, meaning, thresholds])
    return old.from !== fresh.from && meaning(old) !== meaning(fresh)
  }
}
