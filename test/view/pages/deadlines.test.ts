import { expect, test } from 'vitest'
import { listSpan } from '#model/due-list.ts'
import { deadlineBoardView } from '#view/pages/deadlines.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const ordered = (id: string, label: string, due: string) => ({
  ...order,
  due,
  period: { id, label, start: '2024-01-01', end: '2024-03-31' },
})

/** One unit is late, another not recorded; something is due in three days, something in a month. */
const board = deadlineBoardView(
  modelWith(
    datasetWith({
      inspections: [
        inspectionWith({
          deadlines: {
            first: { ...ordered('2024-q1', '第一季度', '2024-03-06'), who: ['jia'] },
            second: { ...ordered('2024-q2', '第二季度', '2024-06-01'), who: ['jia', 'yi'] },
            third: { ...ordered('2024-q3', '第三季度', '2024-06-10'), who: ['yi'] },
            fourth: { ...ordered('2024-q4', '第四季度', '2024-07-10'), who: ['yi'] },
          },
        }),
      ],
      registers: { '2024-q1': { looked_on: '2024-03-11' } },
    }),
  ),
)

test('who is late stands first in the list; the counts above lead first to what is due within a week', () => {
  expect(board.due?.rows.map(({ id, state }) => [id, state.label.slice(0, 5)])).toEqual([
    ['list-overdue', '经核查未公'],
    ['list-not-recorded', '期限已过，'],
    ['list-due', '未到期，还'],
  ])
  expect(board.due?.counts.map(({ label, href }) => `${label} ${href}`)).toEqual([
    '一周内（到2024年6月14日）到期1项 #list-due',
    '经核查未公开1项 #list-overdue',
    '期限已过、本站未收录2项 #list-not-recorded',
  ])
  expect(board.parts.map(({ href }) => href)).toEqual(['#upcoming', '#passed'])
})

test('the list reaches as far ahead as its words say: 一周内', () => {
  expect(board.due?.counts[0]?.label).toMatch(/^一周内/)
  expect(listSpan.within).toBe(7)
})

test('each link above the lists has a row or a section of its own', () => {
  const anchors = [
    ...(board.due?.rows ?? []).map(({ id }) => id),
    ...board.groups.map(({ id }) => id),
    'passed',
  ]
  for (const { href } of [...(board.due?.counts ?? []), ...board.parts])
    expect(anchors).toContain(href.slice(1))
})
