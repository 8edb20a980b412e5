import { chineseDate } from '#model/calendar.ts'
import { compareText } from '#model/dataset.ts'
import { stateOfDay } from '#model/deadline.ts'
import type { Model } from '#model/model.ts'
import { type DutyFilter, openDuties, type OpenDuty, type OpenUnit } from '#model/open-duties.ts'
import { type OpennessDay, opennessDaysWithin } from '#model/openness-days.ts'
import { deadlineText } from '#model/reference.ts'
import type { Reminder } from './reminders.ts'
import { deadlineTitle } from '#view/deadline-lines.ts'
import { opennessDayState, opennessDayTitle } from '#view/openness-days.ts'
import { unitName } from '#view/names.ts'
import { deliverableWords, dueWords, extensionWords } from '#view/deadline-words.ts'
import { opennessTitle } from '#view/openness-words.ts'
import { registerWords } from '#view/register-words.ts'

/**
 * The open duties of a span and the days of the ledgers in it, as reminders in the words of the pages,
 * the earliest first. Annual reports with one day are one reminder.
 */
export function remindersIn(model: Model, filter: DutyFilter): Reminder[] {
  const { dataset, index, asOf } = model
  const duties = openDuties(dataset, index, asOf, filter).map((duty) => dutyReminder(model, duty))
  const days = Map.groupBy(opennessDaysWithin(model, filter), ({ year, what, day, unit, record }) =>
    JSON.stringify(record === null ? [year, what, day] : [year, what, unit, record.id]),
  )
  return [...duties, ...[...days.values()].map((some) => opennessReminder(model, some))].sort(
    (a, b) => compareText(a.last, b.last),
  )
}

function opennessReminder(model: Model, days: readonly OpennessDay[]): Reminder {
  const [first] = days
  if (first === undefined) throw new RangeError('a reminder without days')
  const { year, what, day, record, unit } = first
  const { state, days: distance } = stateOfDay(day, model.asOf)
  const { left } = dueWords(state, distance, day)
  return {
    inspection: null,
    deadline: null,
    id: ['openness', year, ...(record === null ? [] : [unit, record.id]), what, day].join('.'),
    ledger: { year, what, record: record?.id ?? null },
    what: opennessDayTitle(first),
    printed: `${chineseDate(day)}${what === 'closes' ? '截止' : '前'}`,
    last: day,
    left,
    days: state === 'passed' ? -distance : distance,
    deliverable: null,
    to: null,
    source: opennessTitle(year),
    who: '',
    partial: false,
    units: days.map((one) => ({
      id: one.unit,
      name: unitName(model, one.unit),
      state: state === 'passed' ? opennessDayState(model, one).label : left,
      overdue: one.found === 'overdue',
    })),
  }
}

/** Converts an open duty to a reminder. */
function dutyReminder(
  model: Model,
  { record, last, extended, state, days, units }: OpenDuty,
): Reminder {
  const { deadline, inspection, id } = record
  const { left } = dueWords(state, days, last)
  const words = ({ overdue }: OpenUnit): string =>
    overdue !== null
      ? registerWords(overdue).label
      : state === 'passed'
        ? registerWords({ state: 'not-recorded' }).label
        : left
  return {
    inspection: inspection.id,
    deadline: id,
    id: [inspection.id, id, last].join('.'),
    ledger: null,
    what: deadlineTitle(record),
    printed: `${deadlineText(deadline)}${extended ? `，${extensionWords(last)}` : ''}`,
    last,
    left,
    days: state === 'passed' ? -days : days,
    deliverable: deadline.deliverable === undefined ? null : deliverableWords[deadline.deliverable],
    to: deadline.to ?? null,
    source: inspection.period.label,
    who: deadline.who_stated ?? (deadline.who === 'all-units' ? '全部单位' : '文件未写明'),
    partial: deadline.who === 'all-units' && model.dataset.roster === 'partial',
    units: units.map((unit) => ({
      id: unit.id,
      name: unitName(model, unit.id),
      state: words(unit),
      overdue: unit.overdue !== null,
    })),
  }
}
