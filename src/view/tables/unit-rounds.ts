import { roundGroups, type UnitRound } from '#model/unit-rounds.ts'
import { briefStateWords } from '../register-words.ts'
import {
  countingColumn,
  inspectionColumn,
  periodColumn,
  unitColumn,
  unitNameColumn,
} from './columns.ts'
import { tableKind } from './kind.ts'
import { listOr, or } from './table.ts'

export const unitRounds = tableKind<UnitRound>({
  name: 'unit-rounds',
  title: '单位与历次检查',
  english: 'Units and rounds',
  description:
    '每个单位在每次检查中一行：点名几项问题、该期通报要求的自查报告的状态；没有点名的写明原因，空着不等于没有问题；只有一次检查时没有这张表',
  englishDescription:
    'One row for each unit in each inspection: the problems of which it is named, and the state of the reports that the document orders; where it is not named, why, since silence does not mean that there was no problem; there are no rows before the second inspection',
  key: ['inspection', 'unit'],
  items: ({ dataset, index, asOf }) =>
    roundGroups(dataset, index, asOf).flatMap(({ units, inspections, cell }) =>
      inspections.flatMap((inspection) => units.map((unit) => cell(unit, inspection))),
    ),
  belongs: ({ unit }) => ({ units: [unit] }),
  columns: [
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    { ...periodColumn, value: ({ inspection }) => inspection.period.label },
    { ...unitColumn, value: ({ unit }) => unit },
    { ...unitNameColumn, value: ({ unit }, { dataset }) => dataset.units[unit]?.name ?? unit },
    {
      key: 'issues',
      title: '点名问题',
      english: 'Issues',
      type: 'integer',
      unit: '项',
      description: '通报点名该单位的问题；没有点名的写明原因',
      englishDescription: 'Problems of which the bulletin names the unit; if none, why',
      gaps: ['not-inspected', 'inspection-not-stated', 'list-open', 'not-named'],
      value: ({ issues, unnamed }) => (unnamed === null ? issues.length : { gap: unnamed }),
    },
    {
      ...countingColumn,
      value: ({ counting, unnamed }) => or(unnamed === null ? counting : null, 'not-applicable'),
    },
    {
      key: 'counting_not_stated',
      title: '是否计入未写明',
      english: 'Counting not stated',
      type: 'integer',
      unit: '项',
      description: '其中文件没有写明是否计入合格率的',
      englishDescription: 'Those of which the document does not say whether they count',
      gaps: ['not-applicable'],
      value: ({ countingNotStated: open, unnamed }) =>
        or(unnamed === null ? open : null, 'not-applicable'),
    },
    {
      key: 'reports',
      title: '自查报告',
      english: 'Reports',
      type: 'list',
      description: '该期通报要求的自查报告和到数据截至日期为止的状态；本站未收录不等于没有公开',
      englishDescription:
        'The self-inspections that the bulletin orders, each with its state on the day up to which the data was computed; not recorded here does not mean not published',
      gaps: ['not-required'],
      value: ({ reports }) =>
        listOr(
          reports.map(
            ({ register, row: { status } }) => `${register.label}：${briefStateWords(status)}`,
          ),
          'not-required',
        ),
    },
  ],
})
