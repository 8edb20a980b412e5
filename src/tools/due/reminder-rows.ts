import type { Model } from '#model/model.ts'
import type { OpenDuty, OpenUnit } from '#model/open-duties.ts'
import { deadlineText } from '#model/reference.ts'
import type { Reminder } from './reminders.ts'
import { deadlineTitle } from '#view/deadline-lines.ts'
import { unitName } from '#view/names.ts'
import { deliverableWords, dueWords, extensionWords } from '#view/deadline-words.ts'
import { registerWords } from '#view/register-words.ts'

/** Converts an open duty to a reminder, in the words of the pages. */
export function reminder(
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
    id,
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
