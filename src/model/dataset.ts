import { Memoized } from './memoized.ts'
import type { Acknowledgement } from '#schema/acknowledgement.ts'
import type { Correction } from '#schema/correction.ts'
import type { Catalogue } from '#schema/indicator.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type { Issue } from '#schema/issue.ts'
import type { Period } from '#schema/period.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import type { RegisterRecord, SelfInspection } from '#schema/self-inspection.ts'
import type { Site } from '#schema/site.ts'
import type { Channel, Unit } from '#schema/unit.ts'
import type { StoredFile } from './attachment.ts'
import type { Bulletin } from './bulletin.ts'
import { counted, type CountedDeadline, dueDay } from './due-day.ts'
import { everyIndicator, type IndicatorRecord } from './catalogue.ts'

export type ById<T> = Readonly<Record<string, T>>

export interface Inspection extends InspectionFile {
  readonly id: string
}

/** The content of all authored files as plain values. */
export interface Dataset {
  readonly site: Site
  readonly roster: 'partial' | 'complete'
  readonly units: ById<Unit>
  readonly channels: ById<Channel>
  readonly catalogues: ById<Catalogue>
  /** Sorted by period, oldest first. */
  readonly inspections: readonly Inspection[]
  readonly bulletins: ById<Bulletin>
  /** By period, then by unit. */
  readonly selfInspections: ById<ById<SelfInspection>>
  readonly registers: ById<RegisterRecord>
  /** The acknowledgements in the two files that are only lists of records. */
  readonly acknowledged?: Readonly<Record<'units' | 'channels', readonly Acknowledgement[]>>
  /** Files published beside records, by path: `2024-q2/caizheng/report.pdf`. */
  readonly attachments: ById<StoredFile>
  /** Records that were withdrawn as a whole or got another id. */
  readonly withdrawals: readonly Correction[]
  /** Statements of units on issues that name them, by issue, then by unit. */
  readonly statements: ById<ById<RectificationStatement>>
  /** What units say of their policies, consultations and annual reports, by year, then by unit. */
  readonly openness: ById<ById<UnitOpenness>>
  /** The office's judgements on them, by year. */
  readonly opennessOffice: ById<OfficeOpenness>
}

export interface IssueRecord {
  readonly id: string
  readonly issue: Issue
  readonly inspection: Inspection
}

export interface DeadlineRecord {
  readonly id: string
  /** The deadline as typed, with its first and last day as far as they are known. */
  readonly deadline: CountedDeadline
  readonly inspection: Inspection
}

/** Indexes of the dataset, computed once so that no page searches the whole dataset. */
export interface Index {
  readonly issues: readonly IssueRecord[]
  readonly issueById: ReadonlyMap<string, IssueRecord>
  readonly issuesByInspection: ReadonlyMap<string, readonly IssueRecord[]>
  readonly issuesByUnit: ReadonlyMap<string, readonly IssueRecord[]>
  readonly issuesByChannel: ReadonlyMap<string, readonly IssueRecord[]>
  readonly channelsByUnit: ReadonlyMap<string, readonly string[]>
  readonly deadlines: readonly DeadlineRecord[]
  readonly indicators: ReadonlyMap<string, IndicatorRecord>
  /**
   * The deadlines for self-inspections by period, sorted by due date; of several for a period, the
   * latest.
   */
  readonly orders: ReadonlyMap<string, DeadlineRecord>
  /** The stored files with their paths, by folder: `2024-q1` or `2024-q1/caizheng`. */
  readonly filesByFolder: ReadonlyMap<string, readonly (readonly [path: string, StoredFile])[]>
}

const entries = <T>(record: ById<T> | undefined): [string, T][] => Object.entries(record ?? {})

const indexes = new Memoized<Index>()

/** The indexes of a dataset, computed on first use. */
export const indexDataset = (dataset: Dataset): Index => indexes.of(dataset, () => indexOf(dataset))

function indexOf(dataset: Dataset): Index {
  const issues = dataset.inspections.flatMap((inspection) =>
    entries(inspection.issues).map(([id, issue]) => ({ id, issue, inspection })),
  )
  const deadlines = dataset.inspections.flatMap((inspection) =>
    entries(inspection.deadlines).map(([id, deadline]) => ({
      id,
      deadline: counted(deadline, inspection, dataset.site),
      inspection,
    })),
  )
  return {
    issues,
    issueById: new Map(issues.map((record) => [record.id, record])),
    issuesByInspection: Map.groupBy(issues, ({ inspection }) => inspection.id),
    issuesByUnit: groupMany(issues, ({ issue }) => unitsOfIssue(issue)),
    issuesByChannel: groupMany(issues, ({ issue }) => issue.channels ?? []),
    channelsByUnit: groupKeys(dataset.channels),
    deadlines,
    indicators: everyIndicator(dataset.catalogues),
    orders: new Map(
      byDue(deadlines).flatMap((record) =>
        record.deadline.what === 'self-inspection' && record.deadline.period !== undefined
          ? [[record.deadline.period.id, record]]
          : [],
      ),
    ),
    filesByFolder: Map.groupBy(Object.entries(dataset.attachments), ([path]) => folderOf(path)),
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/**
 * Deadlines sorted by date, those without a date first. Equal dates stay in the order of the files.
 */
export const byDue = (records: readonly DeadlineRecord[]): DeadlineRecord[] =>
  [...records].sort((a, b) => compareText(dueDay(a.deadline) ?? '', dueDay(b.deadline) ?? ''))

/** The areas of an issue; only `not-stated` when the document names none. */
export const areasOfIssue = ({ area }: Pick<Issue, 'area'>): readonly string[] =>
  typeof area === 'string' ? [area] : area

/** The units that a finding names; empty if the document does not name any. */
export const unitsOfIssue = (issue: Issue): readonly string[] =>
  Array.isArray(issue.units) ? issue.units : []

function groupMany<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  return groups
}

function groupKeys(channels: ById<Channel>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [id, { unit }] of entries(channels)) {
    const group = groups.get(unit)
    if (group === undefined) groups.set(unit, [id])
    else group.push(id)
  }
  return groups
}

/** Orders periods by their end, then their start, then their id. */
export function comparePeriods(
  a: { readonly id: string; readonly period: Period },
  b: { readonly id: string; readonly period: Period },
): number {
  return (
    compareText(a.period.end, b.period.end) ||
    compareText(a.period.start, b.period.start) ||
    compareText(a.id, b.id)
  )
}

/** Compares texts by code unit, so that the order does not depend on the locale of the machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
