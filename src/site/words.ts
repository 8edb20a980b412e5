import type { RegisterState } from '#domain/register.ts'
import { chineseDate, dayBefore } from '#domain/calendar.ts'
import type { DueState } from '#domain/deadline.ts'
import { daysText, dueDay } from '#domain/due-day.ts'
import type { Deadline, Within } from '#schema/deadline.ts'
import { missingWords } from '#domain/figure.ts'
import type { Missing } from '#schema/scalars.ts'
import type { FollowUp } from '#schema/inspection.ts'
import type { Issue, RectificationStep } from '#schema/issue.ts'

/** How a state is coloured; `alert` is for what failed or is known to be overdue, nothing else. */
export type Tone = 'neutral' | 'due' | 'done' | 'alert'
export interface StateWords {
  label: string
  tone: Tone
}

export const deliverableWords: Readonly<Record<NonNullable<Deadline['deliverable']>, string>> = {
  written: '书面报送',
  electronic: '报送电子版',
  public: '主动公开',
}

export const severityWords: Readonly<Record<Issue['severity'], string>> = {
  veto: '单项否决',
  ordinary: '一般问题',
  'not-stated': '文件未写明程度',
}

/** Whether an issue counts in the rate, as far as the document says. */
export function countsWords({ counts_in_rate: counts }: Issue): string {
  if (counts === 'not-stated') return '是否计入合格率：文件未写明'
  return counts ? '计入合格率' : '不影响合格率'
}

export const stepWords: Readonly<Record<RectificationStep['step'], string>> = {
  notified: '已通知整改',
  reported: '单位已报送整改情况',
  rectified: '已整改',
  'recheck-passed': '复核通过',
  'recheck-failed': '复核未通过',
  closed: '已办结',
}

/** Whether an earlier issue was mended, or reported on: two questions with the same answers. */
export const answerWords: Readonly<Record<FollowUp['rectified'], string>> = {
  yes: '是',
  no: '否',
  partly: '部分',
  'not-stated': '文件未写明',
}

/** The state of one unit in a register. Past the date, nobody is said to have failed without a look. */
export function registerWords(status: RegisterState): StateWords {
  switch (status.state) {
    case 'on-time':
      return { label: '按期公开', tone: 'done' }
    case 'late':
      return { label: `已公开，晚${status.days}天`, tone: 'due' }
    case 'upcoming':
      return { label: `未到期，还有${status.days}天`, tone: 'neutral' }
    case 'due-today':
      return { label: '今日到期', tone: 'due' }
    case 'not-recorded':
      return { label: '期限已过，本站未收录', tone: 'neutral' }
    case 'overdue':
      return {
        label: `截至${chineseDate(status.lookedOn)}核查未公开，已逾期${status.days}天`,
        tone: 'alert',
      }
    case 'exempt':
      return { label: '免于公开', tone: 'neutral' }
    case 'published':
      return { label: '已公开', tone: 'done' }
    case 'undated':
      return { label: '已公开，日期不详', tone: 'done' }
    case 'no-date':
      return { label: '没有写明日期', tone: 'neutral' }
  }
}

export function dueWords(state: DueState, days: number): { state: StateWords; left: string } {
  if (state === 'standing')
    return { state: { label: '长期要求', tone: 'neutral' }, left: '没有截止日期' }
  if (state === 'today')
    return { state: { label: '今日到期', tone: 'due' }, left: '今天是最后一天' }
  return state === 'upcoming'
    ? { state: { label: '未到期', tone: 'due' }, left: `还有${days}天` }
    : { state: { label: '期限已过', tone: 'neutral' }, left: `已过${days}天` }
}

/** How a deadline is counted, and whether the document says so. */
export function countingWords(deadline: Deadline): string | undefined {
  const { due, time, within, inclusive } = deadline
  if (within !== undefined) return withinWords(deadline, within)
  if (due === undefined) return undefined
  const day = chineseDate(due)
  if (time !== undefined) return time === '24:00' ? `到${day}结束为止` : `到${day}${time}为止`
  if (inclusive === undefined) return `按含${day}当日计算，文件未写明`
  return inclusive ? `含${day}当日` : `不含${day}当日，到${chineseDate(dayBefore(due))}为止`
}

/** 自2024年3月8日的次日起算10个工作日，到2024年3月22日 */
function withinWords(deadline: Deadline, within: Within): string {
  const last = dueDay(deadline)
  if (last === null || within.after === undefined)
    return within.after === undefined
      ? '各单位起算日不同，本站不计算日期'
      : '本站没有起算日，不计算日期'
  const calendar = within.kind === 'working' ? '，按国务院办公厅放假安排计算' : ''
  return `自${chineseDate(within.after)}的次日起算${daysText(within)}，到${chineseDate(last)}（含当日）${calendar}`
}

/** A date in Chinese, or why there is none. */
export const dateWords = (date: string): string =>
  Object.hasOwn(missingWords, date) ? missingWords[date as Missing] : chineseDate(date)

/** The day on which a file came into the repository, and what that is worth. */
export const commitWords = (day: string): string => `${chineseDate(day)}（提交者所填，非证明）`

/** A list of words as Chinese prose joins them. */
export const listed = (words: readonly string[]): string => words.join('、')
