import type { Issue } from '#schema/issue.ts'
import type { Missing } from '#schema/scalars.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import { unitsInRow } from './appendix.ts'
import { daysBetween } from './calendar.ts'
import {
  areasOfIssue,
  type Dataset,
  type DeadlineRecord,
  type Index,
  type Inspection,
  type IssueRecord,
} from './dataset.ts'
import { lastDayInTime, unitsOwing } from './deadline.ts'
import { isMissing } from './figure.ts'
import {
  accountsIn,
  isOpen,
  type IssueState,
  type LifeEvent,
  lifeOf,
  stateAfter,
  subjectsOf,
} from './issue-life.ts'
import { pendingState } from './register.ts'

/**
 * What is known about a unit's report on an issue. A missed deadline is not called a failure:
 * `not-recorded` means only that nothing is recorded here.
 */
export type ReportState =
  /**
   * `late` is the number of days after the last day: 0 if in time, null if there is no last day.
   */
  | { readonly state: 'reported'; readonly on: string; readonly late: number | null }
  /** A later inspection says whether the unit reported, but not when. */
  | {
      readonly state: 'said'
      readonly answer: 'yes' | 'no' | 'partly'
      readonly inspection: Inspection
    }
  | { readonly state: 'awaited'; readonly last: string | null }
  /** `isHistory` more than a year after the last day. */
  | { readonly state: 'not-recorded'; readonly last: string; readonly isHistory?: true }
  /** No document requires a report from this unit. */
  | { readonly state: 'no-duty' }
  /** The finding was withdrawn, so no report is needed. */
  | { readonly state: 'withdrawn' }

/** One issue and one unit that it names. */
export interface LedgerRow {
  readonly record: IssueRecord
  /** Null if the document names no unit. */
  readonly unit: string | null
  readonly events: readonly LifeEvent[]
  readonly notified: string | null
  /** The deadline that a document sets for this unit and this issue. */
  readonly duty: DeadlineRecord | null
  readonly report: ReportState
  /** The latest event that says whether the issue is rectified. */
  readonly rectified: LifeEvent | null
  /** The last recheck. */
  readonly recheck: LifeEvent | null
  readonly state: IssueState
  readonly open: boolean
  /** The unit's own statement, which does not affect the fields above. */
  readonly statement: RectificationStatement | null
}

export interface Ledger {
  readonly rows: readonly LedgerRow[]
  readonly byIssue: ReadonlyMap<string, readonly LedgerRow[]>
  readonly byUnit: ReadonlyMap<string, readonly LedgerRow[]>
}

/**
 * The ledger of all issues as of a day, in the order of the inspections, without the issues and the
 * units that nobody asked to rectify.
 */
export function ledgerOf(dataset: Dataset, index: Index, asOf: string): Ledger {
  const accounts = accountsIn(dataset.inspections)
  const reports = index.deadlines.filter(({ deadline }) => deadline.what === 'rectification-report')
  const duties = Map.groupBy(reports, ({ inspection }) => inspection.id)
  const deadlines = Map.groupBy(index.deadlines, ({ inspection }) => inspection.id)
  const rows = index.issues.flatMap((record) => {
    const own = subjectsOf(record.issue).map((unit): LedgerRow => {
      const events = lifeOf(record.issue, unit, accounts.get(record.id), asOf)
      const duty =
        unit === null
          ? null
          : (duties
              .get(record.inspection.id)
              ?.find((deadline) => isOwedFor(dataset, deadline, record, unit)) ?? null)
      const state = stateAfter(events)
      const statement = unit === null ? undefined : dataset.statements[record.id]?.[unit]
      return {
        record,
        unit,
        events,
        notified: events.find((event) => isStep(event, 'notified'))?.on ?? null,
        duty,
        report: reportState(events, duty, state, asOf),
        rectified: events.reduce(latestRectification, null),
        recheck:
          events.findLast(
            (event) => isStep(event, 'recheck-passed') || isStep(event, 'recheck-failed'),
          ) ?? null,
        state,
        open: isOpen(state),
        statement: statement !== undefined && statement.on <= asOf ? statement : null,
      }
    })
    if (isRecorded(own)) return own
    const asking = deadlines.get(record.inspection.id) ?? []
    return own.filter(({ unit }) => isAsked(dataset, asking, record, unit))
  })
  const named = rows.filter(({ unit }) => unit !== null)
  return {
    rows,
    byIssue: Map.groupBy(rows, ({ record }) => record.id),
    byUnit: Map.groupBy(named, ({ unit }) => unit ?? ''),
  }
}

/** Whether anything is recorded of an issue. What one unit did is followed for all that it names. */
const isRecorded = (rows: readonly LedgerRow[]): boolean =>
  rows.some(({ events, statement }) => events.length > 0 || statement !== null)

/**
 * Whether the document of an issue asks something of its unit: a requirement asks all, a deadline
 * those who have it. Of an issue without a named unit and of a deadline that names nobody, it is not
 * known who is asked.
 */
const isAsked = (
  dataset: Dataset,
  deadlines: readonly DeadlineRecord[],
  record: IssueRecord,
  unit: string | null,
): boolean =>
  Object.keys(record.inspection.requirements ?? {}).length > 0 ||
  deadlines.some(
    (deadline) =>
      isAboutArea(deadline, record) &&
      (unit === null ||
        unitsOwing(dataset, deadline).length === 0 ||
        isOwedFor(dataset, deadline, record, unit)),
  )

/** Whether a deadline covers the areas of an issue. An issue of no known area may be covered. */
function isAboutArea(
  { deadline }: Pick<DeadlineRecord, 'deadline'>,
  { issue }: Pick<IssueRecord, 'issue'>,
): boolean {
  const areas = areasOfIssue(issue)
  return (
    deadline.areas === undefined ||
    areas.some(isMissing) ||
    areas.some((area) => deadline.areas?.includes(area))
  )
}

const isStep = (event: LifeEvent, step: NonNullable<Issue['rectification']>[number]['step']) =>
  event.kind === 'step' && event.step.step === step

/**
 * Chooses the latest event on rectification. If a later document only confirms it, the dated step
 * is used.
 */
function latestRectification(known: LifeEvent | null, event: LifeEvent): LifeEvent | null {
  if (event.kind === 'step') return isStep(event, 'rectified') ? event : known
  const { rectified } = event.account
  const confirms = rectified === 'yes' && known?.kind === 'step'
  return rectified === 'not-stated' || confirms ? known : event
}

/**
 * Why a row has no duty to report: `not-required` if the document requires it from others or from
 * nobody, `not-stated` if it requires a report without saying from whom.
 */
export function whyNoDuty(
  dataset: Dataset,
  { deadlines }: Pick<Index, 'deadlines'>,
  { record: { inspection }, unit }: Pick<LedgerRow, 'record' | 'unit'>,
): 'not-required' | 'not-stated' {
  const reportDuties = deadlines.filter(
    (one) => one.inspection === inspection && one.deadline.what === 'rectification-report',
  )
  const isKnown = reportDuties.every((one) => unitsOwing(dataset, one).length > 0)
  return isKnown && (unit !== null || reportDuties.length === 0) ? 'not-required' : 'not-stated'
}

/** Why nothing is known of a report: none is required of this unit, or none is recorded. */
export const whyNoReport = (
  dataset: Dataset,
  index: Pick<Index, 'deadlines'>,
  row: Pick<LedgerRow, 'record' | 'unit' | 'report'>,
): 'not-required' | 'not-stated' | 'not-recorded' =>
  row.report.state === 'no-duty' ? whyNoDuty(dataset, index, row) : 'not-recorded'

/** Why a row has no unit, as the data of its issue says. */
export const whyNoUnit = ({ record: { issue } }: Pick<LedgerRow, 'record'>): Missing =>
  isMissing(issue.units) ? issue.units : 'not-stated'

/**
 * Whether a deadline requires a unit to report on an issue. If the rows of an appendix say which
 * issues or accounts they are about, the deadline covers only those.
 */
function isOwedFor(
  dataset: Dataset,
  record: DeadlineRecord,
  { id, issue }: IssueRecord,
  unit: string,
): boolean {
  if (!unitsOwing(dataset, record).includes(unit)) return false
  if (!isAboutArea(record, { issue })) return false
  const { who } = record.deadline
  if (typeof who !== 'object' || Array.isArray(who)) return true
  const rows = record.inspection.appendices?.[who.appendix]?.rows ?? []
  const own = rows.filter((row) => unitsInRow(row).includes(unit)).flatMap(pathsIn)
  const all = rows.flatMap(pathsIn)
  const points = (paths: readonly string[], at: string): boolean =>
    paths.some((path) => path === at || path.startsWith(`${at}.`))
  if (all.some((path) => path.startsWith('issues.'))) return points(own, `issues.${id}`)
  if (all.some((path) => path.startsWith('channels.')))
    return (issue.channels ?? []).some((channel) => points(own, `channels.${channel}`))
  return true
}

const pathsIn = (row: Parameters<typeof unitsInRow>[0]): string[] =>
  row.flatMap((cell) => (typeof cell === 'object' ? [cell.of] : []))

function reportState(
  events: readonly LifeEvent[],
  duty: DeadlineRecord | null,
  { state }: IssueState,
  asOf: string,
): ReportState {
  const last = duty === null ? null : lastDayToReport(duty, events)
  const step = events.find((event) => isStep(event, 'reported'))
  if (step !== undefined) {
    const late = last === null ? null : Math.max(0, daysBetween(last, step.on))
    return { state: 'reported', on: step.on, late }
  }
  for (const event of events.toReversed()) {
    if (event.kind !== 'account' || event.account.reported === 'not-stated') continue
    return { state: 'said', answer: event.account.reported, inspection: event.inspection }
  }
  if (duty === null) return { state: 'no-duty' }
  if (state === 'withdrawn') return { state }
  const { state: pending, ...history } = pendingState(last, asOf)
  return last !== null && pending === 'not-recorded'
    ? { state: 'not-recorded', last, ...history }
    : { state: 'awaited', last }
}

/** The last day to report, including an extension that was granted. */
function lastDayToReport(
  { deadline }: DeadlineRecord,
  events: readonly LifeEvent[],
): string | null {
  const last = lastDayInTime(deadline)
  return events.reduce((latest, event) => {
    const until = event.kind === 'step' ? event.step.until : undefined
    return latest !== null && until !== undefined && until > latest ? until : latest
  }, last)
}

const rowsOnDuty = (ledger: Ledger, record: DeadlineRecord, unit: string): LedgerRow[] =>
  (ledger.byUnit.get(unit) ?? []).filter(({ duty }) => duty === record)

/** Whether no report is outstanding: it was made, or the issue is closed. */
const needsNoReport = ({ report, open }: LedgerRow): boolean =>
  !open || report.state === 'reported' || (report.state === 'said' && report.answer === 'yes')

/** Whether a unit has reported on every finding that the duty covers. */
export function hasReported(ledger: Ledger, record: DeadlineRecord, unit: string): boolean {
  const rows = rowsOnDuty(ledger, record, unit)
  return rows.length > 0 && rows.every(needsNoReport)
}

/**
 * The last day on which a unit can fulfil a duty in time; null if there is none. Granted extensions
 * of findings that are still unreported move it.
 */
export function lastDayFor(ledger: Ledger, record: DeadlineRecord, unit: string): string | null {
  const rows = rowsOnDuty(ledger, record, unit)
  const left = rows.filter((row) => !needsNoReport(row))
  const days = (left.length > 0 ? left : rows).map(({ events }) => lastDayToReport(record, events))
  return days.length === 0 ? lastDayInTime(record.deadline) : earliest(days)
}

const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first))
