import type { DueItem } from '#model/due-list.ts'
import { deadlineText } from '#model/reference.ts'
import { pendingState } from '#model/register.ts'
import { or } from './table.ts'
import { dueItems, dueTitle } from '../due-list.ts'
import { registerWords } from '../register-words.ts'
import { inspectionColumn, printedLimitColumn, unitColumn, unitNameColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import { unitName } from '../names.ts'

interface OpenDutyOfUnit extends Pick<DueItem, 'record' | 'last' | 'state'> {
  /** Null where the document names no unit of the roster. */
  readonly unit: DueItem['units'][number] | null
}

const stateNames: Readonly<Record<DueItem['state'], string>> = {
  overdue: '经核查未公开',
  'not-recorded': '期限已过，本站未收录',
  due: '一周内到期',
}

export const openDutiesTable = tableKind<OpenDutyOfUnit>({
  name: 'open-duties',
  title: '到期的单位和事项',
  english: 'Duties due or late',
  description:
    '到数据截至日期为止，一周内到期的，和一年内期限已过、本站没有收录到完成情况的，每个单位每件事一行；本站不收录完成情况的事项，过期后不列；只有主管机关在期限之后核查过的才写未公开',
  englishDescription:
    'What is due within a week of the day up to which the data was computed, and what passed within a year without a record here, one row for each unit and duty; a duty of which no fulfilment can be recorded is left out once it has passed; only where the office has looked after the last day does it say not published',
  key: ['inspection', 'id', 'unit'],
  items: (data) =>
    dueItems(data).flatMap(({ record, last, state, units }) =>
      (units.length === 0 ? [null] : units).map((unit) => ({ record, last, state, unit })),
    ),
  // Only in the table of the whole site: the other parts would change from day to day.
  belongs: () => ({}),
  columns: [
    { ...inspectionColumn, value: ({ record }) => record.inspection.id },
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '要求在该期中的编号',
      englishDescription: 'Id of the duty within its inspection',
      value: ({ record }) => record.id,
    },
    {
      key: 'title',
      title: '事项',
      english: 'Duty',
      type: 'text',
      description: '要求做什么，括号里是自查的期或者提出要求的检查期',
      englishDescription:
        'What has to be done; in brackets the period of the self-inspection, or the inspection that asks for it',
      value: (duty) => dueTitle(duty),
    },
    { ...unitColumn, gaps: ['not-stated'], value: ({ unit }) => or(unit?.id, 'not-stated') },
    {
      ...unitNameColumn,
      gaps: ['not-stated'],
      value: ({ unit, record }, data) =>
        unit === null ? or(record.deadline.who_stated, 'not-stated') : unitName(data, unit.id),
    },
    {
      ...printedLimitColumn,
      value: ({ record }) => deadlineText(record.deadline),
    },
    {
      key: 'last_day',
      title: '最后一天',
      english: 'Last day in time',
      type: 'date',
      description: '完成仍算按期的最后一天，同意延期的写延长到的日期',
      englishDescription:
        'Last day on which it is still done in time; with the extension where one was granted',
      value: ({ last }) => last,
    },
    {
      key: 'state',
      title: '状态编号',
      english: 'State',
      type: 'text',
      description: '状态的类别',
      englishDescription: 'Kind of state',
      codes: stateNames,
      value: ({ state }) => state,
    },
    {
      key: 'state_name',
      title: '状态',
      english: 'State in words',
      type: 'text',
      description: '到数据截至日期为止的状态',
      englishDescription: 'State on the day up to which the data was computed',
      value: ({ unit, last }, { asOf }) =>
        registerWords(unit?.overdue ?? pendingState(last, asOf)).label,
    },
  ],
})
