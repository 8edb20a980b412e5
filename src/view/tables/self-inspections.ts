import type { DeadlineRecord } from '#model/dataset.ts'
import { lastDayInTime } from '#model/deadline.ts'
import {
  groupOf,
  registerGroups,
  registerOf,
  type RegisterState,
  unaskedState,
} from '#model/register.ts'
import { exceptionsIn, listedYears } from '#model/late-reports.ts'
import { labelOfPeriod, reportPeriods } from '#model/report-periods.ts'
import { type Column, listOr, or, type Value } from './table.ts'
import { missing } from '#schema/scalars.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { registerWords } from '../register-words.ts'
import { areaColumn, inspectionColumn, unitColumn, unitNameColumn } from './columns.ts'
import { type Columns, lateTableKind, tableKind } from './kind.ts'
import type { DataAsOf } from '#model/model.ts'
import { channelName, unitName } from '../names.ts'

interface RegisterItem {
  readonly period: string
  readonly label: string
  /** Null for a report that no document ordered from this unit. */
  readonly order: DeadlineRecord | null
  readonly lookedOn: string | null
  readonly unit: string
  readonly status: RegisterState
  readonly report: ReturnType<typeof registerOf>['rows'][number]['report']
}

const periodColumn = {
  key: 'period',
  title: '期编号',
  english: 'Period',
  type: 'text',
  description: '自查所属的期的编号，也是台账网址的一部分',
  englishDescription:
    'Id of the period of the self-inspection; also a part of the address of its register',
} as const satisfies Column

const periodNameColumn = {
  key: 'period_name',
  title: '期',
  english: 'Period name',
  type: 'text',
  description: '自查所属的期',
  englishDescription: 'Period of the self-inspection',
} as const satisfies Column

const whyNoDay = ['not-recorded', 'not-stated', 'illegible', 'not-applicable'] as const

const publishedColumn = {
  key: 'published',
  title: '公开日期',
  english: 'Published',
  type: 'date',
  description: '单位公开报告的日期',
  englishDescription: 'Day on which the unit published its report',
  gaps: whyNoDay,
} as const satisfies Column

/** The day on which a report was published, or the reason for a missing day. */
function publishedOn({ published }: Pick<SelfInspection, 'published'>): Value {
  const reason = missing.safeParse(published)
  return reason.success ? { gap: reason.data } : published
}

const registerItems = ({ dataset, index, asOf }: DataAsOf): RegisterItem[] =>
  reportPeriods(dataset, index, asOf).flatMap(({ id: period, label, order, unasked }) => {
    const register = order === undefined ? null : registerOf(dataset, order, asOf)
    return [
      ...(register?.rows ?? []).map((row) => ({
        period,
        label,
        order: order ?? null,
        lookedOn: register?.lookedOn ?? null,
        ...row,
      })),
      ...unasked.map(({ unit, report }) => ({
        period,
        label,
        order: null,
        lookedOn: null,
        unit,
        report,
        status: unaskedState(report),
      })),
    ]
  })

const groupNames = Object.fromEntries(
  Object.entries(registerGroups).map(([group, { label }]) => [group, label]),
)

const registerColumns: Columns<RegisterItem>['columns'] = [
  { ...periodColumn, value: ({ period }) => period },
  { ...periodNameColumn, value: ({ label }) => label },
  {
    ...inspectionColumn,
    description: '提出要求的检查期的编号；本站没有收录要求的写不适用',
    englishDescription:
      'Id of the inspection whose bulletin asks for it; not applicable where none recorded here does',
    gaps: ['not-applicable'],
    value: ({ order }) => or(order?.inspection.id, 'not-applicable'),
  },
  {
    key: 'last_day',
    title: '最后一天',
    english: 'Last day in time',
    type: 'date',
    description: '公开仍算按期的最后一天',
    englishDescription: 'Last day on which publication is still in time',
    gaps: ['no-day', 'not-applicable'],
    value: ({ order }) =>
      order === null ? { gap: 'not-applicable' } : or(lastDayInTime(order.deadline), 'no-day'),
  },
  { ...unitColumn, value: ({ unit }) => unit },
  { ...unitNameColumn, value: ({ unit }, data) => unitName(data, unit) },
  {
    key: 'state',
    title: '状态编号',
    english: 'State',
    type: 'text',
    description: '状态的类别',
    englishDescription: 'Kind of state',
    codes: groupNames,
    value: ({ status }) => groupOf(status),
  },
  {
    key: 'state_name',
    title: '状态',
    english: 'State in words',
    type: 'text',
    description: '到数据截至日期为止的状态',
    englishDescription: 'State on the day up to which the data was computed',
    value: ({ status }) => registerWords(status).label,
  },
  {
    ...publishedColumn,
    value: ({ report }) => (report === null ? { gap: 'not-recorded' } : publishedOn(report)),
  },
  {
    key: 'days_late',
    title: '晚于期限天数',
    english: 'Days late',
    type: 'integer',
    unit: '天',
    description: '公开日期比最后一天晚几天，按期为0',
    englishDescription: 'Days by which it was published after the last day; 0 where it was in time',
    gaps: ['not-recorded', 'day-not-known', 'not-applicable'],
    value: ({ status, report }) => lateDays(status, report === null),
  },
  {
    key: 'report',
    title: '报告',
    english: 'Report',
    type: 'text',
    description: '报告的标题',
    englishDescription: 'Title of the report',
    gaps: ['not-recorded'],
    value: ({ report }) => or(report?.title, 'not-recorded'),
  },
  {
    key: 'address',
    title: '公开网址',
    english: 'Address',
    type: 'text',
    description: '单位公开报告的网址',
    englishDescription: 'Address at which the unit published its report',
    gaps: ['not-recorded'],
    value: ({ report }) => or(report?.address, 'not-recorded'),
  },
  {
    key: 'exempt',
    title: '免于公开的理由',
    english: 'Reason of exemption',
    type: 'text',
    description: '免于公开的理由',
    englishDescription: 'Why the unit need not publish',
    gaps: ['not-applicable'],
    value: ({ status }) => or(status.state === 'exempt' ? status.reason : null, 'not-applicable'),
  },
  {
    key: 'looked_on',
    title: '核查日期',
    english: 'Looked on',
    type: 'date',
    description: '主管机关核对公开情况的日期',
    englishDescription: 'Day on which the office in charge looked whether it was published',
    gaps: ['not-recorded', 'not-applicable'],
    value: ({ lookedOn, order }) =>
      or(lookedOn, order === null ? 'not-applicable' : 'not-recorded'),
  },
]

export const register = tableKind<RegisterItem>({
  name: 'register',
  title: '自查公开台账',
  english: 'Register of self-inspections',
  description:
    '每期每个应公开的单位一行，本站没有收录要求、自己公开的单位也列一行；本站未收录不等于没有公开，只有核查过的才写明未公开',
  englishDescription:
    'One row for each period and each unit that has to publish, and for each report that no document recorded here orders; not recorded here does not mean not published, and only where the office has looked does it say so',
  key: ['period', 'unit'],
  items: registerItems,
  belongs: ({ period, unit }) => ({ register: period, units: [unit] }),
  columns: registerColumns,
})

/** Of the years that have a list of their own, every report that was late, or that is not recorded. */
export const lateReports = tableKind<RegisterItem & { readonly year: string }>({
  name: 'late-reports',
  title: '晚于期限和未收录的自查公开',
  english: 'Self-inspections late or not recorded',
  description:
    '一年有两期以上自查的，晚于期限公开的、经核查未公开的、期限已过本站未收录的，每期每个单位一行；列与自查公开台账相同，本站未收录不等于没有公开',
  englishDescription:
    'Of each year with several periods, one row for each unit whose report was late, was not there when the office looked, or is not recorded here; columns as in the register, and not recorded here does not mean not published',
  key: ['period', 'unit'],
  items: (data) => {
    const byPeriod = Map.groupBy(registerItems(data), ({ period }) => period)
    return listedYears(data.dataset, data.index, data.asOf).flatMap(({ year, registers }) =>
      registers.flatMap((register) => {
        const units = new Set(exceptionsIn(register).map(({ unit }) => unit))
        return (byPeriod.get(register.period) ?? [])
          .filter(({ unit }) => units.has(unit))
          .map((item) => ({ ...item, year }))
      }),
    )
  },
  belongs: ({ year }) => ({ year }),
  columns: registerColumns,
})

function lateDays(status: RegisterState, missing: boolean): Value {
  if (status.state === 'late') return status.days
  if (status.state === 'on-time') return 0
  if (status.state === 'undated') return { gap: 'day-not-known' }
  return { gap: missing && status.state !== 'exempt' ? 'not-recorded' : 'not-applicable' }
}

/** A unit's own report with problems in it. */
interface ReportWithProblems {
  readonly period: string
  readonly label: string
  readonly unit: string
  readonly report: SelfInspection
}

interface ReportProblem extends ReportWithProblems {
  /** Its place among those of the report. */
  readonly n: number
  readonly entry: NonNullable<SelfInspection['problems']>[number]
}

export const reportProblems = lateTableKind<ReportWithProblems, ReportProblem>({
  name: 'report-problems',
  title: '自查问题和整改',
  english: 'Problems found by units themselves',
  description: '各单位自查报告写明的问题、整改措施和整改结果，每行一个问题，照报告的写法',
  englishDescription:
    'Problems, measures and results in units’ own reports, one row for each problem, in the words of the report',
  key: ['record', 'path'],
  // This includes reports that no document ordered.
  owners: ({ dataset, index }) =>
    Object.entries(dataset.selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).flatMap(([unit, report]) =>
        'problems' in report
          ? [{ period, label: labelOfPeriod(dataset, index, period), unit, report }]
          : [],
      ),
    ),
  belongs: ({ period, unit }) => ({ register: period, units: [unit] }),
  itemsOf: (owner) => (owner.report.problems ?? []).map((entry, n) => ({ ...owner, n, entry })),
  columns: [
    {
      key: 'record',
      title: '记录',
      english: 'Record',
      type: 'text',
      description: '问题所在的记录：某单位某期的自查整改情况',
      englishDescription: 'The record that holds the problem: a unit’s self-inspection of a period',
      value: ({ period, unit }) => `self-inspections/${period}/${unit}`,
    },
    {
      key: 'path',
      title: '位置',
      english: 'Path',
      type: 'text',
      description: '问题在记录中的位置，与该记录的JSON文件一致',
      englishDescription:
        'Place of the problem in the record, the same as in the record’s JSON file',
      value: ({ n }) => `problems.${n}`,
    },
    { ...periodColumn, value: ({ period }) => period },
    {
      ...periodNameColumn,
      value: ({ label }) => label,
    },
    { ...unitColumn, value: ({ unit }) => unit },
    { ...unitNameColumn, value: ({ unit }, data) => unitName(data, unit) },
    {
      ...publishedColumn,
      value: ({ report }) => publishedOn(report),
    },
    {
      key: 'number',
      title: '序号',
      english: 'Number',
      type: 'integer',
      description: '问题在报告中的次序，从1数起',
      englishDescription: 'Place of the problem in the report; 1 for the first one',
      value: ({ n }) => n + 1,
    },
    {
      key: 'problem',
      title: '问题',
      english: 'Problem',
      type: 'text',
      description: '报告写明的问题',
      englishDescription: 'What the report says was wrong',
      value: ({ entry }) => entry.problem,
    },
    {
      key: 'measure',
      title: '整改措施',
      english: 'Measure',
      type: 'text',
      description: '报告写明的整改措施',
      englishDescription: 'What the report says was done about it',
      gaps: ['not-stated'],
      value: ({ entry }) => or(entry.measure, 'not-stated'),
    },
    {
      key: 'result',
      title: '整改结果',
      english: 'Result',
      type: 'text',
      description: '报告写明的整改结果',
      englishDescription: 'What the report says came of it',
      gaps: ['not-stated'],
      value: ({ entry }) => or(entry.result, 'not-stated'),
    },
    {
      ...areaColumn,
      gaps: ['not-stated'],
      value: ({ entry }) => or(entry.area, 'not-stated'),
    },
    {
      key: 'named_units',
      title: '点名的单位',
      english: 'Units named',
      type: 'list',
      description: '报告写明是哪些单位的问题',
      englishDescription: 'The units of which the report says so',
      gaps: ['not-stated'],
      value: ({ entry }, data) =>
        listOr(
          entry.units?.map((unit) => unitName(data, unit)),
          'not-stated',
        ),
    },
    {
      key: 'channels',
      title: '网站或账号',
      english: 'Channels',
      type: 'list',
      description: '报告写明是哪些网站、账号的问题',
      englishDescription: 'The websites and accounts of which the report says so',
      gaps: ['not-stated'],
      value: ({ entry }, data) =>
        listOr(
          entry.channels?.map((id) => channelName(data, id)),
          'not-stated',
        ),
    },
  ],
})
