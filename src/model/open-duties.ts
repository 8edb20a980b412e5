import type { Deadline } from '#schema/deadline.ts'
import { byDue, compareText, type Dataset, type DeadlineRecord, type Index } from './dataset.ts'
import { type DueState, lastDayInTime, stateOfDay, unitsOwing } from './deadline.ts'
import { dueDay } from './due-day.ts'
import { hasReported, lastDayFor, type Ledger, ledgerOf } from './ledger.ts'
import { registerOf, type RegisterState } from './register.ts'

/** A deadline with the units that have the duty and have nothing recorded here. */
export interface OpenDuty {
  readonly record: DeadlineRecord
  /** The last day in time for these units. */
  readonly last: string
  /** Whether the office has granted these units an extension. */
  readonly extended: boolean
  readonly state: Exclude<DueState, 'standing'>
  /** Days left, or days since the deadline. */
  readonly days: number
  /** Empty if the document names no unit of the roster. */
  readonly units: readonly OpenUnit[]
}

export interface OpenUnit {
  readonly id: string
  /** The result of the office's check after the last day; null without one. */
  readonly overdue: Extract<RegisterState, { state: 'overdue' }> | null
}

export interface DutyFilter {
  /** How many days ahead to include; 0 is the as-of day. */
  readonly within: number
  /** How many days back to include. */
  readonly past: number
  /** Only the duties of this unit. */
  readonly unit?: string | undefined
}

/**
 * Open duties with their units, nearest deadline first. Units that have delivered or are exempt are
 * left out.
 */
export function openDuties(
  dataset: Dataset,
  index: Index,
  asOf: string,
  { within, past, unit: onlyUnit }: DutyFilter,
): OpenDuty[] {
  const ledger = ledgerOf(dataset, index, asOf)
  const duties = index.deadlines.flatMap((record): OpenDuty[] => {
    const day = lastDayInTime(record.deadline)
    const isIncluded = ({ id }: OpenUnit): boolean => onlyUnit === undefined || id === onlyUnit
    const groups: [string | null, OpenUnit[]][] =
      unitsOwing(dataset, record).length > 0
        ? [
            ...Map.groupBy(openUnits(dataset, ledger, record, asOf).filter(isIncluded), ({ id }) =>
              lastDayFor(ledger, record, id),
            ),
          ]
        : onlyUnit === undefined
          ? [[day, []]]
          : []
    return groups.flatMap(([last, units]) => {
      const { state, days } = stateOfDay(last, asOf)
      if (last === null || state === 'standing') return []
      return days > (state === 'passed' ? past : within)
        ? []
        : [{ record, last, extended: last !== day, state, days, units }]
    })
  })
  return duties.sort((a, b) => compareText(a.last, b.last))
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

/**
 * The deadlines in a unit's calendar: those with a day, except those from which the unit is exempt.
 */
export const calendarOf = (
  dataset: Dataset,
  unit: string,
  duties: readonly DeadlineRecord[],
): DeadlineRecord[] =>
  byDue(duties).filter(
    ({ deadline }) => dueDay(deadline) !== null && !isExempt(dataset, deadline, unit),
  )

/** Whether the office has exempted a unit from a duty. Only self-inspections have exemptions. */
export const isExempt = (
  dataset: Dataset,
  { what, period }: Pick<Deadline, 'what' | 'period'>,
  unit: string,
): boolean =>
  what === 'self-inspection' &&
  period !== undefined &&
  dataset.registers[period.id]?.exempt?.[unit] !== undefined
