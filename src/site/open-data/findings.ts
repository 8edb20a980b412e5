import { type IssueRecord, unitsOfIssue } from '#domain/dataset.ts'
import { lastDayInTime } from '#domain/deadline.ts'
import type { LifeEvent } from '#domain/issue-life.ts'
import { type LedgerRow, ledgerOf } from '#domain/ledger.ts'
import { windowText } from '#domain/area.ts'
import { type Column, listOr, or, type Value } from '#exports/table.ts'
import { indicatorName } from '../issue-cards.ts'
import { titleOfBulletin } from '../sources.ts'
import {
  accountText,
  bulletinName,
  issueStateNames,
  issueStateWords,
  issuersOf,
  reportWords,
  severityWords,
  stepText,
} from '../words.ts'
import { tableKind } from './kind.ts'
import {
  areaNameIn,
  channelNameIn,
  inspectionColumn,
  unitColumn,
  unitNameColumn,
  unitNameIn,
} from './names.ts'

export const inspections = tableKind({
  name: 'inspections',
  title: '各期检查',
  english: 'Inspections',
  description: '本站收录的检查，每行一期',
  key: ['id'],
  items: ({ dataset }) => dataset.inspections,
  belongs: ({ id }) => ({ inspection: id }),
  columns: [
    { ...inspectionColumn, key: 'id', value: ({ id }) => id },
    {
      key: 'label',
      title: '检查期',
      english: 'Period',
      type: 'text',
      description: '文件对这一期的称呼',
      value: ({ period }) => period.label,
    },
    {
      key: 'start',
      title: '起',
      english: 'Start',
      type: 'date',
      description: '归入时段的第一天，本站用于排序和归档',
      value: ({ period }) => period.start,
    },
    {
      key: 'end',
      title: '止',
      english: 'End',
      type: 'date',
      description: '归入时段的最后一天，本站用于排序和归档',
      value: ({ period }) => period.end,
    },
    {
      key: 'issuer',
      title: '检查机关',
      english: 'Issuer',
      type: 'text',
      description: '发文机关，联合发文的全部列出',
      value: (inspection) => issuersOf(inspection),
    },
    {
      key: 'document',
      title: '文件',
      english: 'Document',
      type: 'text',
      description: '通报的标题',
      gaps: ['not-recorded'],
      value: (inspection, data) =>
        or(titleOfBulletin(inspection, data) ?? inspection.document?.title, 'not-recorded'),
    },
    {
      key: 'number',
      title: '发文字号',
      english: 'Document number',
      type: 'text',
      description: '照文件的写法',
      gaps: ['not-recorded'],
      value: ({ document }) => or(document?.number, 'not-recorded'),
    },
    {
      key: 'issued',
      title: '成文日期',
      english: 'Issued',
      type: 'text',
      description: '日期，文件只写明月份的是月份',
      gaps: ['not-recorded'],
      value: ({ document }) => or(document?.issued, 'not-recorded'),
    },
    {
      key: 'published',
      title: '原发布日期',
      english: 'Published',
      type: 'text',
      description: '发文机关公布的日期，文件只写明月份的是月份',
      gaps: ['not-recorded'],
      value: ({ document }) => or(document?.published, 'not-recorded'),
    },
    {
      key: 'address',
      title: '原文网址',
      english: 'Address',
      type: 'text',
      description: '发文机关公布原文的网址',
      gaps: ['not-recorded'],
      value: ({ document }) => or(document?.address, 'not-recorded'),
    },
    {
      key: 'published_here',
      title: '本站收录日期',
      english: 'Published here',
      type: 'date',
      description: '本站发布这一期的日期',
      value: ({ published_here }) => published_here,
    },
    {
      key: 'rechecked_until',
      title: '复核截止',
      english: 'Rechecked until',
      type: 'date',
      description: '复核截止的日期',
      gaps: ['not-recorded'],
      value: ({ rechecked_until }) => or(rechecked_until, 'not-recorded'),
    },
    {
      key: 'issues',
      title: '问题数',
      english: 'Issues',
      type: 'integer',
      unit: '项',
      description: '通报提出的问题',
      value: ({ issues = {} }) => Object.keys(issues).length,
    },
  ],
})

export const issues = tableKind<IssueRecord>({
  name: 'issues',
  title: '问题',
  english: 'Issues',
  description: '各期通报提出的问题，每行一项；提出问题不等于不合格，是否计入合格率另有一列',
  key: ['id'],
  items: ({ index }) => index.issues,
  belongs: ({ inspection, issue }) => ({ inspection: inspection.id, units: unitsOfIssue(issue) }),
  columns: [
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '问题的编号，也是问题页网址的一部分',
      value: ({ id }) => id,
    },
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    periodColumn(({ inspection }) => inspection.period.label),
    {
      key: 'area',
      title: '领域编号',
      english: 'Area',
      type: 'text',
      description: '检查领域的编号',
      value: ({ issue }) => issue.area,
    },
    {
      key: 'area_name',
      title: '领域',
      english: 'Area name',
      type: 'text',
      description: '检查领域',
      value: ({ issue }, data) => areaNameIn(data, issue.area),
    },
    {
      key: 'text',
      title: '问题',
      english: 'Finding',
      type: 'text',
      description: '通报提出的问题',
      value: ({ issue }) => issue.text,
    },
    {
      key: 'units',
      title: '单位编号',
      english: 'Units',
      type: 'list',
      description: '通报点名的单位的编号',
      gaps: ['not-stated', 'illegible', 'not-applicable', 'not-recorded'],
      value: ({ issue }) => (typeof issue.units === 'string' ? { gap: issue.units } : issue.units),
    },
    {
      key: 'unit_names',
      title: '单位',
      english: 'Unit names',
      type: 'list',
      description: '通报点名的单位',
      gaps: ['not-stated', 'illegible', 'not-applicable', 'not-recorded'],
      value: ({ issue }, data) =>
        typeof issue.units === 'string'
          ? { gap: issue.units }
          : issue.units.map((unit) => unitNameIn(data, unit)),
    },
    {
      key: 'exhaustive',
      title: '单位是否列全',
      english: 'All units named',
      type: 'yes-no',
      description: '通报写“等单位”的为否',
      gaps: ['not-applicable'],
      value: ({ issue }) =>
        typeof issue.units === 'string' ? { gap: 'not-applicable' } : issue.exhaustive !== false,
    },
    {
      key: 'channels',
      title: '账号编号',
      english: 'Channels',
      type: 'list',
      description: '涉及的网站或账号的编号',
      gaps: ['not-stated'],
      value: ({ issue }) => listOr(issue.channels, 'not-stated'),
    },
    {
      key: 'channel_names',
      title: '网站或账号',
      english: 'Channel names',
      type: 'list',
      description: '涉及的网站或账号',
      gaps: ['not-stated'],
      value: ({ issue }, data) =>
        listOr(
          issue.channels?.map((id) => channelNameIn(data, id)),
          'not-stated',
        ),
    },
    {
      key: 'indicators',
      title: '检查指标编号',
      english: 'Indicators',
      type: 'list',
      description: '对应的检查指标的编号',
      gaps: ['not-recorded'],
      value: ({ issue }) => listOr(issue.indicators, 'not-recorded'),
    },
    {
      key: 'indicator_names',
      title: '检查指标',
      english: 'Indicator names',
      type: 'list',
      description: '对应的检查指标，用该期末有效的名称',
      gaps: ['not-recorded'],
      value: ({ issue, inspection }, data) =>
        listOr(
          issue.indicators?.map((id) => indicatorName(id, inspection, data)),
          'not-recorded',
        ),
    },
    {
      key: 'printed_status',
      title: '原文定性',
      english: 'Printed status',
      type: 'text',
      description: '文件对它的称呼',
      gaps: ['none'],
      value: ({ issue }) => or(issue.printed_status, 'none'),
    },
    {
      key: 'severity',
      title: '程度编号',
      english: 'Severity',
      type: 'text',
      description: '程度的编号',
      codes: severityWords,
      value: ({ issue }) => issue.severity,
    },
    {
      key: 'severity_name',
      title: '程度',
      english: 'Severity name',
      type: 'text',
      description: '单项否决、一般问题，或者文件未写明',
      value: ({ issue }) => severityWords[issue.severity],
    },
    {
      key: 'counts_in_rate',
      title: '计入合格率',
      english: 'Counts in the rate',
      type: 'yes-no',
      description: '是否计入合格率',
      gaps: ['not-stated'],
      value: ({ issue }) =>
        issue.counts_in_rate === 'not-stated' ? { gap: 'not-stated' } : issue.counts_in_rate,
    },
    {
      key: 'window',
      title: '起止',
      english: 'Window',
      type: 'text',
      description: '问题所指的时段，例如从哪个月起没有更新',
      gaps: ['none'],
      value: ({ issue }) => or(windowText(issue.window), 'none'),
    },
    {
      key: 'remark',
      title: '备注',
      english: 'Remark',
      type: 'text',
      description: '备注',
      gaps: ['none'],
      value: ({ issue }) => or(issue.remark, 'none'),
    },
  ],
})

function periodColumn<Item>(value: (item: Item) => string): Column & { value: typeof value } {
  return {
    key: 'period',
    title: '检查期',
    english: 'Period',
    type: 'text',
    description: '文件对这一期的称呼',
    value,
  }
}

/** A dated step, or what a later bulletin says, in words. */
const eventText = (event: LifeEvent): string =>
  event.kind === 'step'
    ? `${event.on}${stepText(event.step)}`
    : `${bulletinName(event.inspection)}${accountText(event.said)}`

export const rectification = tableKind<LedgerRow>({
  name: 'rectification',
  title: '整改台账',
  english: 'Ledger of rectification',
  description:
    '每个问题、每个被点名的单位一行；报送和整改是两件事，分别记录，本站未收录不等于没有报送或者没有整改',
  key: ['issue', 'unit'],
  items: ({ dataset, index, asOf }) => ledgerOf(dataset, index, asOf).rows,
  belongs: ({ record, unit }) => ({ inspection: record.inspection.id, units: [unit] }),
  columns: [
    {
      key: 'issue',
      title: '问题编号',
      english: 'Issue',
      type: 'text',
      description: '问题的编号',
      refersTo: 'issues',
      value: ({ record }) => record.id,
    },
    { ...inspectionColumn, value: ({ record }) => record.inspection.id },
    periodColumn(({ record }) => record.inspection.period.label),
    {
      key: 'text',
      title: '问题',
      english: 'Finding',
      type: 'text',
      description: '通报提出的问题',
      value: ({ record }) => record.issue.text,
    },
    { ...unitColumn, gaps: ['not-stated'], value: ({ unit }) => or(unit, 'not-stated') },
    {
      ...unitNameColumn,
      gaps: ['not-stated'],
      value: ({ unit }, data) => or(unit === null ? null : unitNameIn(data, unit), 'not-stated'),
    },
    {
      key: 'notified',
      title: '通知整改',
      english: 'Notified',
      type: 'date',
      description: '通知单位整改的日期',
      gaps: ['not-recorded'],
      value: ({ notified }) => or(notified, 'not-recorded'),
    },
    {
      key: 'report_due',
      title: '报送期限',
      english: 'Report due',
      type: 'date',
      description: '文件要求该单位就这一问题报送整改情况的最后一天；批准延期的另见过程',
      gaps: ['not-required', 'no-day'],
      value: ({ duty }) =>
        duty === null ? { gap: 'not-required' } : or(lastDayInTime(duty.deadline), 'no-day'),
    },
    {
      key: 'reported',
      title: '报送日期',
      english: 'Reported',
      type: 'date',
      description: '单位报送整改情况的日期',
      gaps: ['not-recorded'],
      value: ({ report }) => or(report.state === 'reported' ? report.on : null, 'not-recorded'),
    },
    {
      key: 'days_late',
      title: '晚报天数',
      english: 'Days late',
      type: 'integer',
      unit: '天',
      description: '报送日期比最后一天晚几天，按期为0',
      gaps: ['not-recorded', 'not-applicable'],
      value: ({ report }) =>
        report.state === 'reported' ? or(report.late, 'not-applicable') : { gap: 'not-recorded' },
    },
    {
      key: 'report_state',
      title: '报送情况',
      english: 'Report',
      type: 'text',
      description: '报送情况，用页面上的说法',
      gaps: ['not-recorded'],
      value: ({ report }) =>
        or(report.state === 'no-duty' ? null : reportWords(report), 'not-recorded'),
    },
    {
      key: 'rectified',
      title: '整改',
      english: 'Rectified',
      type: 'text',
      description: '关于是否整改的最后记录',
      gaps: ['not-recorded'],
      value: ({ rectified }) => eventOr(rectified),
    },
    {
      key: 'recheck',
      title: '复核',
      english: 'Recheck',
      type: 'text',
      description: '最后一次复核',
      gaps: ['not-recorded'],
      value: ({ recheck }) => eventOr(recheck),
    },
    {
      key: 'state',
      title: '目前状态编号',
      english: 'State',
      type: 'text',
      description: '目前状态的编号',
      codes: issueStateNames,
      value: ({ state }) => state.state,
    },
    {
      key: 'state_name',
      title: '目前状态',
      english: 'State in words',
      type: 'text',
      description: '到数据截至日期为止的状态',
      value: ({ state }, { asOf }) => issueStateWords(state, asOf).label,
    },
    {
      key: 'history',
      title: '过程',
      english: 'History',
      type: 'list',
      description: '收录的全部进展，按时间先后',
      gaps: ['not-recorded'],
      value: ({ events }) => listOr(events.map(eventText), 'not-recorded'),
    },
    {
      key: 'statement_on',
      title: '单位说明日期',
      english: 'Statement of the unit on',
      type: 'date',
      description: '单位自己作出说明的日期',
      gaps: ['not-recorded'],
      value: ({ statement }) => or(statement?.on, 'not-recorded'),
    },
  ],
})

const eventOr = (event: LifeEvent | null): Value =>
  or(event === null ? null : eventText(event), 'not-recorded')
