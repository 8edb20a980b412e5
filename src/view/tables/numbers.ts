import { labelOfPeriod } from '#model/report-periods.ts'
import {
  type FigurePlace,
  type FigureOwner,
  figureRecords,
  rateRecords,
} from '#model/figure-list.ts'
import { decimalsOf } from '#model/ratio.ts'
import { missing } from '#schema/scalars.ts'
import { type Column, listOr, or, type Value } from './table.ts'
import { groupWords } from '../block-tables.ts'
import { areaColumn, inspectionColumn, unitColumn, unitNameColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import type { DataAsOf } from '#model/model.ts'
import { periodName, unitName } from '../names.ts'

/** The columns that identify the place of a number. */
const ownerColumns: readonly (Column & {
  value: (item: FigurePlace & { path: string }, data: DataAsOf) => Value
})[] = [
  {
    key: 'record',
    title: '记录',
    english: 'Record',
    type: 'text',
    description: '数字所在的记录：某期检查，或者某单位某期的自查整改情况',
    englishDescription:
      'The record that holds the number: an inspection, or a unit’s self-inspection of a period',
    value: ({ record }) => record,
  },
  {
    key: 'path',
    title: '位置',
    english: 'Path',
    type: 'text',
    description: '数字在记录中的位置，与该记录的JSON文件一致',
    englishDescription: 'Place of the number in the record, the same as in the record’s JSON file',
    value: ({ path }) => path,
  },
  {
    ...inspectionColumn,
    gaps: ['not-applicable'],
    value: ({ inspection }) => or(inspection, 'not-applicable'),
  },
  {
    key: 'period',
    title: '期',
    english: 'Period',
    type: 'text',
    description: '检查期，或者自查所属的期',
    englishDescription: 'Period of the inspection, or of the self-inspection',
    gaps: ['not-recorded'],
    value: ({ inspection, period }, data) =>
      or(
        inspection === null
          ? labelOfPeriod(data.dataset, data.index, period)
          : periodName(data, inspection),
        'not-recorded',
      ),
  },
  {
    ...unitColumn,
    description: '自查整改情况所属的单位；通报的数字不属于单位',
    englishDescription:
      'The unit whose self-inspection it is; numbers of a bulletin belong to none',
    gaps: ['not-applicable'],
    value: ({ unit }) => or(unit, 'not-applicable'),
  },
  {
    ...unitNameColumn,
    gaps: ['not-applicable'],
    value: ({ unit }, data) => or(unit === null ? null : unitName(data, unit), 'not-applicable'),
  },
  {
    ...areaColumn,
    gaps: ['not-applicable'],
    value: ({ area }) => or(area, 'not-applicable'),
  },
  {
    key: 'block',
    title: '所在部分',
    english: 'Block',
    type: 'text',
    description: '从检查领域起，逐层写明是哪一部分',
    englishDescription: 'The part it stands in, step by step from the area of inspection',
    value: ({ block }) => block,
  },
  {
    key: 'basis',
    title: '口径',
    english: 'Basis',
    type: 'list',
    description: '这一部分的统计时段、检查对象、范围、方法、来源和说明',
    englishDescription:
      'Of the part it stands in: the span it covers, what was inspected, how widely and how, the source and notes',
    gaps: ['none'],
    value: ({ basis, setsRate }) =>
      listOr(
        [
          ...groupWords(basis).map(({ label, value }) => `${label}：${value}`),
          ...(setsRate ? ['合格率以此为准'] : []),
        ],
        'none',
      ),
  },
]

const belongs = ({ inspection, unit, period }: FigureOwner) => ({
  inspection,
  units: [unit],
  register: unit === null ? null : period,
})

const kindNames = { count: '计数', part: '其中', measure: '其他数字' } as const
const origins = { printed: '文件所载', computed: '计算', none: '没有' } as const

const figureNotesColumn = {
  key: 'notes',
  title: '说明',
  english: 'Notes',
  type: 'list',
  description: '名次、升降、另有的时段、点名的单位和账号、说明',
  englishDescription:
    'Ranks, rises and falls, a time span of its own, the units and accounts named, and notes',
  gaps: ['none'],
} as const satisfies Column

export const figures = tableKind({
  name: 'figures',
  title: '数字',
  english: 'Figures',
  description: '通报和自查整改情况中的全部计数、各部分和其他数字，每行一个；比率另成一表',
  englishDescription:
    'All counts, parts and other numbers of bulletins and self-inspections, one row each; rates have a table of their own',
  key: ['record', 'path'],
  items: ({ dataset }) => figureRecords(dataset),
  belongs,
  columns: [
    ...ownerColumns,
    {
      key: 'kind',
      title: '类别编号',
      english: 'Kind',
      type: 'text',
      description: '计数、组成它的一部分，或者其他数字',
      englishDescription: 'A count, a part of it, or another number',
      codes: kindNames,
      value: ({ kind }) => kind,
    },
    {
      key: 'name',
      title: '名称',
      english: 'Name',
      type: 'text',
      description: '数字的名称',
      englishDescription: 'Name of the number',
      value: ({ name }) => name,
    },
    {
      key: 'value',
      title: '数值',
      english: 'Value',
      type: 'number',
      description: '数值；没有的写明原因',
      englishDescription: 'The value, or the reason why there is none',
      gaps: [...missing.options, 'no-exact-number'],
      value: (record) => or(record.number, record.missing ?? 'not-stated'),
    },
    {
      key: 'unit_of_value',
      title: '计量单位',
      english: 'Unit of the value',
      type: 'text',
      description: '例如：家、个、条、分',
      englishDescription:
        'What it counts, for example 家 (institutions), 个 (pieces), 条 (messages), 分 (points)',
      gaps: ['none'],
      value: ({ counter }) => or(counter, 'none'),
    },
    {
      key: 'shown',
      title: '页面写法',
      english: 'As shown',
      type: 'text',
      description: '页面上的写法；文件印有的照原样',
      englishDescription: 'As the pages write it; what the document printed, unchanged',
      tellsReasons: true,
      value: ({ text }) => text,
    },
    {
      key: 'origin',
      title: '来历',
      english: 'Origin',
      type: 'text',
      description: 'printed 文件所载，computed 由其他计数算出',
      englishDescription: 'Whether the document printed it, or it was computed from other counts',
      codes: { printed: origins.printed, computed: origins.computed },
      value: ({ computed }) => (computed ? 'computed' : 'printed'),
    },
    {
      ...figureNotesColumn,
      value: ({ more }) => listOr(more, 'none'),
    },
  ],
})

export const rates = tableKind({
  name: 'rates',
  title: '比率',
  english: 'Rates',
  description:
    '通报和自查整改情况中的全部比率，每行一个：分子、分母、文件所载的写法和按计数算出的写法',
  englishDescription:
    'All rates of bulletins and self-inspections, one row each: numerator, denominator, as the document printed it and as computed from the counts',
  key: ['record', 'path'],
  items: ({ dataset }) => rateRecords(dataset),
  belongs,
  columns: [
    ...ownerColumns,
    {
      key: 'name',
      title: '名称',
      english: 'Name',
      type: 'text',
      description: '比率的名称',
      englishDescription: 'Name of the rate',
      value: ({ rate }) => rate.label,
    },
    {
      key: 'numerator',
      title: '分子',
      english: 'Numerator',
      type: 'integer',
      description: '分子；文件没有单列的写明原因',
      englishDescription: 'Numerator; the reason where the document does not give it',
      gaps: ['not-stated'],
      value: ({ rate }) => or(rate.numerator, 'not-stated'),
    },
    {
      key: 'denominator',
      title: '分母',
      english: 'Denominator',
      type: 'integer',
      description: '分母；文件没有单列的写明原因',
      englishDescription: 'Denominator; the reason where the document does not give it',
      gaps: ['not-stated'],
      value: ({ rate }) => or(rate.denominator, 'not-stated'),
    },
    {
      key: 'stated',
      title: '文件所载',
      english: 'Stated',
      type: 'text',
      description: '文件印出的写法，照原样',
      englishDescription: 'As the document printed it, unchanged',
      gaps: ['not-stated'],
      value: ({ rate }) => or(rate.stated, 'not-stated'),
    },
    {
      key: 'stated_decimals',
      title: '文件所载小数位数',
      english: 'Decimals stated',
      type: 'integer',
      unit: '位',
      description: '文件印出的小数位数',
      englishDescription: 'Decimals that the document printed',
      gaps: ['not-stated', 'not-applicable'],
      value: ({ rate }) =>
        rate.stated === null
          ? { gap: 'not-stated' }
          : or(/\d/.test(rate.stated) ? decimalsOf(rate.stated) : null, 'not-applicable'),
    },
    {
      key: 'computed',
      title: '计算',
      english: 'Computed',
      type: 'text',
      description: '由分子和分母算出；四舍五入会成为100%或0%而实际不是的，多保留几位',
      englishDescription:
        'Computed from numerator and denominator; with more decimals where rounding would make it 100% or 0% and it is not',
      gaps: ['no-cases', 'counts-contradict', 'no-counts'],
      value: ({ rate }) => or(rate.computed, rate.gap ?? 'no-counts'),
    },
    {
      key: 'computed_decimals',
      title: '计算小数位数',
      english: 'Decimals computed',
      type: 'integer',
      unit: '位',
      description: '算出的百分数保留的小数位数',
      englishDescription: 'Decimals of the computed percentage',
      gaps: ['no-cases', 'counts-contradict', 'no-counts'],
      value: ({ rate }) =>
        or(rate.computed === null ? null : decimalsOf(rate.computed), rate.gap ?? 'no-counts'),
    },
    {
      key: 'shown',
      title: '页面写法',
      english: 'As shown',
      type: 'text',
      description: '页面上的写法：有文件所载的用文件所载，没有的用计算，都没有的写明原因',
      englishDescription:
        'As the pages write it: as printed where it was, else as computed, else the reason why there is none',
      tellsReasons: true,
      value: ({ rate }) => rate.text ?? rate.reason ?? origins.none,
    },
    {
      key: 'origin',
      title: '来历',
      english: 'Origin',
      type: 'text',
      description: 'printed 文件所载，computed 计算，none 没有',
      englishDescription: 'Whether the document printed it, it was computed, or there is none',
      codes: origins,
      value: ({ rate }) =>
        rate.stated !== null ? 'printed' : rate.computed !== null ? 'computed' : 'none',
    },
    {
      ...figureNotesColumn,
      value: ({ rate }) =>
        listOr([...rate.more, ...(rate.note === null ? [] : [rate.note])], 'none'),
    },
  ],
})
