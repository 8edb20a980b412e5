import { chineseDate, dayBefore } from '#model/calendar.ts'
import { type DueState, isHistory } from '#model/deadline.ts'
import { type CountedDeadline, daysText, dueDay } from '#model/due-day.ts'
import type { Deadline, Within } from '#schema/deadline.ts'
import { todayWords } from './register-words.ts'
import type { StateWords } from './state-words.ts'

/** The form in which a report has to be submitted. */
export const deliverableWords: Readonly<Record<NonNullable<Deadline['deliverable']>, string>> = {
  written: '书面报送',
  electronic: '报送电子版',
  public: '主动公开',
}

/**
 * Whether a deadline has come, and how many days are left or have gone by.
 *
 * @param last the last day in time
 */
export function dueWords(
  state: DueState,
  days: number,
  last: string | null,
): { state: StateWords; left: string } {
  if (last === null || state === 'standing')
    return { state: { label: '长期要求', tone: 'neutral' }, left: '没有具体日期' }
  if (state === 'today')
    return {
      state: { label: todayWords(last), tone: 'due' },
      left: `今日（${chineseDate(last)}）是最后一天`,
    }
  if (state === 'upcoming')
    return { state: { label: '未到期', tone: 'due' }, left: `还有${days}天` }
  return isHistory(days)
    ? { state: { label: '往期', tone: 'neutral' }, left: '一年以前的期限' }
    : { state: { label: '期限已过', tone: 'neutral' }, left: `已过${days}天` }
}

/** How long ago something happened; empty after a year, when its date says enough. */
export function agoWords(days: number): string {
  if (days <= 0) return '今日'
  return isHistory(days) ? '' : `${days}天前`
}

/** How a deadline is counted, and whether the document says so. */
export function countingWords(deadline: CountedDeadline): string | undefined {
  const { due, time, within, inclusive } = deadline
  if (within !== undefined) return withinWords(deadline, within)
  if (due === undefined) return undefined
  const day = chineseDate(due)
  if (time !== undefined) return time === '24:00' ? `到${day}结束为止` : `到${day}${time}为止`
  if (inclusive === undefined) return `按含${day}当日计算，文件未写明`
  return inclusive ? `含${day}当日` : `不含${day}当日，到${chineseDate(dayBefore(due))}为止`
}

/** An extension that the office has granted. */
export const extensionWords = (last: string | null): string =>
  last === null ? '' : `同意延期至${chineseDate(last)}`

/** 自2024年3月8日的次日起算10个工作日，到2024年3月22日 */
function withinWords(deadline: CountedDeadline, within: Within): string {
  const last = dueDay(deadline)
  if (last === null || within.after === undefined)
    return within.after === undefined
      ? '各单位起算日不同，本站不计算日期'
      : '本站没有起算日，不计算日期'
  const calendar = within.kind === 'working' ? '，按国务院办公厅放假安排计算' : ''
  return `自${chineseDate(within.after)}的次日起算${daysText(within)}，到${chineseDate(last)}（含当日）${calendar}`
}
