import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { exceptionsIn, listedYears, registersByYear } from '#model/late-reports.ts'
import { anyDataset } from '../support/any-dataset.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

const ordered = (id: string, due: string) => ({
  ...order,
  due,
  period: { id, label: id, start: `${id.slice(0, 4)}-01-01`, end: `${id.slice(0, 4)}-12-31` },
})
const deadlines = {
  first: ordered('2023-q4', '2023-12-06'),
  second: ordered('2024-q1', '2024-03-06'),
  third: ordered('2024-q2', '2024-06-06'),
}
const parts: Partial<Dataset> = {
  inspections: [inspectionWith({ deadlines })],
  registers: { '2024-q1': { looked_on: '2024-03-11', exempt: { bing: '机构已经撤并' } } },
  selfInspections: {
    '2024-q1': { jia: { title: '自查', published: '2024-03-08' } },
    '2024-q2': { jia: { title: '自查', published: '2024-06-01' } },
  },
}

test('a year lists who was late, not there when the office looked, or is not recorded', () => {
  const dataset = datasetWith(parts)
  const years = listedYears(dataset, indexDataset(dataset), '2024-06-07')
  expect(
    years.map(({ year, registers }) => [
      year,
      registers.map((register) => [
        register.period,
        exceptionsIn(register).map(({ unit, status }) => `${unit} ${status.state}`),
      ]),
    ]),
  ).toEqual([
    [
      '2024',
      [
        ['2024-q1', ['jia late', 'yi overdue']],
        ['2024-q2', ['yi not-recorded', 'bing not-recorded']],
      ],
    ],
  ])
})

test('before a last day nobody is in a list', () => {
  const dataset = datasetWith(parts)
  const [, year] = registersByYear(dataset, indexDataset(dataset), '2024-03-06')
  expect(year?.registers.flatMap(exceptionsIn)).toEqual([])
})

test('whatever the records: every register is in one year, and overdue only after a recorded look', () => {
  fc.assert(
    fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
      const index = indexDataset(dataset)
      const registers = registersByYear(dataset, index, asOf).flatMap((one) => one.registers)
      expect(registers.map(({ period }) => period).toSorted()).toEqual(
        [...index.orders.keys()].toSorted(),
      )
      for (const register of registers)
        for (const { status } of exceptionsIn(register))
          if (status.state === 'overdue')
            expect(status.lookedOn).toBe(dataset.registers[register.period]?.looked_on)
    }),
  )
})
