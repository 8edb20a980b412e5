import { jsonText } from '#model/json-text.ts'
import { chineseDate } from '#model/calendar.ts'
import { oneLine } from '#model/one-line.ts'
import type { OpennessDay } from '#model/openness-days.ts'
import { csvText } from '#export/tables/csv.ts'

/** An open deadline, or a day of a ledger, in words. */
export interface Reminder {
  /** The id of the inspection; null for a day of a ledger. */
  readonly inspection: string | null
  /** The id of the deadline in its inspection; null for a day of a ledger. */
  readonly deadline: string | null
  /**
   * Of this reminder alone: where it comes from, and its last day. The same on every day and for every
   * span.
   */
  readonly id: string
  /** What a day of a ledger is about; null for the deadline of an inspection. */
  readonly ledger:
    | (Pick<OpennessDay, 'year' | 'what'> & {
        /** The id of the document or consultation; null for annual reports. */
        readonly record: string | null
      })
    | null
  readonly what: string
  /** As the document prints it. */
  readonly printed: string
  /** The last day in time. */
  readonly last: string
  /** 还有5天 */
  readonly left: string
  /** Negative once it has passed. */
  readonly days: number
  readonly deliverable: string | null
  readonly to: string | null
  /** 2024年第一季度, 2024年政务公开台账 */
  readonly source: string
  /** The addressees in the document's words: 全市各级各部门, 文件未写明. */
  readonly who: string
  /** Whether the roster has only some of the addressees. */
  readonly partial: boolean
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly state: string
    readonly overdue: boolean
  }[]
}

interface ReminderRequest {
  readonly asOf: string
  readonly within: number
  readonly past: number
}

/** Text for an email or a chat group. */
export function remindersText(reminders: readonly Reminder[], request: ReminderRequest): string {
  const { asOf, within, past } = request
  const span = past > 0 ? `${within}天内到期和${past}天内已过期限` : `${within}天内到期`
  const head = `截至${chineseDate(asOf)}，${span}`
  if (reminders.length === 0) return `${head}的事项：没有，或者本站都已收录到完成情况。\n`
  const blocks = reminders.map(
    (reminder, n) => `${n + 1}. ${lines(reminder).map(oneLine).join('\n')}\n`,
  )
  const forPublic = reminders.filter(isForPublic).length
  const duties = reminders.length - forPublic
  return [
    `【期限提醒】${[
      ...(duties === 0 ? [] : [`${head}、本站还没有收录到完成情况的事项共${duties}项`]),
      ...(forPublic === 0
        ? []
        : [
            `${duties === 0 ? `截至${chineseDate(asOf)}，${within}天内到期的` : ''}征求意见截止${forPublic}项`,
          ]),
    ].join('，')}。\n`,
    ...blocks,
    `${reminders.some(isForPublic) ? '征求意见截止是给公众的日期，不是单位的期限。' : ''}本站未收录不等于没有完成；已经完成的请忽略。\n`,
  ].join('\n')
}

/** The last day for opinions is a day for the public, and no duty of the unit. */
const isForPublic = ({ ledger }: Reminder): boolean => ledger?.what === 'closes'

function lines(reminder: Reminder): string[] {
  const { what, printed, left, deliverable, to, source, units, who, partial, ledger } = reminder
  const named = units.filter(({ overdue }) => !overdue)
  const overdue = units.filter((unit) => unit.overdue)
  const withState = ({ name, state }: Reminder['units'][number]): string => `${name}（${state}）`
  const subject = isForPublic(reminder) ? '征求意见的单位' : '责任单位'
  // Of one document or consultation, the unit may have said that it is not done.
  const isStated = ledger?.record != null && reminder.days < 0
  return [
    what,
    `期限：${printed}（${left}）`,
    ...(deliverable === null ? [] : [`形式：${deliverable}`]),
    ...(to === null ? [] : [`报送对象：${to}`]),
    ...(units.length === 0 ? [`${subject}：${who}`] : []),
    ...(named.length === 0
      ? []
      : [
          `${subject}${partial ? `（${who}中本站收录的）` : ''}：${listOf(named.map((unit) => (isStated ? withState(unit) : unit.name)))}`,
        ]),
    ...(overdue.length === 0
      ? []
      : [
          `${ledger === null ? '主管机关核查时未公开' : '办公室在期限之后核查过的'}：${listOf(overdue.map(withState))}`,
        ]),
    `依据：${source}${ledger === null ? '通报' : ''}`,
  ]
}

const listOf = (names: readonly string[]): string =>
  names.length > 5 ? `${names.join('、')}（共${names.length}个）` : names.join('、')

/** One row for each unit and deadline. */
export function remindersCsv(reminders: readonly Reminder[]): string {
  const head = [
    '最后一天',
    '还有天数',
    '事项',
    '单位编号',
    '单位',
    '形式',
    '报送对象',
    '原文期限',
    '状态',
    '所属检查或台账',
  ]
  const rows = reminders.flatMap((reminder) => {
    const { last, days, what, deliverable, to, printed, left, source, who, units } = reminder
    const subjects = units.length === 0 ? [{ id: '', name: who, state: left }] : units
    return subjects.map(({ id, name, state }) => [
      last,
      days,
      what,
      id,
      name,
      deliverable ?? '',
      to ?? '',
      printed,
      state,
      source,
    ])
  })
  return csvText([head, ...rows])
}

/**
 * JSON for programs. Since version 2, `id` is unique; `inspection` and `deadline`, or `ledger`, say where a
 * reminder comes from.
 */
export function remindersJson(reminders: readonly Reminder[], request: ReminderRequest): string {
  const { asOf, within, past } = request
  const deadlines = reminders.map(({ units, last, partial, ...reminder }) => ({
    ...reminder,
    last_day: last,
    ...(partial ? { partial } : {}),
    units,
  }))
  return jsonText({ version: 2, as_of: asOf, within, past, deadlines })
}
