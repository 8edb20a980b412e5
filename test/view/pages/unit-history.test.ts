import { expect, test } from 'vitest'
import { yearsTable } from '#components/rounds-table.ts'
import { unitRecords } from '#model/unit-record.ts'
import { unitHistoryView } from '#view/pages/unit-history.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const quarter = (n: number, label: string) =>
  inspectionWith({
    id: `2024-q${n}`,
    period: { label: `2024年${label}`, start: `2024-0${3 * n - 2}-01`, end: `2024-0${3 * n}-28` },
    deadlines: {
      order: {
        ...order,
        period: {
          ...order.period,
          id: `2024-q${n + 1}`,
          label: `2024年第${'一二三四'[n] ?? ''}季度`,
        },
        due: `2024-0${3 * n + 3}-06`,
      } as typeof order,
    },
  })

test('a unit’s year begins with its newest round, and each report says which period it answers', () => {
  const model = modelWith(
    datasetWith({ inspections: [quarter(1, '第一季度'), quarter(2, '第二季度')] }),
  )
  const [record] = unitRecords(model.dataset, model.index, model.asOf)
  if (record === undefined) throw new Error('no unit')
  const { caption, rows } = unitHistoryView(model, { record })
  expect(rows.map(({ label, rounds }) => [label, ...rounds.map((round) => round.label)])).toEqual([
    ['2024年', '第二季度', '第一季度'],
  ])
  const text = yearsTable({ caption, rows }).text.replaceAll(/<[^>]*>/g, '')
  expect(text).toMatch(
    /第二季度[^]*要求公开的2024年第三季度自查：[^]*第一季度[^]*要求公开的2024年第二季度自查：/,
  )
})
