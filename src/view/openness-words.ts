import type { Model } from '#model/model.ts'
import { isDay } from '#model/calendar.ts'
import type {
  ConsultationFacts,
  PolicyFacts,
  ReportFacts,
  TogetherState,
} from '#model/openness-facts.ts'
import type { OpennessRate, OpennessRateName, OutsideReason } from '#model/openness-rates.ts'
import type { DayThreshold } from '#model/openness-thresholds.ts'
import { fractionText, withFraction } from '#model/rate.ts'
import { honestPercent } from '#model/ratio.ts'
import type { StateWords } from './state-words.ts'

/** 2023年政务公开台账 */
export const opennessTitle = (year: string): string => `${year}年政务公开台账`

/** 5个工作日 */
export const thresholdWords = ({ days, isWorking }: DayThreshold): string =>
  `${days}${isWorking ? '个工作日' : '天'}`

/** What each rate counts and how it is computed. */
export const rateWords: Readonly<
  Record<OpennessRateName, { readonly label: string; readonly formula: string }>
> = {
  interpreted: {
    label: '应解读的文件有解读',
    formula:
      '有解读的文件 ÷ 办公室判断应当解读、核查时已经公开的文件；期限无法计算的不计入，没有解读的，核查时期限未到的也不计入',
  },
  'same-day': {
    label: '当天发布解读',
    formula: '解读与文件同一天发布的 ÷ 应解读、有解读、日期都已知的文件',
  },
  within: {
    label: '期限内发布解读',
    formula:
      '在指标目录写明的天数内发布解读的（早于文件的也算）÷ 应解读、有解读、日期都已知的文件；期限无法计算的不计入，不在期限内的，核查时期限未到的也不计入',
  },
  linked: {
    label: '文件与解读互相链接',
    formula: '两边都有链接的 ÷ 应解读、有解读、两边的链接都查看过的文件',
  },
  together: {
    label: '三同步',
    formula:
      '单位填报同步起草、同步审批、同步发布的 ÷ 应解读、填报了三同步情况的文件；不按发布日期推断',
  },
  'gazette-sent': {
    label: '报送政府公报',
    formula:
      '已经报送或者刊登的 ÷ 应当报送（办公室写明的层级、主动公开）、核查时已经公开的文件；期限无法计算的不计入，没有报送的，核查时期限未到的也不计入',
  },
  'gazette-printed': {
    label: '刊登政府公报',
    formula:
      '已经刊登的 ÷ 应当报送（办公室写明的层级、主动公开）、核查时已经公开的文件；期限无法计算的不计入，没有报送的，核查时期限未到的也不计入',
  },
  'consultation-length': {
    label: '征求意见的天数够',
    formula: '不少于指标目录写明的天数（首尾都算）的 ÷ 目录写明了天数、起止日期已知的征求意见',
  },
  feedback: {
    label: '反馈意见采纳情况',
    formula:
      '已经公布反馈的 ÷ 核查时已经截止的征求意见；期限无法计算的不计入，没有反馈的，核查时期限未到的也不计入',
  },
  'report-on-time': {
    label: '年度报告按期公布',
    formula: '按期公布的 ÷ 有期限、期限过后核查过的单位',
  },
}

/** Why something is in no denominator. */
const outsideWords: Readonly<Record<OutsideReason, string>> = {
  'not-judged': '尚未判断',
  'not-looked-at': '尚未核查',
  'not-due': '核查时期限未到',
  'day-unknown': '期限或天数无法计算',
  'unit-gone': '到期以前单位已更名或并入',
  'no-day': '日期不详',
  'not-recorded': '没有收录',
  'no-threshold': '目录没有写明天数',
  shortened: '有理由缩短',
  'no-report-day': '没有写明期限',
}

/** 尚未判断3，尚未核查5; empty where nothing is left out. */
export const outsideText = ({ outside }: Pick<OpennessRate, 'outside'>): string =>
  outside.map(({ reason, count }) => `${outsideWords[reason]}${count}`).join('，')

/** 90%（18/20）, or why there is no rate. */
export function opennessRateText({ dataset }: Pick<Model, 'dataset'>, rate: OpennessRate): string {
  const { part, whole } = rate
  if (whole === 0) return '不计算比率'
  const percent = honestPercent(part, whole, dataset.site.rate_decimals)
  return withFraction(percent, fractionText({ numerator: part, denominator: whole }))
}

export const interpretationWords: Readonly<Record<PolicyFacts['interpretation'], StateWords>> = {
  'not-judged': { label: '要不要解读尚未判断', tone: 'neutral' },
  'not-owed': { label: '不用解读', tone: 'neutral' },
  interpreted: { label: '有解读', tone: 'done' },
  overdue: { label: '期限已过，核查时未见解读', tone: 'alert' },
  'none-at-look': { label: '核查时未见解读', tone: 'due' },
  'not-due': { label: '核查时解读期限未到', tone: 'neutral' },
  'day-unknown': { label: '没有收录那一年的节假日，解读期限无法计算', tone: 'neutral' },
  'unit-gone': { label: '解读到期以前单位已更名或并入', tone: 'neutral' },
  'not-recorded': { label: '本站未收录解读', tone: 'neutral' },
}

/** When the first interpretation came, in words; null where nothing is said of it. */
export function timingWords({ timing, delay, threshold }: PolicyFacts): string | null {
  const limit = threshold === null ? '' : thresholdWords(threshold)
  switch (timing) {
    case null:
      return null
    case 'same-day':
      return '与文件同一天发布'
    case 'within':
      return `文件公开后${delay ?? ''}天发布，在${limit}内`
    case 'late':
      return `文件公开后${delay ?? ''}天发布，晚于${limit}`
    case 'other-day':
      return `文件公开后${delay ?? ''}天发布`
    case 'earlier':
      return '早于文件公开'
    case 'unknown':
      return '日期不详'
  }
}

export const timingNames: Readonly<Record<NonNullable<PolicyFacts['timing']>, string>> = {
  'same-day': '与文件同一天',
  within: '在期限内',
  late: '晚于期限',
  'other-day': '文件公开以后',
  earlier: '早于文件公开',
  unknown: '日期不详',
}

export const linkStateWords: Readonly<Record<NonNullable<PolicyFacts['links']>, string>> = {
  both: '互相链接',
  'one-way': '单向链接',
  none: '没有链接',
  unknown: '没有收录',
}

export const togetherWords: Readonly<Record<TogetherState, string>> = {
  yes: '起草、审批、发布都同步（单位填报）',
  no: '没有全部同步（单位填报）',
  'not-recorded': '没有填报',
}

export const gazetteWords: Readonly<Record<PolicyFacts['gazette'], StateWords>> = {
  'no-duty': { label: '不在报送范围', tone: 'neutral' },
  'disclosure-not-recorded': { label: '公开属性没有收录', tone: 'neutral' },
  exempt: { label: '不用刊登', tone: 'neutral' },
  printed: { label: '已刊登', tone: 'done' },
  sent: { label: '已报送，未收录刊登', tone: 'done' },
  reason: { label: '单位说明不报送', tone: 'neutral' },
  'none-at-look': { label: '核查时未见报送', tone: 'due' },
  'not-due': { label: '核查时报送期限未到', tone: 'neutral' },
  'day-unknown': { label: '公开日期或者那一年的节假日不详，报送期限无法计算', tone: 'neutral' },
  'unit-gone': { label: '报送到期以前单位已更名或并入', tone: 'neutral' },
  'not-recorded': { label: '本站未收录报送', tone: 'neutral' },
}

/** How long a consultation was open, against what the catalogue asks. */
export function lengthWords({
  days,
  length,
  threshold,
  consultation: { opened, closes },
}: ConsultationFacts): string {
  if (days === null)
    return threshold?.isWorking === true && isDay(opened) && isDay(closes)
      ? '没有收录那一年的节假日，工作日的天数无法计算'
      : '天数不详'
  const open = `${days}${threshold?.isWorking === true ? '个工作日' : '天'}`
  if (threshold === null) return open
  const limit = thresholdWords(threshold)
  if (length === 'enough') return `${open}，不少于${limit}`
  return `${open}，少于${limit}${length === 'shortened' ? '，写明了理由' : ''}`
}

export const lengthNames: Readonly<Record<ConsultationFacts['length'], string>> = {
  enough: '天数够',
  shortened: '有理由缩短',
  short: '少于目录写明的天数',
  'no-threshold': '目录没有写明天数',
  unknown: '天数不详',
}

export const feedbackWords: Readonly<Record<ConsultationFacts['feedback'], StateWords>> = {
  open: { label: '尚未截止', tone: 'due' },
  published: { label: '已反馈', tone: 'done' },
  late: { label: '反馈晚于期限', tone: 'due' },
  overdue: { label: '期限已过，核查时未见反馈', tone: 'alert' },
  'none-at-look': { label: '核查时未见反馈', tone: 'due' },
  'not-due': { label: '核查时反馈期限未到', tone: 'neutral' },
  'day-unknown': { label: '没有收录那一年的节假日，反馈期限无法计算', tone: 'neutral' },
  'unit-gone': { label: '反馈到期以前单位已更名或并入', tone: 'neutral' },
  'not-yet': { label: '单位说明尚未反馈', tone: 'neutral' },
  'not-recorded': { label: '本站未收录反馈', tone: 'neutral' },
}

export const annualReportWords: Readonly<Record<ReportFacts['state'], StateWords>> = {
  'on-time': { label: '按期公布', tone: 'done' },
  late: { label: '晚于期限公布', tone: 'due' },
  published: { label: '已公布', tone: 'done' },
  overdue: { label: '期限已过，核查时未见', tone: 'alert' },
  'not-recorded': { label: '本站未收录', tone: 'neutral' },
}

/** The labels of states, for the codes of a table. */
export const labelsOf = <T extends string>(
  words: Readonly<Record<T, StateWords>>,
): Readonly<Record<T, string>> =>
  Object.fromEntries(
    Object.entries<StateWords>(words).map(([code, { label }]) => [code, label]),
  ) as Record<T, string>
