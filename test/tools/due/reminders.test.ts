import { expect, test } from 'vitest'
import { type Reminder, remindersCsv, remindersJson, remindersText } from '#tools/due/reminders.ts'

const request = { asOf: '2024-06-01', within: 14, past: 0 }
const reminder: Reminder = {
  inspection: '2024-q1',
  deadline: 'self-inspection',
  id: '2024-q1.self-inspection.2024-06-06',
  ledger: null,
  what: '主动公开自查整改情况（2024年第二季度）',
  printed: '2024年6月6日前',
  last: '2024-06-06',
  left: '还有5天',
  days: 5,
  deliverable: '主动公开',
  to: null,
  source: '2024年第一季度',
  who: '全市各级各部门',
  partial: false,
  units: [
    { id: 'jia', name: '甲县', state: '还有5天', overdue: false },
    { id: 'yi', name: '乙县', state: '还有5天', overdue: false },
  ],
}

test('the text can be pasted in a group as it is', () => {
  expect(remindersText([reminder], request))
    .toBe(`【期限提醒】截至2024年6月1日，14天内到期、本站还没有收录到完成情况的事项共1项。

1. 主动公开自查整改情况（2024年第二季度）
期限：2024年6月6日前（还有5天）
形式：主动公开
责任单位：甲县、乙县
依据：2024年第一季度通报

本站未收录不等于没有完成；已经完成的请忽略。
`)
})

test('nothing to do is said in a line', () => {
  expect(remindersText([], request)).toBe(
    '截至2024年6月1日，14天内到期的事项：没有，或者本站都已收录到完成情况。\n',
  )
})

test('a deadline whose document names no unit says so', () => {
  const text = remindersText([{ ...reminder, units: [], who: '文件未写明' }], request)
  expect(text).toContain('责任单位：文件未写明\n')
})

test('units of a roster that is not complete are not called all', () => {
  const text = remindersText([{ ...reminder, partial: true }], request)
  expect(text).toContain('责任单位（全市各级各部门中本站收录的）：甲县、乙县\n')
})

test('units that are overdue after a recorded look are listed separately', () => {
  const units = [
    { id: 'jia', name: '甲县', state: '逾期2天', overdue: true },
    { id: 'yi', name: '乙县', state: '期限已过，本站未收录', overdue: false },
  ]
  const text = remindersText([{ ...reminder, units }], { ...request, past: 7 })
  expect(text).toContain('责任单位：乙县\n主管机关核查时未公开：甲县（逾期2天）\n')
})

test('the table has a row for each unit and deadline', () => {
  expect(remindersCsv([reminder]).split('\r\n').slice(1, -1)).toEqual([
    '2024-06-06,5,主动公开自查整改情况（2024年第二季度）,jia,甲县,主动公开,,2024年6月6日前,还有5天,2024年第一季度',
    '2024-06-06,5,主动公开自查整改情况（2024年第二季度）,yi,乙县,主动公开,,2024年6月6日前,还有5天,2024年第一季度',
  ])
})

test('the JSON contains the day and the span that were asked for', () => {
  const data = JSON.parse(remindersJson([reminder], request)) as Record<string, unknown>
  expect(data).toMatchObject({ version: 2, as_of: '2024-06-01', within: 14, past: 0 })
  expect(data['deadlines']).toMatchObject([
    {
      inspection: '2024-q1',
      deadline: 'self-inspection',
      id: '2024-q1.self-inspection.2024-06-06',
      last_day: '2024-06-06',
      units: reminder.units,
    },
  ])
})
