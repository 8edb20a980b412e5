import type { Dataset, Index } from './dataset.ts'
import { periodIdOf } from './period-id.ts'
import { type Register, registerOf, type RegisterRow } from './register.ts'

/** The registers of a year's periods, sorted by due date. */
export interface YearOfRegisters {
  readonly year: string
  readonly registers: readonly Register[]
}

/** The states that a yearly list has: late, not published when the office looked, and not recorded. */
const exceptional = new Set<RegisterRow['status']['state']>(['late', 'overdue', 'not-recorded'])

/** The rows of a register that were not in time, as far as is recorded, in its order. */
export const exceptionsIn = ({ rows }: Pick<Register, 'rows'>): RegisterRow[] =>
  rows.filter(({ status }) => exceptional.has(status.state))

/** The year of a period: that of its id, else of its first day. */
const yearOf = ({ period, order }: Register): string =>
  String(
    periodIdOf(period)?.year ??
      (order.deadline.period?.start ?? order.inspection.period.start).slice(0, 4),
  )

/** All registers on a day, by year, oldest first. */
export function registersByYear(dataset: Dataset, index: Index, asOf: string): YearOfRegisters[] {
  const registers = [...index.orders.values()].map((order) => registerOf(dataset, order, asOf))
  return [...Map.groupBy(registers, yearOf)]
    .map(([year, own]) => ({ year, registers: own }))
    .sort((a, b) => Number(a.year) - Number(b.year))
}

/**
 * The years that have a list of their own: those with several registers, of which a row was not in time.
 * A year with one register has no other list than that register.
 */
export const listedYears = (dataset: Dataset, index: Index, asOf: string): YearOfRegisters[] =>
  registersByYear(dataset, index, asOf).filter(
    ({ registers }) =>
      registers.length > 1 && registers.some((register) => exceptionsIn(register).length > 0),
  )
