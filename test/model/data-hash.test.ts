import { expect, test } from 'vitest'
import { dataHash } from '#model/data-hash.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

test('the same records have the same checksum, and any change of one has another', () => {
  const hash = dataHash(datasetWith())
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(dataHash(datasetWith())).toBe(hash)
  const others = [
    datasetWith({ inspections: [inspectionWith({ issuer: '另一机关' })] }),
    datasetWith({ roster: 'complete' }),
    datasetWith({ attachments: { '2024-q1/a.pdf': { size: 1, sha256: 'a' } } }),
    datasetWith({ inspections: [inspectionWith(), inspectionWith({ id: '2024-q2' })] }),
  ].map(dataHash)
  expect(new Set([hash, ...others]).size).toBe(5)
})

test('a folder whose records are not public yet leaves the checksum as it is', () => {
  expect(dataHash(datasetWith({ selfInspections: { '2024-q2': {} } }))).toBe(
    dataHash(datasetWith({ selfInspections: {} })),
  )
})
