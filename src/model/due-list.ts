import { compareText, type Dataset, type DeadlineRecord, type Index } from './dataset.ts'
import { type DutyFilter, openDuties, type OpenUnit } from './open-duties.ts'

/** The list of a site reaches a week ahead, and a year back: older duties are history. */
export const listSpan = { within: 7, past: 365 } as const satisfies DutyFilter

/** A duty that some units have not fulfilled as far as is recorded, with the units. */
export interface DueItem {
  readonly record: DeadlineRecord
  /** The last day in time for these units. */
  readonly last: string
  /**
   * `overdue`: the office looked after the last day and found nothing. `not-recorded`: the last day has
   * passed, and nothing is recorded here. `due`: the last day is ahead.
   */
  readonly state: 'overdue' | 'not-recorded' | 'due'
  /** In the order of the document; empty for a duty ahead whose document names no unit of the roster. */
  readonly units: readonly OpenUnit[]
}

/** Whether the data of a site can record that a unit has fulfilled the duty. */
const isRecordable = ({ deadline: { what, period } }: DeadlineRecord): boolean =>
  what === 'rectification-report' || (what === 'self-inspection' && period !== undefined)

/** Of several orders for the self-inspections of a period, only the latest decides. */
export const decides = ({ orders }: Index, record: DeadlineRecord): boolean => {
  const { what, period } = record.deadline
  return what !== 'self-inspection' || period === undefined || orders.get(period.id) === record
}

const order: Readonly<Record<DueItem['state'], number>> = { overdue: 0, 'not-recorded': 1, due: 2 }

/**
 * What is due soon, and what has passed without being recorded: overdue duties first, then those that
 * nobody has looked at, each the newest first; then those ahead, the nearest first. A duty of which no fulfilment
 * can be recorded is left out once its day has passed.
 */
export function dueList(
  dataset: Dataset,
  index: Index,
  asOf: string,
  span: DutyFilter = listSpan,
): DueItem[] {
  const items = openDuties(dataset, index, asOf, span).flatMap(
    ({ record, last, state, units }): DueItem[] => {
      if (!decides(index, record)) return []
      if (state !== 'passed') return [{ record, last, state: 'due', units }]
      if (!isRecordable(record)) return []
      const late = units.filter(({ overdue }) => overdue !== null)
      const unknown = units.filter(({ overdue }) => overdue === null)
      return [
        { record, last, state: 'overdue', units: late } as const,
        { record, last, state: 'not-recorded', units: unknown } as const,
      ].filter((item) => item.units.length > 0)
    },
  )
  const byDay = ({ state }: DueItem, a: string, b: string): number =>
    state === 'due' ? compareText(a, b) : compareText(b, a)
  return items.sort((a, b) => order[a.state] - order[b.state] || byDay(a, a.last, b.last))
}
