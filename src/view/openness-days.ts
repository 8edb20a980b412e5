/** The days of the openness ledgers as duties: for the page of deadlines, a unit's page and calendars. */
import { chineseDate, daysBetween } from '#model/calendar.ts'
import { compareText } from '#model/dataset.ts'
import { stateOfDay } from '#model/deadline.ts'
import { listSpan } from '#model/due-list.ts'
import type { DataAsOf, Model } from '#model/model.ts'
import { type OpennessDay, everyOpennessDay, opennessDaysOf } from '#model/openness-days.ts'
import { pendingState, registerGroups } from '#model/register.ts'
import * as at from './addresses.ts'
import { dailyState } from './daily-state.ts'
import type { DeadlineProps } from './deadline-lines.ts'
import type { DueRow } from './due-list.ts'
import { dueWords } from './deadline-words.ts'
import { unitLink } from './names.ts'
import { opennessTitle } from './openness-words.ts'
import { registerWords } from './register-words.ts'
import type { StateWords } from './state-words.ts'

/** 反馈意见采纳情况：公告 */
export function opennessDayTitle({ what, record, year }: OpennessDay): string {
  const title = record?.title ?? ''
  switch (what) {
    case 'closes':
      return `征求意见截止：${title}`
    case 'feedback':
      return `反馈意见采纳情况：${title}`
    case 'gazette':
      return `报送政府公报：${title}`
    case 'report':
      return `公布${year}年政府信息公开工作年度报告`
  }
}

export function opennessDayHref({ unit, year, what, record }: OpennessDay): string {
  const page = at.opennessUnitPage(year, unit)
  if (record === null) return page
  return what === 'gazette'
    ? `${page}#${at.policyAnchorName(record.id)}`
    : at.consultationAnchor(year, unit, record.id)
}

/** `not-yet`: the day has passed, and the unit says that it is not done. */
export type Listed = 'overdue' | 'not-yet' | 'not-recorded' | 'due'

/** Its place in the list of what is due and late; null for a day further ahead than the list reaches. */
function listedAs(model: Pick<Model, 'asOf'>, { found, day, what }: OpennessDay): Listed | null {
  if (found === 'overdue') return 'overdue'
  const { state, days } = stateOfDay(day, model.asOf)
  if (state === 'passed')
    return what === 'closes' ? null : found === 'not-yet' ? 'not-yet' : 'not-recorded'
  return days <= listSpan.within ? 'due' : null
}

/** What is recorded of a duty of the ledger; late only where the office looked after its day. */
export function opennessDayState(
  { asOf }: Pick<Model, 'asOf'>,
  { day, found, lookedOn }: OpennessDay,
): StateWords {
  if (found === 'overdue' && lookedOn !== null)
    return {
      label: `${chineseDate(lookedOn)}核查时未见，逾期${daysBetween(day, lookedOn)}天`,
      tone: 'alert',
    }
  if (found === 'not-yet' && day < asOf) return { label: listedWords['not-yet'], tone: 'due' }
  return registerWords(pendingState(day, asOf))
}

/** The same for a page, where the browser rewrites what changes from day to day. */
const dailyWords = (model: Model, day: OpennessDay): DeadlineProps['state'] => ({
  ...opennessDayState(model, day),
  ...(day.found === 'nothing' ? dailyState(model, day.day, 'duty') : {}),
})

const newestFirst = (a: OpennessDay, b: OpennessDay): number => compareText(b.day, a.day)

/** A line of a unit's duties. */
interface OpennessDutyLine extends Omit<DeadlineProps, 'who'> {
  readonly listed: Listed | null
}

/** Up to how many duties of the ledger the page of a unit has; its ledger has all of them. */
const maxLines = 4

const ranks: readonly (Listed | null)[] = ['overdue', 'not-yet', 'not-recorded', 'due', null]

const isPassed = (listed: Listed | null): boolean => listed !== 'due' && listed !== null

/** The duties of a unit from its ledgers, by day. */
const dutiesOf = (model: Model, unit: string) =>
  opennessDaysOf(model, unit)
    .filter(({ what }) => what !== 'closes')
    .map((day) => ({ day, listed: listedAs(model, day) }))

/**
 * The duties of a unit from its ledgers, and how many more there are: those that the office looked for
 * and did not find, those that have passed and are not done or not recorded, each the newest first, then
 * those ahead.
 */
export function opennessDutyLines(
  model: Model,
  unit: string,
): { readonly lines: readonly OpennessDutyLine[]; readonly more: number } {
  const duties = dutiesOf(model, unit)
  const ordered = ranks.flatMap((rank) => {
    const own = duties.filter(({ listed }) => listed === rank)
    return isPassed(rank) ? own.toSorted((a, b) => newestFirst(a.day, b.day)) : own
  })
  return {
    lines: ordered.slice(0, maxLines).map(({ day, listed }) => ({
      what: opennessDayTitle(day),
      href: opennessDayHref(day),
      printed: printedDay(day),
      due: day.day,
      left: leftWords(model, day),
      ...dailyState(model, day.day, 'left'),
      state: dailyWords(model, day),
      listed,
    })),
    more: Math.max(0, ordered.length - maxLines),
  }
}

const printedDay = ({ day }: OpennessDay): string => `${chineseDate(day)}前`

/**
 * The duties of a unit from its ledgers that are ahead, all of them, the nearest first, each as a
 * sentence; without a count of days where the site is not pinned to a day, since no script updates it.
 * Of those that are due soon, the first few are listed; the others may be counted.
 */
export const opennessDutiesAhead = (
  model: Model,
  unit: string,
): { readonly last: string; readonly isListed: boolean; readonly sentence: string }[] =>
  dutiesOf(model, unit)
    .filter(({ listed }) => !isPassed(listed))
    .map(({ day, listed }, n) => {
      const { label } = model.pinned ? opennessDayState(model, day) : registerGroups.pending
      return {
        last: day.day,
        isListed: listed === 'due' && n < maxLines,
        sentence: `应于${printedDay(day)}${opennessDayTitle(day)}：${label}`,
      }
    })

/** How many duties of its ledgers a unit has that are late, not done or not recorded; null if none. */
export function opennessDutyWords(model: Model, unit: string): string | null {
  const { overdue, others } = opennessPassedWords(model, opennessDaysOf(model, unit))
  const parts = [
    overdue === null ? [] : `期限过后${overdue}`,
    others === null ? [] : `期限已过、${others}`,
  ].flat()
  return parts.length === 0 ? null : `政务公开台账：${parts.join('，')}`
}

/**
 * How many of some days have passed: those that a look did not find, and those that are not done or not
 * recorded; each null if none.
 */
export function opennessPassedWords(
  model: Pick<Model, 'asOf'>,
  days: readonly OpennessDay[],
): { readonly overdue: string | null; readonly others: string | null } {
  const listed = days.map((day) => listedAs(model, day))
  const count = (state: Listed): number => listed.filter((one) => one === state).length
  const [overdue, open, unknown] = [count('overdue'), count('not-yet'), count('not-recorded')]
  const others = [
    ...(open === 0 ? [] : [`单位说明尚未完成${open}项`]),
    ...(unknown === 0 ? [] : [`本站未收录${unknown}项`]),
  ]
  return {
    overdue: overdue === 0 ? null : `核查时未见${overdue}项`,
    others: others.length === 0 ? null : others.join('，'),
  }
}

function leftWords(model: Model, { day }: OpennessDay): string {
  const { state, days } = stateOfDay(day, model.asOf)
  return dueWords(state, days, day).left
}

/** Up to how many rows of one kind the page of deadlines has. */
const maxRows = 20

/** A day of a ledger in the list of what is late, not recorded and ahead. */
export interface ListedOpennessDay {
  readonly day: OpennessDay
  readonly listed: Listed
}

/** The days of all ledgers that the page of deadlines lists, by day. */
export const listedOpennessDays = (model: DataAsOf): ListedOpennessDay[] =>
  everyOpennessDay(model).flatMap((day): ListedOpennessDay[] => {
    const listed = day.day >= model.asOf ? 'due' : listedAs(model, day)
    return listed === null ? [] : [{ day, listed }]
  })

/** What the states of the list are called. */
export const listedWords: Readonly<Record<Listed, string>> = {
  overdue: '期限过后核查时未见',
  'not-yet': '期限已过，单位说明尚未完成',
  'not-recorded': '期限已过，本站未收录',
  due: '还没有到期',
}

/**
 * The days of all ledgers for the page of deadlines: a row for each document or consultation, one for
 * the annual reports of all units with the same day and state. Null without any.
 */
export function opennessDueView(model: Model) {
  const all = listedOpennessDays(model)
  if (all.length === 0) return null
  const groups = (['overdue', 'not-yet', 'not-recorded', 'due'] as const).map((listed) => {
    const own = all.filter((one) => one.listed === listed).map(({ day }) => day)
    const rows = [
      ...Map.groupBy(listed === 'due' ? own : own.toSorted(newestFirst), (day) =>
        rowKey(model, day),
      ).values(),
    ].map((days) => rowOf(model, days))
    return { listed, count: own.length, rows }
  })
  const counts = groups.flatMap(({ listed, count }) =>
    count === 0 ? [] : [`${listedWords[listed]}的${count}项`],
  )
  const isCut = groups.some(({ rows }) => rows.length > maxRows)
  return {
    lead: `按单位和事项计：${counts.join('，')}。征求意见截止是给公众的日期，不是单位的期限。`,
    rows: groups.flatMap(({ listed, rows }) =>
      rows
        .slice(0, maxRows)
        .map((row, n) => (listed === 'due' && n === 0 ? { id: dueAnchor, ...row } : row)),
    ),
    /** The link to what is not yet due, where other rows stand above it. */
    contents: groups.flatMap(({ listed, count }) =>
      listed === 'due' && count > 0 && count < all.length
        ? [{ label: `${listedWords.due}的${count}项`, href: `#${dueAnchor}` }]
        : [],
    ),
    note: `${isCut ? `每种情况最多列${maxRows}行，其余见各年的台账。` : ''}只有办公室在期限之后核查过，才写“核查时未见”；本站未收录不等于没有完成。天数按指标目录计算。`,
    years: [...new Set(all.map(({ day }) => day.year))]
      .sort()
      .reverse()
      .map((year) => ({ label: opennessTitle(year), href: at.opennessPage(year) })),
  }
}

const dueAnchor = 'ledger-due'

const rowKey = (model: Model, day: OpennessDay): string =>
  day.record === null
    ? `${day.year} ${day.day} ${opennessDayState(model, day).label}`
    : `${day.what} ${day.unit} ${day.record.id}`

function rowOf(model: Model, days: readonly OpennessDay[]): DueRow {
  const [day] = days
  if (day === undefined) throw new RangeError('a row without days')
  return {
    what: {
      label: opennessDayTitle(day),
      href: day.record === null ? at.opennessPage(day.year) : opennessDayHref(day),
    },
    who: days.map(({ unit }) => unitLink(model, unit)),
    last: chineseDate(day.day),
    state: dailyWords(model, day),
  }
}
