import { compareText, type DeadlineRecord } from '#domain/dataset.ts'
import { dueState, lastDayInTime, unitsOwing } from '#domain/deadline.ts'
import { dueDay } from '#domain/due-day.ts'
import { groupOf, pendingState, registerGroups, type RegisterState } from '#domain/register.ts'
import { deadlineText } from '#domain/reference.ts'
import type { UnitRecord } from '#domain/unit-record.ts'
import type { Deadline } from '#schema/deadline.ts'
import * as at from './addresses.ts'
import { siteData } from './data.ts'
import { type Follows, follows } from './following.ts'
import { ledger } from './ledger.ts'
import { type Link, unitLink } from './names.ts'
import { sourceOf } from './sources.ts'
import {
  countingWords,
  deliverableWords,
  dueWords,
  registerWords,
  reportWords,
  type StateWords,
} from './words.ts'

export interface DeadlineProps {
  what: string
  href: string
  printed: string
  due?: string
  counting?: string
  left: string
  follows?: Follows
  who: string | Link | Link[]
  deliverable?: string
  to?: string
  state: StateWords & { follows?: Follows }
  source?: { quote: string; document: string; href: string }
}

/** What a deadline line shows on the as-of day. */
export function deadlineLine(record: DeadlineRecord): DeadlineProps {
  const { dataset, asOf } = siteData()
  const { deadline, inspection, id } = record
  const { state, days } = dueState(deadline, asOf)
  const words = dueWords(state, days)
  const counting = countingWords(deadline)
  const source = sourceOf(inspection, `deadlines.${id}`)
  const day = dueDay(deadline)
  return {
    what: deadlineTitle(record),
    href: deadlineHref(record),
    printed: deadlineText(deadline),
    ...(day === null ? {} : { due: day }),
    ...(counting === undefined ? {} : { counting }),
    left: words.left,
    ...follows(deadline, 'left'),
    who: owingWords(deadline, unitsOwing(dataset, record)),
    ...(deadline.deliverable === undefined
      ? {}
      : { deliverable: deliverableWords[deadline.deliverable] }),
    ...(deadline.to === undefined ? {} : { to: deadline.to }),
    state: { ...words.state, ...follows(deadline, 'deadline') },
    ...(source === undefined ? {} : { source }),
  }
}

/** As many names as a line takes in. An appendix is resolved whatever its length: nobody has to look. */
const mostNames = 5

function owingWords({ who, who_stated: stated }: Deadline, units: readonly string[]) {
  if (units.length === 0) return stated ?? '文件未写明'
  if (who === 'all-units') return stated ?? '全部单位'
  if (stated !== undefined && Array.isArray(who) && units.length > mostNames)
    return `${stated}（${units.length}个单位）`
  return units.map(unitLink)
}

/** "主动公开自查整改情况（2024年第二季度）" */
export const deadlineTitle = ({ deadline }: DeadlineRecord): string =>
  deadline.period === undefined ? deadline.title : `${deadline.title}（${deadline.period.label}）`

/**
 * What is recorded of a unit's report on the findings that a duty is about; null while that is
 * nothing, or not of all of them.
 */
function reportedWords(record: DeadlineRecord, unit: UnitRecord): StateWords | null {
  const reports = (ledger().byUnit.get(unit.id) ?? [])
    .filter(({ duty }) => duty === record)
    .map(({ report }) => report)
  const days = reports.flatMap((report) => (report.state === 'reported' ? [report] : []))
  const last = days.toSorted((a, b) => compareText(a.on, b.on)).at(-1)
  if (last === undefined || days.length < reports.length) {
    const [said] = reports.filter(({ state }) => state === 'said')
    return said === undefined || reports.length > 1
      ? null
      : { label: reportWords(said), tone: 'neutral' }
  }
  return { label: reportWords(last), tone: (last.late ?? 0) > 0 ? 'due' : 'done' }
}

/** Where a duty of one unit stands; past the date, only what is recorded here is said. */
export function dutyWords(record: DeadlineRecord, unit: UnitRecord): DeadlineProps['state'] {
  const { deadline } = record
  const row = unit.registers.find(({ register }) => register.order === record)?.row
  if (row !== undefined) return registerState(record, row.status)
  const reported = reportedWords(record, unit)
  if (reported !== null) return reported
  const { asOf } = siteData()
  const { state } = dueState(deadline, asOf)
  return state === 'standing'
    ? dueWords(state, 0).state
    : registerState(record, pendingState(lastDayInTime(deadline), asOf))
}

/** The same for a sentence, which no script brings to another day. */
export function lastingDutyWords(record: DeadlineRecord, unit: UnitRecord): string {
  const { label, follows: turns } = dutyWords(record, unit)
  return turns === undefined ? label : registerGroups.pending.label
}

/** The state of a unit in a register, as a chip shows it. */
export const registerState = (
  { deadline }: DeadlineRecord,
  status: RegisterState,
): DeadlineProps['state'] => ({
  ...registerWords(status),
  ...(groupOf(status) === 'pending' ? follows(deadline, 'duty') : {}),
})

const deadlineHref = ({ deadline, inspection, id }: DeadlineRecord): string =>
  deadline.what === 'self-inspection' && deadline.period !== undefined
    ? at.registerPage(deadline.period.id)
    : at.deadlineAnchor(inspection.id, id)
