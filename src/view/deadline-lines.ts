import type { Model } from '#model/model.ts'
import { compareText, type DeadlineRecord } from '#model/dataset.ts'
import { lastDayInTime, stateOfDay, unitsOwing } from '#model/deadline.ts'
import { dueDay } from '#model/due-day.ts'
import { hasReported, lastDayFor } from '#model/ledger.ts'
import {
  groupOf,
  pendingState,
  registerGroups,
  registerOf,
  type RegisterState,
} from '#model/register.ts'
import { deadlineText } from '#model/reference.ts'
import type { Deadline } from '#schema/deadline.ts'
import * as at from './addresses.ts'
import { type DailyState, dailyState } from './daily-state.ts'
import { ledger, stateOf } from './ledger.ts'
import { areaName, type Link, unitLink, unitName } from './names.ts'
import { sourceOf } from './sources.ts'
import { formFor } from './submit.ts'
import { countingWords, deliverableWords, dueWords, extensionWords } from './deadline-words.ts'
import { reportWords } from './issue-words.ts'
import { registerWords } from './register-words.ts'
import type { StateWords } from './state-words.ts'

export interface DeadlineProps {
  what: string
  href: string
  printed: string
  due?: string
  counting?: string
  left: string
  daily?: DailyState
  who: string | Link | Link[]
  whoStated?: string
  areas?: string
  deliverable?: string
  to?: string
  state: StateWords & { daily?: DailyState }
  source?: { quote: string; document: string; href: string }
  /** Address of the online form, while a unit may still submit. */
  form?: string
}

/** A deadline on the as-of day; with a unit, its state for that unit. */
export function deadlineLine(model: Model, record: DeadlineRecord, unit?: string): DeadlineProps {
  const { dataset, asOf } = model
  const { deadline, inspection, id } = record
  const last =
    unit === undefined ? lastDayInTime(deadline) : lastDayFor(ledger(model), record, unit)
  const { state, days } = stateOfDay(last, asOf)
  const words = dueWords(state, days, last)
  const counting = [
    countingWords(deadline),
    last === lastDayInTime(deadline) ? undefined : extensionWords(last),
  ].filter((part) => part !== undefined)
  const source = sourceOf(model, inspection, `deadlines.${id}`)
  const day = dueDay(deadline)
  const form =
    deadline.what === 'self-inspection' && deadline.period !== undefined
      ? formFor(model, 'self-inspection', deadline.period.id, unit)
      : null
  const who =
    unit === undefined
      ? owingWords(model, deadline, unitsOwing(dataset, record))
      : unitName(model, unit)
  return {
    what: deadlineTitle(record),
    href: deadlineHref(record),
    printed: deadlineText(deadline),
    ...(day === null ? {} : { due: day }),
    ...(counting.length === 0 ? {} : { counting: counting.join('；') }),
    left: words.left,
    ...dailyState(model, last, 'left'),
    who,
    ...(deadline.who_stated === undefined || unit !== undefined || typeof who === 'string'
      ? {}
      : { whoStated: deadline.who_stated }),
    // Left out on the page of a unit, which has to stay small: its quoted sentence names the areas.
    ...(deadline.areas === undefined || unit !== undefined
      ? {}
      : { areas: deadline.areas.map((id) => areaName(model, id)).join('、') }),
    ...(deadline.deliverable === undefined
      ? {}
      : { deliverable: deliverableWords[deadline.deliverable] }),
    ...(deadline.to === undefined ? {} : { to: deadline.to }),
    state: { ...words.state, ...dailyState(model, last, 'deadline') },
    ...(source === undefined ? {} : { source }),
    ...(form === null ? {} : { form }),
  }
}

/**
 * How many units a line names. A longer list of units is replaced by the document's words and a
 * count.
 */
const maxNames = 5

function owingWords(model: Model, { who, who_stated: stated }: Deadline, units: readonly string[]) {
  if (units.length === 0) return stated ?? '文件未写明'
  if (who === 'all-units') return stated ?? '全部单位'
  if (stated !== undefined && Array.isArray(who) && units.length > maxNames)
    return `${stated}（${units.length}个单位）`
  return units.map((id) => unitLink(model, id))
}

/** "主动公开自查整改情况（2024年第二季度）" */
export const deadlineTitle = ({ deadline }: DeadlineRecord): string =>
  deadline.period === undefined ? deadline.title : `${deadline.title}（${deadline.period.label}）`

/**
 * What is recorded of a unit's report on the findings that a duty covers; null when nothing is
 * recorded, or only for some of the findings.
 */
function reportedWords(model: Model, record: DeadlineRecord, unit: string): StateWords | null {
  const rows = (ledger(model).byUnit.get(unit) ?? []).filter(({ duty }) => duty === record)
  const [first] = rows
  const [answered] = rows.flatMap(({ report }) => (report.state === 'said' ? [report] : []))
  const isAnswered = rows.length === 1 && answered !== undefined
  if (first === undefined || (!isAnswered && !hasReported(ledger(model), record, unit))) return null
  const dated = rows.flatMap(({ report }) => (report.state === 'reported' ? [report] : []))
  const last = dated.toSorted((a, b) => compareText(a.on, b.on)).at(-1)
  if (last !== undefined)
    return { label: reportWords(last), tone: (last.late ?? 0) > 0 ? 'due' : 'done' }
  return answered === undefined
    ? stateOf(model, first)
    : { label: reportWords(answered), tone: 'neutral' }
}

/** The state of a unit's duty. After the deadline it states only what is recorded here. */
export function dutyWords(
  model: Model,
  record: DeadlineRecord,
  unit: string,
): DeadlineProps['state'] {
  const { dataset, asOf } = model
  const { what, period } = record.deadline
  if (what === 'self-inspection' && period !== undefined) {
    const row = registerOf(dataset, record, asOf).rows.find((one) => one.unit === unit)
    if (row !== undefined) return registerState(model, record, row.status)
  }
  const reported = reportedWords(model, record, unit)
  if (reported !== null) return reported
  const last = lastDayFor(ledger(model), record, unit)
  return last === null
    ? dueWords('standing', 0, null).state
    : { ...registerWords(pendingState(last, asOf)), ...dailyState(model, last, 'duty') }
}

/** The state of a unit's duty for a sentence, which scripts do not update from day to day. */
export function lastingDutyWords(model: Model, record: DeadlineRecord, unit: string): string {
  const { label, daily } = dutyWords(model, record, unit)
  return daily === undefined ? label : registerGroups.pending.label
}

/** The state of a unit in a register, as a chip shows it. */
export const registerState = (
  model: Model,
  { deadline }: DeadlineRecord,
  status: RegisterState,
): DeadlineProps['state'] => ({
  ...registerWords(status),
  ...(groupOf(status) === 'pending' ? dailyState(model, lastDayInTime(deadline), 'duty') : {}),
})

/** The register of a self-inspection, or the place of the duty among all deadlines. */
export const deadlineHref = ({ deadline, inspection, id }: DeadlineRecord): string =>
  deadline.what === 'self-inspection' && deadline.period !== undefined
    ? at.registerPage(deadline.period.id)
    : at.deadlineAnchor(inspection.id, id)
