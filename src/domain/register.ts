import type { SelfInspection } from '#schema/self-inspection.ts'
import { daysBetween, isDay } from './calendar.ts'
import type { Dataset, DeadlineRecord } from './dataset.ts'
import { dueState, lastDayInTime, unitsOwing } from './deadline.ts'

/**
 * What the register says of one unit. `not-recorded` (past the date, nothing recorded here) accuses
 * nobody; `overdue` is said only after the office has recorded that it looked.
 */
export type RegisterState =
  | { readonly state: 'on-time'; readonly published: string }
  | { readonly state: 'late'; readonly published: string; readonly days: number }
  | { readonly state: 'upcoming'; readonly days: number }
  | { readonly state: 'due-today' }
  | { readonly state: 'not-recorded' }
  | { readonly state: 'overdue'; readonly days: number }
  | { readonly state: 'exempt'; readonly reason: string }
  /** Published, where the order names no date to be early or late by. */
  | { readonly state: 'published'; readonly published: string }
  /** Not there, and the order names no date. */
  | { readonly state: 'no-date' }
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
  readonly lookedOn: string | null
}

/** The register of a period's self-inspections on a day, in the order of the register of units. */
export function registerOf(dataset: Dataset, order: DeadlineRecord, asOf: string): Register {
  const period = order.deadline.period?.id ?? order.inspection.id
  const reports = dataset.selfInspections[period] ?? {}
  const record = dataset.registers[period] ?? {}
  const lookedOn = record.looked_on ?? null
  const owing = unitsOwing(dataset, order)
  const rows = owing.map((unit) => {
    // A report of a later day is not there yet.
    const report =
      reports[unit] !== undefined && isPublished(reports[unit], asOf) ? reports[unit] : null
    const reason = record.exempt?.[unit]
    const status: RegisterState =
      reason !== undefined && report === null
        ? { state: 'exempt', reason }
        : registerState(order, report, lookedOn, asOf)
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

/** Whether a report is there on a day; one without a known date is. */
export const isPublished = ({ published }: SelfInspection, asOf: string): boolean =>
  !isDay(published) || published <= asOf

function registerState(
  { deadline }: DeadlineRecord,
  report: SelfInspection | null,
  lookedOn: string | null,
  asOf: string,
): RegisterState {
  const lastDay = lastDayInTime(deadline)
  if (report !== null) {
    if (!isDay(report.published)) return { state: 'undated' }
    if (lastDay === null) return { state: 'published', published: report.published }
    const late = daysBetween(lastDay, report.published)
    return late > 0
      ? { state: 'late', published: report.published, days: late }
      : { state: 'on-time', published: report.published }
  }
  const due = dueState(deadline, asOf)
  if (lastDay === null || due.state === 'standing') return { state: 'no-date' }
  if (due.state === 'upcoming') return { state: 'upcoming', days: due.days }
  if (due.state === 'today') return { state: 'due-today' }
  // A look on or before the last day cannot show that anything is missing.
  const looked = lookedOn !== null && lookedOn > lastDay && lookedOn <= asOf
  return looked ? { state: 'overdue', days: due.days } : { state: 'not-recorded' }
}
