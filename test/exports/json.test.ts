import { expect, test } from 'vitest'
import { inspectionJson, selfInspectionJson } from '#exports/json.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

test('what an editor lets stand is no part of the published data', () => {
  const acknowledged = [{ code: 'text-unfinished', reason: '原件如此' }]
  const report = { title: '自查', published: '2024-06-03', acknowledged }
  expect(JSON.parse(selfInspectionJson('2024-q2', 'jia', report))).toEqual({
    version: 1,
    period: '2024-q2',
    unit: 'jia',
    title: '自查',
    published: '2024-06-03',
  })
  const inspection = inspectionWith({ acknowledged })
  expect(JSON.parse(inspectionJson(datasetWith(), inspection))).not.toHaveProperty('acknowledged')
})
