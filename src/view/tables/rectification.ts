import { lastDayInTime } from '#model/deadline.ts'
import type { LifeEvent } from '#model/issue-life.ts'
import { type LedgerRow, ledgerOf, whyNoDuty, whyNoReport, whyNoUnit } from '#model/ledger.ts'
import { deadlineText } from '#model/reference.ts'
import { missing } from '#schema/scalars.ts'
import { listOr, or, type Value } from './table.ts'
import { bulletinName } from '../inspection-names.ts'
import {
  accountText,
  issueStateNames,
  issueStateWords,
  reportWords,
  stepText,
} from '../issue-words.ts'
import {
  findingColumn,
  inspectionColumn,
  periodColumn,
  unitColumn,
  unitNameColumn,
} from './columns.ts'
import { tableKind } from './kind.ts'
import type { DataAsOf } from '#model/model.ts'
import { unitName } from '../names.ts'

/** A dated step, or what a later bulletin says, in words. */
const eventText = (event: LifeEvent): string =>
  event.kind === 'step'
    ? `${event.on}${stepText(event.step)}`
    : `${bulletinName(event.inspection)}${accountText(event.account)}`

const reportGaps = ['not-required', 'not-stated', 'not-recorded'] as const

export const rectification = tableKind<LedgerRow>({
  name: 'rectification',
  title: '整改台账',
  english: 'Ledger of rectification',
  description:
    '每个问题、每个被点名的单位一行；报送和整改是两件事，分别记录，本站未收录不等于没有报送或者没有整改',
  englishDescription:
    'One row for each finding and each unit named in it; a report and a rectification are two things, recorded apart, and not recorded here does not mean not done',
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
      englishDescription: 'Id of the finding',
      refersTo: 'issues',
      value: ({ record }) => record.id,
    },
    { ...inspectionColumn, value: ({ record }) => record.inspection.id },
    { ...periodColumn, value: ({ record }) => record.inspection.period.label },
    { ...findingColumn, value: ({ record }) => record.issue.text },
    { ...unitColumn, gaps: missing.options, value: (row) => or(row.unit, whyNoUnit(row)) },
    {
      ...unitNameColumn,
      gaps: missing.options,
      value: (row, data) => or(row.unit === null ? null : unitName(data, row.unit), whyNoUnit(row)),
    },
    {
      key: 'notified',
      title: '通知整改',
      english: 'Notified',
      type: 'date',
      description: '通知单位整改的日期',
      englishDescription: 'Day on which the unit was told to rectify it',
      gaps: ['not-recorded'],
      value: ({ notified }) => or(notified, 'not-recorded'),
    },
    {
      key: 'report_due',
      title: '报送期限',
      english: 'Report due',
      type: 'date',
      description: '文件要求该单位就这一问题报送整改情况的最后一天；批准延期的另见过程',
      englishDescription:
        'Last day on which the document asks this unit to report on this finding; for extensions see the history',
      gaps: ['not-required', 'not-stated', 'no-day'],
      value: (row, data) =>
        row.duty === null ? noDuty(row, data) : or(lastDayInTime(row.duty.deadline), 'no-day'),
    },
    {
      key: 'report_due_printed',
      title: '报送期限的写法',
      english: 'Report due as printed',
      type: 'text',
      description: '报送期限，照文件的写法',
      englishDescription: 'The time limit for the report in the words of the document',
      gaps: ['not-required', 'not-stated'],
      value: (row, data) =>
        row.duty === null ? noDuty(row, data) : deadlineText(row.duty.deadline),
    },
    {
      key: 'reported',
      title: '报送日期',
      english: 'Reported',
      type: 'date',
      description: '单位报送整改情况的日期',
      englishDescription: 'Day on which the unit reported on its rectification',
      gaps: reportGaps,
      value: (row, data) =>
        or(row.report.state === 'reported' ? row.report.on : null, noReport(row, data)),
    },
    {
      key: 'days_late',
      title: '晚报天数',
      english: 'Days late',
      type: 'integer',
      unit: '天',
      description: '报送日期比最后一天晚几天，按期为0',
      englishDescription:
        'Days by which the report came after the last day; 0 where it was in time',
      gaps: [...reportGaps, 'not-applicable'],
      value: (row, data) =>
        row.report.state === 'reported'
          ? or(row.report.late, 'not-applicable')
          : { gap: noReport(row, data) },
    },
    {
      key: 'report_state',
      title: '报送情况',
      english: 'Report',
      type: 'text',
      description: '报送情况，用页面上的说法',
      englishDescription: 'State of the report, in the words of the pages',
      gaps: reportGaps,
      value: (row, data) =>
        or(row.report.state === 'no-duty' ? null : reportWords(row.report), noReport(row, data)),
    },
    {
      key: 'rectified',
      title: '整改',
      english: 'Rectified',
      type: 'text',
      description: '关于是否整改的最后记录',
      englishDescription: 'The last record on whether it is rectified',
      gaps: ['not-recorded'],
      value: ({ rectified }) => eventOr(rectified),
    },
    {
      key: 'recheck',
      title: '复核',
      english: 'Recheck',
      type: 'text',
      description: '最后一次复核',
      englishDescription: 'The last recheck',
      gaps: ['not-recorded'],
      value: ({ recheck }) => eventOr(recheck),
    },
    {
      key: 'state',
      title: '目前状态编号',
      english: 'State',
      type: 'text',
      description: '目前状态的编号',
      englishDescription: 'Code of the present state',
      codes: issueStateNames,
      value: ({ state }) => state.state,
    },
    {
      key: 'state_name',
      title: '目前状态',
      english: 'State in words',
      type: 'text',
      description: '到数据截至日期为止的状态',
      englishDescription: 'State on the day up to which the data was computed',
      value: ({ state }, { asOf }) => issueStateWords(state, asOf).label,
    },
    {
      key: 'history',
      title: '过程',
      english: 'History',
      type: 'list',
      description: '收录的全部进展，按时间先后',
      englishDescription: 'All recorded steps, oldest first',
      gaps: ['not-recorded'],
      value: ({ events }) => listOr(events.map(eventText), 'not-recorded'),
    },
    {
      key: 'statement_on',
      title: '单位说明日期',
      english: 'Statement of the unit on',
      type: 'date',
      description: '单位自己作出说明的日期',
      englishDescription: 'Day of the unit’s own statement',
      gaps: ['not-recorded'],
      value: ({ statement }) => or(statement?.on, 'not-recorded'),
    },
  ],
})

const noReport = (row: LedgerRow, { dataset, index }: DataAsOf) => whyNoReport(dataset, index, row)

const noDuty = (row: LedgerRow, { dataset, index }: DataAsOf): Value => ({
  gap: whyNoDuty(dataset, index, row),
})

const eventOr = (event: LifeEvent | null): Value =>
  or(event === null ? null : eventText(event), 'not-recorded')
