import {
  opennessDayState,
  opennessDayTitle,
  listedOpennessDays,
  type ListedOpennessDay,
  listedWords,
} from '../openness-days.ts'
import { unitColumn, unitNameColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import { unitName } from '../names.ts'
import { column, or } from './table.ts'

const kinds = {
  closes: '征求意见截止',
  feedback: '反馈意见采纳情况',
  gazette: '报送政府公报',
  report: '公布年度报告',
} as const

/** The days of the ledgers of policies that the page of deadlines lists. */
export const opennessDays = tableKind<ListedOpennessDay>({
  name: 'openness-days',
  title: '政务公开台账的日子',
  english: 'Days of the openness ledger',
  description:
    '到数据截至日期为止，台账里还没有到期的，和一年内期限已过、没有收录到完成情况的，每件一行；只有办公室在期限之后核查过的才写未见',
  englishDescription:
    'Days of the ledgers ahead of the day up to which the data was computed, and those that passed within a year without a record here, one row each; only where the office has looked after the day does it say that nothing was found',
  key: ['year', 'unit', 'what', 'record'],
  items: listedOpennessDays,
  // Only in the table of the whole site: the other parts would change from day to day.
  belongs: () => ({}),
  columns: [
    {
      ...column('year', '年度', 'Year', '台账的年度', 'Year of the ledger'),
      value: ({ day }) => day.year,
    },
    { ...unitColumn, value: ({ day }) => day.unit },
    { ...unitNameColumn, value: ({ day }, data) => unitName(data, day.unit) },
    {
      ...column('what', '种类', 'Kind', '是什么日子', 'What the day is for', { codes: kinds }),
      value: ({ day }) => day.what,
    },
    {
      ...column(
        'record',
        '编号',
        'Record',
        '文件或者征求意见的编号',
        'Id of the document or consultation',
        { gaps: ['none'] },
      ),
      value: ({ day }) => or(day.record?.id, 'none'),
    },
    {
      ...column('title', '事项', 'Title', '要做什么', 'What has to be done'),
      value: ({ day }) => opennessDayTitle(day),
    },
    {
      ...column('last_day', '最后一天', 'Last day', '仍算按期的最后一天', 'Last day in time', {
        type: 'date',
      }),
      value: ({ day }) => day.day,
    },
    {
      ...column(
        'looked_on',
        '核查日期',
        'Looked on',
        '办公室核查这个单位的日期',
        'Day on which the office looked at the unit',
        { type: 'date', gaps: ['not-recorded'] },
      ),
      value: ({ day }) => or(day.lookedOn, 'not-recorded'),
    },
    {
      ...column('state', '状态编号', 'State', '状态的类别', 'Kind of state', {
        codes: listedWords,
      }),
      value: ({ listed }) => listed,
    },
    {
      ...column(
        'state_name',
        '状态',
        'State in words',
        '到数据截至日期为止的状态',
        'State on the day up to which the data was computed',
      ),
      value: ({ day }, data) => opennessDayState(data, day).label,
    },
  ],
})
