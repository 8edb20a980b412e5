import { expect, test } from 'vitest'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { inspectionJson, selfInspectionJson } from '#export/json/json.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'

const knownOf = (dataset: Dataset) => ({ dataset, index: indexDataset(dataset) })

test('acknowledged warnings are not part of the published data', () => {
  const acknowledged = [{ code: 'text-unfinished', reason: '原件如此' }]
  const report = { title: '自查', published: '2024-06-03', acknowledged }
  expect(JSON.parse(selfInspectionJson(knownOf(datasetWith()), '2024-q2', 'jia', report))).toEqual({
    $schema: '../../../schema/records/self-inspection.json',
    version: 1,
    licence: null,
    period: '2024-q2',
    unit: 'jia',
    title: '自查',
    published: '2024-06-03',
  })
  const inspection = inspectionWith({ acknowledged })
  expect(JSON.parse(inspectionJson(knownOf(datasetWith()), inspection))).not.toHaveProperty(
    'acknowledged',
  )
})

test('the data of a record lists its attachments with size and hash, and no others', () => {
  const attachments = {
    '2024-q1/tongbao.pdf': { size: 5, sha256: 'aa' },
    '2024-q1/jia/report.pdf': { size: 6, sha256: 'bb' },
  }
  const dataset = datasetWith({ attachments })
  expect(JSON.parse(inspectionJson(knownOf(dataset), inspectionWith()))).toMatchObject({
    files: [{ path: 'attachments/2024-q1/tongbao.pdf', bytes: 5, sha256: 'aa' }],
  })
  const report = { title: '自查', published: '2024-06-03' }
  expect(JSON.parse(selfInspectionJson(knownOf(dataset), '2024-q1', 'jia', report))).toMatchObject({
    files: [{ path: 'attachments/2024-q1/jia/report.pdf', bytes: 6, sha256: 'bb' }],
  })
})
