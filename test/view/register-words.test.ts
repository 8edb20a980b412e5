import { describe, expect, test } from 'vitest'
import { pendingState, registerOf } from '#model/register.ts'
import { dueWords } from '#view/deadline-words.ts'
import { briefStateWords, registerWords } from '#view/register-words.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

/** The records of what each unit did about the order of 2024年6月6日前, including the last day. */
const published: Readonly<Record<string, string | null>> = {
  五日公开: '2024-06-05',
  六日公开: '2024-06-06',
  七日公开: '2024-06-07',
  日期不详: 'not-stated',
  没有收录: null,
  已经撤并: null,
}
const days = ['2024-06-05', '2024-06-06', '2024-06-07', '2024-06-08']

/**
 * The words of the register for a unit on each of the days, with or without a look by the office.
 */
function written(unit: string, looked_on?: string): string[] {
  const inspection = inspectionWith({ deadlines: { order } })
  const reports = Object.entries(published).flatMap(([name, day]) =>
    day === null ? [] : [[name, { title: '自查', published: day }]],
  )
  const dataset = datasetWith({
    units: Object.fromEntries(
      Object.keys(published).map((name) => [name, { name, tier: 'department' }]),
    ),
    inspections: [inspection],
    selfInspections: { '2024-q2': Object.fromEntries(reports) },
    registers: {
      '2024-q2': {
        exempt: { 已经撤并: '机构已经撤并' },
        ...(looked_on === undefined ? {} : { looked_on }),
      },
    },
  })
  return days.map((asOf) => {
    const { rows } = registerOf(dataset, { id: 'order', deadline: order, inspection }, asOf)
    const row = rows.find((one) => one.unit === unit)
    return row === undefined ? '' : registerWords(row.status).label
  })
}

const left = '未到期，还有1天'
const past = '期限已过，本站未收录'

describe('the words of the register on 5, 6, 7 and 8 June for a unit that', () => {
  test.each([
    ['五日公开', ['按期公开', '按期公开', '按期公开', '按期公开']],
    ['六日公开', [left, '按期公开', '按期公开', '按期公开']],
    [
      '七日公开',
      [left, '今日（2024年6月6日）到期', '晚于期限公开（晚1天）', '晚于期限公开（晚1天）'],
    ],
    ['日期不详', ['公开日期不详', '公开日期不详', '公开日期不详', '公开日期不详']],
    ['没有收录', [left, '今日（2024年6月6日）到期', past, past]],
    ['已经撤并', ['免于公开', '免于公开', '免于公开', '免于公开']],
  ])('%s', (unit, words) => {
    expect(written(unit)).toEqual(words)
    // A look on the last day proves nothing, because the day was not over.
    expect(written(unit, '2024-06-06')).toEqual(words)
    // A later look changes only the state of units without any record.
    if (unit !== '没有收录') expect(written(unit, '2024-06-07')).toEqual(words)
  })

  test.each([
    [
      '2024-06-07',
      [
        left,
        '今日（2024年6月6日）到期',
        ...Array(2).fill('经核查未公开（2024年6月7日核查时未见，逾期1天）'),
      ],
    ],
    [
      '2024-06-08',
      [left, '今日（2024年6月6日）到期', past, '经核查未公开（2024年6月8日核查时未见，逾期2天）'],
    ],
  ])('没有收录, when the office looked on %s: the state seen on that day', (looked, words) => {
    expect(written('没有收录', looked)).toEqual(words)
  })
})

test('a year after its last day a duty is history and accuses nobody', () => {
  const words = (asOf: string) => registerWords(pendingState('2021-06-06', asOf)).label
  expect(words('2022-06-06')).toBe(past)
  expect(words('2022-06-07')).toBe('往期，本站未收录')
  expect(dueWords('passed', 2013, '2021-06-06')).toMatchObject({
    state: { label: '往期' },
    left: '一年以前的期限',
  })
})

describe('the calendar does not change other words', () => {
  test.each([
    ['over the end of a year', '2023-12-31', '2024-01-02', '晚于期限公开（晚2天）'],
    ['over 29 February', '2024-02-28', '2024-03-01', '晚于期限公开（晚2天）'],
    ['over the end of an ordinary February', '2023-02-28', '2023-03-01', '晚于期限公开（晚1天）'],
    [
      'over a day on which clocks change elsewhere',
      '2024-03-30',
      '2024-04-01',
      '晚于期限公开（晚2天）',
    ],
  ])('%s', (_name, due, day, label) => {
    const inspection = inspectionWith({ deadlines: { order: { ...order, due } } })
    const dataset = datasetWith({
      inspections: [inspection],
      selfInspections: { '2024-q2': { jia: { title: '自查', published: day } } },
    })
    const record = { id: 'order', deadline: { ...order, due }, inspection }
    const [row] = registerOf(dataset, record, '2024-12-31').rows
    expect(row && registerWords(row.status).label).toBe(label)
  })
})

test.each([
  ['2024-06-05', '期限未过'],
  ['2024-06-06', '期限未过'],
  ['2024-06-07', '本站未收录'],
])('in few words, a report that is not recorded on %s reads %s', (asOf, words) => {
  expect(briefStateWords(pendingState('2024-06-06', asOf))).toBe(words)
})
