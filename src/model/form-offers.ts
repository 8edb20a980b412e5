import {
  type Dataset,
  type Index,
  type IssueRecord,
  type DeadlineRecord,
  unitsOfIssue,
} from './dataset.ts'
import { isHistory, lastDayInTime, stateOfDay } from './deadline.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { isYear } from './openness-files.ts'
import { periodIdOf } from './period-id.ts'
import { type Register, registerOf } from './register.ts'

/** An order for which units can still submit reports, with those units. */
interface OrderOffer {
  readonly order: DeadlineRecord
  readonly register: Register
  /** Units without a report, in the order of the register; of an overdue order only overdue ones. */
  readonly units: readonly string[]
  readonly isOverdue: boolean
  /** Whether the deadline has passed. */
  readonly isPast: boolean
  /** The last day for a report; null if the order has no date. */
  readonly last: string | null
}

/**
 * The orders that a form offers, in the order of the index. Orders of more than a year ago are history,
 * and would hide the others; the newest one is offered whatever its day.
 */
export function orderOffers(dataset: Dataset, index: Index, asOf: string): OrderOffer[] {
  const all = [...index.orders.values()]
  return all
    .map((order, n): OrderOffer => {
      const register = registerOf(dataset, order, asOf)
      const last = lastDayInTime(order.deadline)
      const { state, days } = stateOfDay(last, asOf)
      const isRecent = last !== null && (state !== 'passed' || !isHistory(days))
      const isOpen = n === all.length - 1 || isRecent
      const overdue = isRecent
        ? register.rows.filter(({ status }) => status.state === 'overdue')
        : []
      const isOverdue = overdue.length > 0
      const units = (isOverdue ? overdue : isOpen ? register.rows : [])
        .filter(({ report, status }) => report === null && status.state !== 'exempt')
        .map(({ unit }) => unit)
      return { order, register, units, isOverdue, isPast: state === 'passed', last }
    })
    .filter(({ units }) => units.length > 0)
}

/** The issues on which units can make a statement, with those units, in the order of the index. */
export function issueOffers(
  dataset: Dataset,
  index: Index,
  { byIssue }: Ledger,
): { record: IssueRecord; units: string[] }[] {
  return index.issues
    .map((record) => ({
      record,
      units: unitsOfIssue(record.issue).filter(
        (unit) =>
          dataset.statements[record.id]?.[unit] === undefined &&
          // An issue that nobody was asked to rectify has no row, and may be answered.
          (byIssue.get(record.id) ?? []).every((row) => row.unit !== unit || row.open),
      ),
    }))
    .filter(({ units }) => units.length > 0)
}

interface OpennessOffer {
  readonly year: string
  readonly units: readonly string[]
  /** Those of them that have a ledger of the year. */
  readonly begun: readonly string[]
}

/** How many years of ledgers are offered at most, the newest ones. */
const maxOfferedYears = 5

/** How many years up to now are offered without a ledger of theirs. */
const recentYears = 3

/**
 * The years of which units fill in ledgers, the newest first: once a year has a ledger or the office
 * has opened one by its own file, those up to the year of a day. A ledger grows during its year, so
 * units with one are offered too.
 */
export function opennessOffers(dataset: Dataset, asOf: string): OpennessOffer[] {
  const { openness, opennessOffice, units } = dataset
  const known = [...Object.keys(openness), ...Object.keys(opennessOffice)]
    .filter(isYear)
    .map(Number)
  const current = Object.keys(units).filter((unit) => units[unit]?.became === undefined)
  if (known.length === 0 || current.length === 0) return []
  const now = Number(asOf.slice(0, 4))
  const recent = Array.from({ length: recentYears }, (_, n) => now - n)
  const years = [...known, ...recent.filter((year) => year >= Math.min(...known))]
  return [...new Set(years)]
    .sort((a, b) => b - a)
    .slice(0, maxOfferedYears)
    .map(String)
    .map((year) => ({ year, units: current, begun: Object.keys(openness[year] ?? {}) }))
}

/** Whether a site has a form with something to submit. */
export const hasForms = (dataset: Dataset, index: Index, asOf: string): boolean =>
  (index.orders.size > 0
    ? orderOffers(dataset, index, asOf).length > 0
    : Object.keys(dataset.selfInspections).some((period) => periodIdOf(period) !== null)) ||
  issueOffers(dataset, index, ledgerOf(dataset, index, asOf)).length > 0 ||
  opennessOffers(dataset, asOf).length > 0
