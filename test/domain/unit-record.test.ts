import { expect, test } from 'vitest'
import { indexDataset } from '#domain/dataset.ts'
import { unitRecords } from '#domain/unit-record.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

const report = { title: '自查报告', published: '2024-06-01' }

test('a report that nobody ordered is among the records of its unit, beside the registers', () => {
  const dataset = datasetWith({
    inspections: [inspectionWith({ deadlines: { order: { ...order, who: ['jia'] } } })],
    selfInspections: {
      '2023-q4': { jia: report },
      '2024-q2': { jia: report, yi: report },
      '2024-q4': { jia: { ...report, published: '2024-12-06' } },
    },
  })
  const others = unitRecords(dataset, indexDataset(dataset), '2024-06-08').map(
    ({ id, otherReports }) => [id, otherReports.map(({ period }) => period)],
  )
  expect(others).toEqual([
    ['jia', ['2023-q4']],
    ['yi', ['2024-q2']],
    ['bing', []],
  ])
})
