import type { Inspection } from '#domain/dataset.ts'
import type { IssueState } from '#domain/issue-life.ts'
import type { ReportState } from '#domain/ledger.ts'
import { officesOf } from '#domain/offices.ts'
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
  extended: '同意延期',
  withdrawn: '问题撤销',
  closed: '已办结',
}

/** A step with everything that is recorded of it. */
export function stepText({ step, until, reason, note }: RectificationStep): string {
  const what = until === undefined ? stepWords[step] : `${stepWords[step]}至${chineseDate(until)}`
  const why = reason === undefined ? '' : `（理由：${reason}）`
  return `${what}${why}${note === undefined ? '' : `：${note}`}`
}

/** The states of issues put together as a reader asks for them, whatever their dates. */
export const issueStateNames: Readonly<Record<IssueState['state'], string>> = {
  nothing: '本站未收录整改进展',
  notified: '已通知整改',
  reported: '已报送整改情况',
  rectified: '已整改',
  'recheck-passed': '复核通过',
  'recheck-failed': '复核未通过',
  closed: '已办结',
  withdrawn: '问题已撤销',
  extended: '已延期',
  'said-rectified': '后期通报称已整改',
  'carried-over': '后期通报称未整改',
  partly: '后期通报称部分整改',
  'not-stated': '后期通报未写明',
}

/** Where an issue stands for a unit. What is not recorded is said to be that and nothing more. */
export function issueStateWords(issue: IssueState, asOf: string): StateWords {
  switch (issue.state) {
    case 'nothing':
      return { label: '本站未收录整改进展', tone: 'neutral' }
    case 'notified':
      return { label: '已通知整改，本站未收录后续进展', tone: 'neutral' }
    case 'reported':
      return { label: '已报送整改情况，本站未收录复核结果', tone: 'due' }
    case 'rectified':
      return { label: '已整改，本站未收录复核结果', tone: 'done' }
    case 'recheck-passed':
      return { label: '复核通过', tone: 'done' }
    case 'recheck-failed':
      return { label: '复核未通过', tone: 'alert' }
    case 'closed':
      return { label: '已办结', tone: 'done' }
    case 'withdrawn':
      return { label: '问题已撤销', tone: 'neutral' }
    case 'extended':
      return issue.until < asOf
        ? { label: `延期至${chineseDate(issue.until)}，本站未收录后续进展`, tone: 'neutral' }
        : { label: `延期至${chineseDate(issue.until)}`, tone: 'due' }
    case 'said-rectified':
      return { label: `${bulletinName(issue.inspection)}写明已整改`, tone: 'done' }
    case 'carried-over':
      return { label: `${bulletinName(issue.inspection)}写明未整改`, tone: 'alert' }
    case 'partly':
      return { label: `${bulletinName(issue.inspection)}写明部分整改`, tone: 'due' }
    case 'not-stated':
      return { label: `${bulletinName(issue.inspection)}未写明是否整改`, tone: 'neutral' }
  }
}

/** What is known of a unit's report on an issue. */
export function reportWords(report: ReportState): string {
  switch (report.state) {
    case 'reported': {
      const on = `${chineseDate(report.on)}报送`
      if (report.late === null) return on
      return report.late === 0 ? `${on}，按期` : `${on}，晚${report.late}天`
    }
    case 'said':
      return `${bulletinName(report.inspection)}${reportedWords[report.answer]}`
    case 'awaited':
      return report.last === null ? '没有写明日期' : '未到期'
    case 'not-recorded':
      return '期限已过，本站未收录'
    case 'no-duty':
      return '本站未收录'
    case 'withdrawn':
      return issueStateNames.withdrawn
  }
}

const rectifiedWords = {
  yes: '写明已整改',
  no: '写明未整改',
  partly: '写明部分整改',
  'not-stated': '未写明是否整改',
} as const
const reportedWords = {
  yes: '写明已反馈',
  no: '写明未反馈',
  partly: '写明部分反馈',
  'not-stated': '未写明是否反馈',
} as const

/** What a later inspection says of whether an issue was rectified. */
export const rectifiedText = ({ rectified }: Pick<FollowUp, 'rectified'>): string =>
  rectifiedWords[rectified]

/** What a later inspection says of an issue: two answers and what it adds. */
export const accountText = ({
  rectified,
  reported,
  note,
}: Pick<FollowUp, 'rectified' | 'reported' | 'note'>): string =>
  `${rectifiedWords[rectified]}，${reportedWords[reported]}${note === undefined ? '' : `：${note}`}`

/** The printed label of an inspection, with its batch where the label does not say it itself. */
export const roundName = ({ period: { label, batch } }: Pick<Inspection, 'period'>): string =>
  batch === undefined || label.includes('批') ? label : `${label}第${batch}批`

/**
 * The name of an inspection followed by a word for what came of it: 2024年第一季度检查结果. A label
 * that ends in 检查, or in what was done instead, is not told so again.
 */
export function inspectionName(
  inspection: Pick<Inspection, 'period' | 'activity'>,
  what: string,
): string {
  const { activity = '检查' } = inspection
  const round = roundName(inspection)
  return `${round}${round.endsWith(activity) ? '' : activity}${isToldBy(activity, what) ? '' : what}`
}

/** What heads the issues of an inspection: its period, and what was done where that was no inspection. */
export const roundTitle = (inspection: Pick<Inspection, 'period' | 'activity'>): string =>
  inspection.activity === undefined ? roundName(inspection) : inspectionName(inspection, '')

/** 信箱办理情况 has its word already. */
const isToldBy = (activity: string, what: string): boolean =>
  ['结果', '情况'].includes(what) && /(结果|情况|名单|清单|公告)$/.test(activity)

/** 检查结果, or what came of whatever else was done. */
export const resultName = ({ activity = '检查' }: Pick<Inspection, 'activity'>): string =>
  `${activity}${isToldBy(activity, '结果') ? '' : '结果'}`

/** 2024年第二季度自查整改公开台账 */
export const registerTitle = ({ label }: { readonly label: string }): string =>
  `${label}自查整改公开台账`

/** 2024年第一季度通报 */
export const bulletinName = (inspection: Pick<Inspection, 'period' | 'activity'>): string =>
  `${roundTitle(inspection)}通报`

/** All offices that issued a document, as it names them. */
export const issuersOf = (inspection: Pick<Inspection, 'issuer' | 'joint_issuers'>): string =>
  officesOf(inspection).join('、')

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
    return { state: { label: '长期要求', tone: 'neutral' }, left: '没有具体日期' }
  if (state === 'today')
    return { state: { label: '今日到期', tone: 'due' }, left: '今日是最后一天' }
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

/** The office has given a unit until another day. */
export const extensionWords = (last: string | null): string =>
  last === null ? '' : `同意延期至${chineseDate(last)}`

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
