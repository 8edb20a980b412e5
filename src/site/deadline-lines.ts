import { chineseDate } from '#domain/calendar.ts'
import { type DeadlineRecord, unitsOfIssue } from '#domain/dataset.ts'
import { dueState, lastDayInTime, unitsOwing } from '#domain/deadline.ts'
import { dueDay } from '#domain/due-day.ts'
import { groupOf, pendingState, type RegisterState } from '#domain/register.ts'
import { deadlineText } from '#domain/reference.ts'
import type { UnitRecord } from '#domain/unit-record.ts'
import type { Deadline } from '#schema/deadline.ts'
import * as at from './addresses.ts'
import { siteData } from './data.ts'
import { type Follows, follows } from './following.ts'
import { type Link, unitLink } from './names.ts'
import { sourceOf } from './sources.ts'
import {
  countingWords,
  deliverableWords,
  dueWords,
  registerWords,
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
 * The day on which the unit reported on the findings that count in the rate, when the duty is such a
 * report and the data records that it did for each of them.
 */
function reportedOn(
  { deadline, inspection }: DeadlineRecord,
  unit: UnitRecord,
  asOf: string,
): string | null {
  if (deadline.what !== 'rectification-report') return null
  const days = unit.issues
    .filter((record) => record.inspection.id === inspection.id)
    .filter(({ issue }) => issue.counts_in_rate === true && unitsOfIssue(issue).length === 1)
    .map(({ issue }) => issue.rectification?.find(({ step }) => step === 'reported')?.on ?? null)
  const known = days.filter((day) => day !== null)
  return known.length > 0 && known.length === days.length && known.every((day) => day <= asOf)
    ? (known.sort().at(-1) ?? null)
    : null
}

/** Where a duty of one unit stands; past the date, only what is recorded here is said. */
export function dutyWords(record: DeadlineRecord, unit: UnitRecord): DeadlineProps['state'] {
  const { deadline } = record
  const row = unit.registers.find(({ register }) => register.order === record)?.row
  if (row !== undefined) return registerState(record, row.status)
  const { asOf } = siteData()
  const reported = reportedOn(record, unit, asOf)
  if (reported !== null) return { label: `${chineseDate(reported)}已报送`, tone: 'done' }
  const { state } = dueState(deadline, asOf)
  return state === 'standing'
    ? dueWords(state, 0).state
    : registerState(record, pendingState(lastDayInTime(deadline), asOf))
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
