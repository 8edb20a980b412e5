import type { Deadline } from '#schema/deadline.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { daysBetween, isDay } from './calendar.ts'
import type { Dataset, DeadlineRecord } from './dataset.ts'
import type { CountedDeadline } from './due-day.ts'
import { lastDayInTime, stateOfDay, unitsOwing } from './deadline.ts'
import { isPublic } from './publication-day.ts'

/** Where a unit stands of which no report is recorded and nobody has looked. It accuses nobody. */
export type PendingState =
  | { readonly state: 'upcoming'; readonly days: number }
  | { readonly state: 'due-today' }
  /** Past the date, nothing recorded here. */
  | { readonly state: 'not-recorded' }
  /** The order names no date. */
  | { readonly state: 'no-date' }

/** What the register says of one unit. */
export type RegisterState =
  | PendingState
  | { readonly state: 'on-time'; readonly published: string }
  | { readonly state: 'late'; readonly published: string; readonly days: number }
  /** The office looked after the last day and found nothing; the days run until it looked. */
  | { readonly state: 'overdue'; readonly lookedOn: string; readonly days: number }
  | { readonly state: 'exempt'; readonly reason: string }
  /** Published, where the order names no date to be early or late by. */
  | { readonly state: 'published'; readonly published: string }
  /** Published, but nothing says when. */
  | { readonly state: 'undated' }

export interface RegisterRow {
  readonly unit: string
  readonly status: RegisterState
  readonly report: SelfInspection | null
}

export interface Register {
  readonly period: string
  readonly label: string
  readonly order: DeadlineRecord
  readonly rows: readonly RegisterRow[]
  /** Units that have published, on time or late. */
  readonly published: number
  /** Units on whom the duty lies, without the exempt ones. */
  readonly expected: number
  /** The day of the office's look, when that has come. */
  readonly lookedOn: string | null
}

/** The register of a period's self-inspections on a day, in the order of the register of units. */
export function registerOf(dataset: Dataset, order: DeadlineRecord, asOf: string): Register {
  const period = order.deadline.period?.id ?? order.inspection.id
  const reports = dataset.selfInspections[period] ?? {}
  const record = dataset.registers[period] ?? {}
  const looked = record.looked_on ?? null
  const lookedOn = looked !== null && looked <= asOf ? looked : null
  const owing = unitsOwing(dataset, order)
  const rows = owing.map((unit) => {
    // A report of a later day is not there yet.
    const report =
      reports[unit] !== undefined && isPublic(reports[unit], asOf) ? reports[unit] : null
    const reason = record.exempt?.[unit]
    const status: RegisterState =
      report !== null
        ? reportState(order.deadline, report)
        : reason !== undefined
          ? { state: 'exempt', reason }
          : missingState(order.deadline, lookedOn, asOf)
    return { unit, status, report }
  })
  return {
    period,
    label: order.deadline.period?.label ?? order.inspection.period.label,
    order,
    rows,
    published: rows.filter(({ report }) => report !== null).length,
    expected: rows.filter(({ status }) => status.state !== 'exempt').length,
    lookedOn,
  }
}

/** The areas that an order names and a report does not; none where the report does not say its areas. */
export const areasLeftOut = (
  { areas: ordered = [] }: Pick<Deadline, 'areas'>,
  { areas }: Pick<SelfInspection, 'areas'>,
): string[] => (areas === undefined ? [] : ordered.filter((area) => !areas.includes(area)))

function reportState(deadline: CountedDeadline, { published }: SelfInspection): RegisterState {
  const lastDay = lastDayInTime(deadline)
  if (!isDay(published)) return { state: 'undated' }
  if (lastDay === null) return { state: 'published', published }
  const days = daysBetween(lastDay, published)
  return days > 0 ? { state: 'late', published, days } : { state: 'on-time', published }
}

function missingState(
  deadline: CountedDeadline,
  lookedOn: string | null,
  asOf: string,
): RegisterState {
  const lastDay = lastDayInTime(deadline)
  // A look on or before the last day cannot show that anything is missing.
  return lastDay !== null && lookedOn !== null && lookedOn > lastDay
    ? { state: 'overdue', lookedOn, days: daysBetween(lastDay, lookedOn) }
    : pendingState(lastDay, asOf)
}

/**
 * Where a unit without a report stands on a day, as far as the calendar alone can say.
 *
 * @param lastDay the last day in time; null where the order names none
 */
export function pendingState(lastDay: string | null, asOf: string): PendingState {
  const { state, days } = stateOfDay(lastDay, asOf)
  if (state === 'upcoming') return { state, days }
  if (state === 'today') return { state: 'due-today' }
  return state === 'standing' ? { state: 'no-date' } : { state: 'not-recorded' }
}

/**
 * The states of a register put together as a reader asks for them, in the order of the page. A unit
 * stays in its group while only the calendar moves on.
 */
export const registerGroups = {
  'on-time': { label: '按期公开', states: ['on-time'] },
  published: { label: '已公开', states: ['published'] },
  undated: { label: '公开日期不详', states: ['undated'] },
  late: { label: '晚于期限公开', states: ['late'] },
  pending: { label: '本站未收录', states: ['upcoming', 'due-today', 'not-recorded', 'no-date'] },
  overdue: { label: '经核查未公开', states: ['overdue'] },
  exempt: { label: '免于公开', states: ['exempt'] },
} as const satisfies Record<
  string,
  { readonly label: string; readonly states: readonly RegisterState['state'][] }
>
export type RegisterGroup = keyof typeof registerGroups

/** The group that a state belongs to. */
export function groupOf({ state }: RegisterState): RegisterGroup {
  const groups = Object.entries(registerGroups) as [RegisterGroup, { states: readonly string[] }][]
  const found = groups.find(([, { states }]) => states.includes(state))
  if (found === undefined) throw new Error(`the state "${state}" has no group`)
  return found[0]
}

/** The rows of each group that has any. */
export function rowsByGroup(
  rows: readonly RegisterRow[],
): { group: RegisterGroup; label: string; rows: RegisterRow[] }[] {
  return (Object.keys(registerGroups) as RegisterGroup[])
    .map((group) => ({
      group,
      label: registerGroups[group].label,
      rows: rows.filter(({ status }) => groupOf(status) === group),
    }))
    .filter(({ rows: own }) => own.length > 0)
}
