import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#model/calendar.ts'
import { indexDataset } from '#model/dataset.ts'
import { type DueItem, dueList, listSpan } from '#model/due-list.ts'
import type { Deadline } from '#schema/deadline.ts'
import { anyDataset } from '../support/any-dataset.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

const period = (id: string) => ({ id, label: id, start: '2024-04-01', end: '2024-06-30' })
const { period: _period, ...rest } = order
const written: Deadline = { ...rest, what: 'rectification-report', who: ['yi'], due: '2024-06-10' }
const other: Deadline = { ...rest, what: 'other', who: ['bing'], due: '2024-06-05' }

const words = (items: readonly DueItem[]): string[] =>
  items.map(
    ({ record, last, state, units }) =>
      `${state} ${last} ${record.id} ${units.map(({ id }) => id).join(' ')}`,
  )

test('overdue units come first, then those nobody has looked at, each the newest first; then those of the week', () => {
  const dataset = datasetWith({
    inspections: [
      inspectionWith({
        deadlines: {
          looked: { ...order, period: period('2024-q1'), due: '2024-03-06' },
          passed: { ...order, period: period('2023-q4'), due: '2024-01-06' },
          before: { ...order, period: period('2023-q3'), due: '2023-09-06', who: ['jia'] },
          after: { ...order, period: period('2023-q2'), due: '2024-04-06', who: ['jia'] },
          week: { ...order, period: period('2024-q2'), due: '2024-06-14', who: ['jia'] },
          later: { ...order, period: period('2024-q3'), due: '2024-06-15' },
          old: { ...order, period: period('2022-q4'), due: '2023-06-06' },
          written,
          other,
        },
      }),
    ],
    registers: {
      '2024-q1': { looked_on: '2024-03-11' },
      '2023-q2': { looked_on: '2024-04-11' },
    },
    selfInspections: { '2024-q1': { jia: { title: '自查', published: '2024-03-05' } } },
  })
  expect(words(dueList(dataset, indexDataset(dataset), '2024-06-07'))).toEqual([
    'overdue 2024-04-06 after jia',
    'overdue 2024-03-06 looked yi bing',
    'not-recorded 2024-01-06 passed jia yi bing',
    'not-recorded 2023-09-06 before jia',
    'due 2024-06-10 written yi',
    'due 2024-06-14 week jia',
  ])
})

test('of two orders for the reports of one period only the latest is listed', () => {
  const dataset = datasetWith({
    inspections: [
      inspectionWith({ deadlines: { first: { ...order, due: '2024-06-06' } } }),
      inspectionWith({ id: '2024-q2', deadlines: { again: { ...order, due: '2024-06-12' } } }),
    ],
  })
  expect(words(dueList(dataset, indexDataset(dataset), '2024-06-07'))).toEqual([
    'due 2024-06-12 again jia yi bing',
  ])
})

test('whatever the records: each unit and duty once, sorted, and nobody overdue without a look', () => {
  fc.assert(
    fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
      const items = dueList(dataset, indexDataset(dataset), asOf)
      const pairs = items.flatMap(({ record, units }) =>
        units.map(({ id }) => `${record.inspection.id} ${record.id} ${id}`),
      )
      expect(new Set(pairs).size).toBe(pairs.length)
      const states = items.map(({ state }) => ['overdue', 'not-recorded', 'due'].indexOf(state))
      expect(states).toEqual(states.toSorted())
      for (const state of ['overdue', 'not-recorded', 'due'] as const) {
        const days = items.filter((item) => item.state === state).map(({ last }) => last)
        expect(days).toEqual(state === 'due' ? days.toSorted() : days.toSorted().reverse())
      }
      for (const { record, state, last, units } of items) {
        if (state === 'due')
          expect(last >= asOf && last <= addDays(asOf, listSpan.within)).toBe(true)
        else expect(last < asOf).toBe(true)
        if (state !== 'overdue') continue
        const looked = dataset.registers[record.deadline.period?.id ?? '']?.looked_on ?? ''
        expect(looked > last && looked <= asOf).toBe(true)
        expect(units.every(({ overdue }) => overdue?.lookedOn === looked)).toBe(true)
      }
    }),
  )
})
