/**
 * The duties of a unit: for its page, the summary of its page and the home page. Each duty that the list
 * of what is due and late names for the unit is among them, so that no page leaves out what another says.
 */
import { presentDuties } from '#model/deadline-board.ts'
import { compareText, type DeadlineRecord } from '#model/dataset.ts'
import { decides, type DueItem } from '#model/due-list.ts'
import { lastDayFor } from '#model/ledger.ts'
import { Memoized } from '#model/memoized.ts'
import type { Model } from '#model/model.ts'
import { isExempt } from '#model/open-duties.ts'
import type { UnitRecord } from '#model/unit-record.ts'
import { deadlineLine, type DeadlineProps, dutyWords } from './deadline-lines.ts'
import { dueItems } from './due-list.ts'
import { ledger } from './ledger.ts'
import { type Listed, opennessDutyLines } from './openness-days.ts'

type ListedState = DueItem['state']

/** A current duty of a unit. */
interface UnitDuty {
  readonly record: DeadlineRecord
  /** Its state in the list of what is due and late; null for a duty that the list does not name. */
  readonly listed: ListedState | null
}

const listedByUnit = new Memoized<ReadonlyMap<string, ReadonlyMap<DeadlineRecord, ListedState>>>()

/** What the list of what is due and late names, by unit. */
function listedOf(model: Model, unit: string): ReadonlyMap<DeadlineRecord, ListedState> {
  const all = listedByUnit.of(
    model.dataset,
    () => {
      const byUnit = new Map<string, Map<DeadlineRecord, ListedState>>()
      for (const { record, state, units } of dueItems(model))
        for (const { id } of units) {
          const own = byUnit.get(id) ?? new Map<DeadlineRecord, ListedState>()
          byUnit.set(id, own.set(record, state))
        }
      return byUnit
    },
    model.asOf,
  )
  return all.get(unit) ?? new Map<DeadlineRecord, ListedState>()
}

/**
 * The current duties of a unit: overdue ones first, then those whose day has passed without a record,
 * then those ahead, the nearest first, then all others of the newest document.
 */
export function unitDuties(model: Model, { id, duties }: UnitRecord): readonly UnitDuty[] {
  const listed = listedOf(model, id)
  return presentDuties(
    duties.filter(
      (duty) =>
        // A duty that the unit is exempt from is shown in the register, with the reason.
        !isExempt(model.dataset, duty.deadline, id) && decides(model.index, duty),
    ),
    model.asOf,
    {
      lastDay: (duty) => lastDayFor(ledger(model), duty, id),
      missing: (duty) => {
        const state = listed.get(duty)
        return state === undefined || state === 'due' ? null : state
      },
    },
  ).map((record) => ({ record, listed: listed.get(record) ?? null }))
}

/** What is ahead, the nearest first; then what has passed or has no day, as it is. */
export function aheadFirst<Duty extends { readonly last: string | null }>(
  duties: readonly Duty[],
  asOf: string,
): Duty[] {
  const isAhead = ({ last }: Duty): boolean => last !== null && last >= asOf
  return [
    ...duties.filter(isAhead).sort((a, b) => compareText(a.last ?? '', b.last ?? '')),
    ...duties.filter((duty) => !isAhead(duty)),
  ]
}

const ranks: readonly (Listed | null)[] = ['overdue', 'not-yet', 'not-recorded']

/**
 * The current duties of a unit with their states for it, those of its ledgers among them: what is
 * overdue first, then what has passed and is not done or not recorded, then what is ahead, the nearest first;
 * duties without a day are last. One that has passed leads to its register, which quotes the order: the page of
 * a unit has to stay small.
 */
export function dutyLines(
  model: Model,
  record: UnitRecord,
): readonly (Omit<DeadlineProps, 'who'> & { readonly listed: Listed | null })[] {
  const { id } = record
  const ordered = unitDuties(model, record).map(({ record: duty, listed }) => {
    // The page is about the unit, so the lines need not name it.
    const { who: _unit, ...line } = deadlineLine(model, duty, id)
    const { source: _source, ...short } = line
    const state = dutyWords(model, duty, id)
    const isPassed = listed === 'overdue' || listed === 'not-recorded'
    return {
      last: lastDayFor(ledger(model), duty, id),
      line: isPassed ? { ...short, state, listed } : { ...line, state, listed },
    }
  })
  const ofLedger = opennessDutyLines(model, id).lines.map((line) => ({
    last: line.due ?? null,
    line,
  }))
  const all = [...ordered, ...ofLedger]
  return [
    ...ranks.flatMap((rank) => all.filter(({ line }) => line.listed === rank)),
    ...aheadFirst(
      all.filter(({ line }) => !ranks.includes(line.listed)),
      model.asOf,
    ),
  ].map(({ line }) => line)
}
