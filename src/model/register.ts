import type { Deadline } from '#schema/deadline.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { daysBetween, isDay } from './calendar.ts'
import type { Dataset, DeadlineRecord } from './dataset.ts'
import type { CountedDeadline } from './due-day.ts'
import { Memoized } from './memoized.ts'
import { isHistory, lastDayInTime, stateOfDay, unitsOwing } from './deadline.ts'
import { isPublic } from './publication-day.ts'

/**
 * The state of a unit without a recorded report that the office has not checked. It does not accuse
 * anyone.
 */
type PendingState =
  | { readonly state: 'upcoming'; readonly days: number }
  | { readonly state: 'due-today'; readonly on: string }
  /** The date has passed and nothing is recorded here; `isHistory` more than a year after it. */
  | { readonly state: 'not-recorded'; readonly isHistory?: true }
  /** The order names no date. */
  | { readonly state: 'no-date' }

/** The state of one unit in the register. */
export type RegisterState =
  | PendingState
  | { readonly state: 'on-time'; readonly published: string }
  | { readonly state: 'late'; readonly published: string; readonly days: number }
  /**
   * The office checked after the last day and found nothing; `days` counts until the day of the
   * check.
   */
  | { readonly state: 'overdue'; readonly lookedOn: string; readonly days: number }
  | { readonly state: 'exempt'; readonly reason: string }
  /** Published; no document orders it or the order has no date, so it is neither early nor late. */
  | { readonly state: 'published'; readonly published: string }
  /** Published on an unknown day. */
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
  /** Number of units that have published, in time or late. */
  readonly published: number
  /** Number of units with the duty, without exempt ones. */
  readonly expected: number
  /** The day on which the office checked; null before that day. */
  readonly lookedOn: string | null
}

/** The register of a period's self-inspections on a day, in the order of the roster. */
export const registerOf = (dataset: Dataset, order: DeadlineRecord, asOf: string): Register =>
  registers
    .of(dataset, () => new Memoized())
    .of(order, () => computedRegister(dataset, order, asOf), asOf)
const registers = new Memoized<Memoized<Register>>()

function computedRegister(dataset: Dataset, order: DeadlineRecord, asOf: string): Register {
  const period = order.deadline.period?.id ?? order.inspection.id
  const reports = dataset.selfInspections[period] ?? {}
  const record = dataset.registers[period] ?? {}
  const looked = record.looked_on ?? null
  const lookedOn = looked !== null && looked <= asOf ? looked : null
  const owing = unitsOwing(dataset, order)
  const rows = owing.map((unit) => {
    // Reports published after that day are ignored.
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

/**
 * The areas that an order names but a report does not; empty if the report does not list its areas.
 */
export const areasLeftOut = (
  { areas: ordered = [] }: Pick<Deadline, 'areas'>,
  { areas }: Pick<SelfInspection, 'areas'>,
): string[] => (areas === undefined ? [] : ordered.filter((area) => !areas.includes(area)))

/** The state of a report that no document ordered from its unit: it is neither early nor late. */
export const unaskedState = ({ published }: SelfInspection): RegisterState =>
  isDay(published) ? { state: 'published', published } : { state: 'undated' }

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
  // A check on or before the last day cannot show that a report is missing.
  return lastDay !== null && lookedOn !== null && lookedOn > lastDay
    ? { state: 'overdue', lookedOn, days: daysBetween(lastDay, lookedOn) }
    : pendingState(lastDay, asOf)
}

/**
 * The state of a unit without a report on a day, judged by the calendar alone.
 *
 * @param lastDay the last day in time; null if the order has no date
 */
export function pendingState(lastDay: string | null, asOf: string): PendingState {
  const { state, days } = stateOfDay(lastDay, asOf)
  if (state === 'upcoming') return { state, days }
  if (lastDay === null || state === 'standing') return { state: 'no-date' }
  if (state === 'today') return { state: 'due-today', on: lastDay }
  return isHistory(days) ? { state: 'not-recorded', isHistory: true } : { state: 'not-recorded' }
}

/**
 * The groups in which a page shows the states of a register, in order. A unit does not change its
 * group merely because time passes.
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

/** The rows by group, without empty groups. */
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
