import type { DeadlineRecord } from '#model/dataset.ts'
import { dueState, lastDayInTime, unitsOwing } from '#model/deadline.ts'
import { dueDay } from '#model/due-day.ts'
import { deadlineText } from '#model/reference.ts'
import { listOr, or, type Value } from './table.ts'
import type { Deadline } from '#schema/deadline.ts'
import { countingWords, deliverableWords, dueWords } from '../deadline-words.ts'
import { inspectionColumn, printedLimitColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import { areaName, unitName } from '../names.ts'

const dutyNames: Readonly<Record<Deadline['what'], string>> = {
  'rectification-report': '书面整改报告',
  'self-inspection': '自查整改公开',
  other: '其他要求',
}

interface Duty extends DeadlineRecord {
  readonly owing: readonly string[]
}

export const deadlines = tableKind<Duty>({
  name: 'deadlines',
  title: '期限',
  english: 'Deadlines',
  description: '各期通报提出的有期限或长期的要求，每行一项；期限已过不等于没有完成',
  englishDescription:
    'What the bulletins ask for, with a time limit or lasting, one row each; a limit that has passed does not mean that it was not done',
  key: ['inspection', 'id'],
  items: ({ dataset, index }) =>
    index.deadlines.map((record) => ({ ...record, owing: unitsOwing(dataset, record) })),
  belongs: ({ inspection, owing }) => ({ inspection: inspection.id, units: owing }),
  columns: [
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '要求在该期中的编号',
      englishDescription: 'Id of the duty within its inspection',
      value: ({ id }) => id,
    },
    {
      key: 'what',
      title: '事项编号',
      english: 'Duty',
      type: 'text',
      description: '事项的类别',
      englishDescription: 'Kind of duty',
      codes: dutyNames,
      value: ({ deadline }) => deadline.what,
    },
    {
      key: 'title',
      title: '事项',
      english: 'Title',
      type: 'text',
      description: '要求做什么',
      englishDescription: 'What has to be done',
      value: ({ deadline }) => deadline.title,
    },
    {
      key: 'period',
      title: '自查所属的期',
      english: 'Period',
      type: 'text',
      description: '自查整改公开的那一期',
      englishDescription: 'Period of which the self-inspection has to be published',
      gaps: ['not-applicable'],
      value: ({ deadline }) => or(deadline.period?.label, 'not-applicable'),
    },
    {
      key: 'areas',
      title: '领域',
      english: 'Areas',
      type: 'list',
      description: '涉及的检查领域',
      englishDescription: 'Areas of inspection concerned',
      gaps: ['not-stated'],
      value: ({ deadline }, data) =>
        listOr(
          deadline.areas?.map((area) => areaName(data, area)),
          'not-stated',
        ),
    },
    {
      key: 'who',
      title: '原文对象',
      english: 'Addressees as printed',
      type: 'text',
      description: '由谁完成，照文件的写法',
      englishDescription: 'Who has to do it, in the words of the document',
      gaps: ['not-recorded'],
      value: ({ deadline }) => or(deadline.who_stated, 'not-recorded'),
    },
    {
      key: 'units',
      title: '单位编号',
      english: 'Units',
      type: 'list',
      description: '本站名录中应完成的单位的编号',
      englishDescription: 'Ids of the units on this site’s list that have to do it',
      gaps: ['not-stated', 'whole-roster'],
      value: (duty) => owingOr(duty, duty.owing),
    },
    {
      key: 'unit_names',
      title: '单位',
      english: 'Unit names',
      type: 'list',
      description: '本站名录中应完成的单位',
      englishDescription: 'Units on this site’s list that have to do it',
      gaps: ['not-stated', 'whole-roster'],
      value: (duty, data) =>
        owingOr(
          duty,
          duty.owing.map((unit) => unitName(data, unit)),
        ),
    },
    {
      ...printedLimitColumn,
      value: ({ deadline }) => deadlineText(deadline),
    },
    {
      key: 'due',
      title: '期限',
      english: 'Due',
      type: 'date',
      description: '期限所在的那一天',
      englishDescription: 'Day on which the limit falls',
      gaps: ['no-day'],
      value: ({ deadline }) => or(dueDay(deadline), 'no-day'),
    },
    {
      key: 'last_day',
      title: '最后一天',
      english: 'Last day in time',
      type: 'date',
      description: '完成仍算按期的最后一天',
      englishDescription: 'Last day on which it is still done in time',
      gaps: ['no-day'],
      value: ({ deadline }) => or(lastDayInTime(deadline), 'no-day'),
    },
    {
      key: 'counting',
      title: '算法',
      english: 'How it is counted',
      type: 'text',
      description: '含不含当日，怎样算天',
      englishDescription: 'Whether the day itself counts, and how days are counted',
      gaps: ['not-applicable'],
      value: ({ deadline }) => or(countingWords(deadline), 'not-applicable'),
    },
    {
      key: 'deliverable',
      title: '形式',
      english: 'Deliverable',
      type: 'text',
      description: '书面报送、报送电子版或主动公开',
      englishDescription: 'In writing, as a file, or published',
      gaps: ['not-stated'],
      value: ({ deadline }) =>
        or(
          deadline.deliverable === undefined ? null : deliverableWords[deadline.deliverable],
          'not-stated',
        ),
    },
    {
      key: 'to',
      title: '报送对象',
      english: 'To whom',
      type: 'text',
      description: '报送给谁',
      englishDescription: 'To whom it has to be handed in',
      gaps: ['not-stated'],
      value: ({ deadline }) => or(deadline.to, 'not-stated'),
    },
    {
      key: 'state',
      title: '状态',
      english: 'State',
      type: 'text',
      description: '到数据截至日期为止期限到没到；不说明是否完成',
      englishDescription:
        'Whether the limit had come on the day up to which the data was computed; says nothing of whether it was done',
      value: ({ deadline }, { asOf }) => {
        const { state, days } = dueState(deadline, asOf)
        return dueWords(state, days, lastDayInTime(deadline)).state.label
      },
    },
  ],
})

/** Who has to do it; the roster has a table of its own. */
const owingOr = ({ deadline }: Duty, units: readonly string[]): Value =>
  deadline.who === 'all-units' ? { gap: 'whole-roster' } : listOr(units, 'not-stated')
