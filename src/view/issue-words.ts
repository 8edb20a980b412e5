import { chineseDate } from '#model/calendar.ts'
import type { Inspection } from '#model/dataset.ts'
import { hasRate } from '#model/rate.ts'
import type { IssueState } from '#model/issue-life.ts'
import type { ReportState } from '#model/ledger.ts'
import type { FollowUp } from '#schema/inspection.ts'
import type { Issue, RectificationStep } from '#schema/issue.ts'
import { bulletinName } from './inspection-names.ts'
import { registerWords } from './register-words.ts'
import type { StateWords } from './state-words.ts'

/** The severity of a finding. */
export const severityWords: Readonly<Record<Issue['severity'], string>> = {
  veto: '单项否决',
  ordinary: '一般问题',
  'not-stated': '文件未写明程度',
}

/**
 * Whether an issue counts in the rate, as far as the document says; null for a document that has no
 * rate in which anything could count.
 */
export function countsWords(
  { counts_in_rate: counts }: Issue,
  inspection: Inspection,
): string | null {
  if (counts === 'not-stated') return hasRate(inspection) ? '是否计入合格率：文件未写明' : null
  return counts ? '计入合格率' : '不影响合格率'
}

/** The steps of a rectification. */
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

/**
 * How an issue is judged, in one line: the document's word, its severity, whether it counts in the rate,
 * and what of these the document does not say.
 *
 * @param classed whether the severity is that of an indicator of the site
 */
export function judgementWords(issue: Issue, inspection: Inspection, classed: boolean): string {
  const { printed_status: printed, counts_in_rate: counts } = issue
  const severity = severityOf(issue)
  const said = [
    ...(printed === undefined ? [] : [printed]),
    ...(severity === null || severity === printed
      ? []
      : [`${severity}${classed ? '（本站按指标归类）' : ''}`]),
    ...(counts === 'not-stated' ? [] : [counts ? '计入合格率' : '不影响合格率']),
  ]
  const missing = [
    ...(printed === undefined && (severity === null || classed) ? ['通报定性'] : []),
    ...(counts === 'not-stated' && hasRate(inspection) ? ['是否计入合格率'] : []),
  ]
  return [...said, ...(missing.length === 0 ? [] : [`${missing.join('、')}文件未写明`])].join('，')
}

const severityOf = ({ severity }: Issue): string | null =>
  severity === 'not-stated' ? null : severityWords[severity]

/** The states of issues without their dates, for filters and lists. */
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

/** The state of an issue for a unit. A missing record is called 未收录, never undone. */
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
export function reportWords(report: Exclude<ReportState, { state: 'no-duty' }>): string {
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
      return registerWords(report).label
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

/** Whether a later inspection calls an issue rectified. */
export const rectifiedText = ({ rectified }: Pick<FollowUp, 'rectified'>): string =>
  rectifiedWords[rectified]

/** A later inspection's answers on an issue, rectified and reported, with its note. */
export const accountText = ({
  rectified,
  reported,
  note,
}: Pick<FollowUp, 'rectified' | 'reported' | 'note'>): string =>
  `${rectifiedWords[rectified]}，${reportedWords[reported]}${note === undefined ? '' : `：${note}`}`

/** The answers to whether an earlier issue was rectified, and whether it was reported on. */
export const answerWords: Readonly<Record<FollowUp['rectified'], string>> = {
  yes: '是',
  no: '否',
  partly: '部分',
  'not-stated': '文件未写明',
}
