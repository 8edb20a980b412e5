import { byDue, type Dataset, type DeadlineRecord, type Index } from './dataset.ts'
import { type DueState, dueState, unitsOwing } from './deadline.ts'
import { dueDay } from './due-day.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { registerOf, type RegisterState } from './register.ts'

/** A deadline with those on whom it lies and of whom nothing is recorded here. */
export interface OpenDuty {
  readonly record: DeadlineRecord
  readonly state: Exclude<DueState, 'standing'>
  /** Days left or past. */
  readonly days: number
  /** Empty where the document names nobody whom the data knows. */
  readonly units: readonly OpenUnit[]
}

export interface OpenUnit {
  readonly id: string
  /** What the office's recorded look found, after the last day; null before that. */
  readonly overdue: Extract<RegisterState, { state: 'overdue' }> | null
}

export interface Question {
  /** How many days ahead; the as-of day is 0. */
  readonly within: number
  /** How many days back. */
  readonly past: number
  /** Only what lies on this unit. */
  readonly unit?: string | undefined
}

/** Who owes what by when, the nearest day first. Who has delivered, or is exempt, is left out. */
export function openDuties(
  dataset: Dataset,
  index: Index,
  asOf: string,
  { within, past, unit: asked }: Question,
): OpenDuty[] {
  const ledger = ledgerOf(dataset, index, asOf)
  return byDue(index.deadlines).flatMap((record) => {
    const { state, days } = dueState(record.deadline, asOf)
    if (state === 'standing' || days > (state === 'passed' ? past : within)) return []
    const owing = unitsOwing(dataset, record)
    if (owing.length === 0) return asked === undefined ? [{ record, state, days, units: [] }] : []
    const units = openUnits(dataset, ledger, record, asOf).filter(
      ({ id }) => asked === undefined || id === asked,
    )
    return units.length === 0 ? [] : [{ record, state, days, units }]
  })
}

function openUnits(
  dataset: Dataset,
  ledger: Ledger,
  record: DeadlineRecord,
  asOf: string,
): OpenUnit[] {
  const { what, period } = record.deadline
  if (what === 'self-inspection' && period !== undefined)
    return registerOf(dataset, record, asOf)
      .rows.filter(({ status, report }) => report === null && status.state !== 'exempt')
      .map(({ unit, status }) => ({
        id: unit,
        overdue: status.state === 'overdue' ? status : null,
      }))
  return unitsOwing(dataset, record)
    .filter((unit) => what !== 'rectification-report' || !hasReported(ledger, record, unit))
    .map((id) => ({ id, overdue: null }))
}

/** Whether a report is recorded on each finding that the duty is about. */
function hasReported(ledger: Ledger, record: DeadlineRecord, unit: string): boolean {
  const rows = (ledger.byUnit.get(unit) ?? []).filter(({ duty }) => duty === record)
  return (
    rows.length > 0 &&
    rows.every(
      ({ report }) =>
        report.state === 'reported' || (report.state === 'said' && report.answer === 'yes'),
    )
  )
}

/** The deadlines of which a unit's calendar has a day: not those from which it is exempt. */
export const calendarOf = (
  dataset: Dataset,
  unit: string,
  duties: readonly DeadlineRecord[],
): DeadlineRecord[] =>
  byDue(duties).filter(
    ({ deadline }) => dueDay(deadline) !== null && !isExempt(dataset, deadline.period?.id, unit),
  )

const isExempt = (dataset: Dataset, period: string | undefined, unit: string): boolean =>
  period !== undefined && dataset.registers[period]?.exempt?.[unit] !== undefined
