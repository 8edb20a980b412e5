import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDataset, unitsOfIssue } from '#model/dataset.ts'
import { indicatorHistories } from '#model/indicator-record.ts'
import { ledgerOf } from '#model/ledger.ts'
import { medianOf, settlementDays } from '#model/settlement.ts'
import type { Catalogue } from '#schema/indicator.ts'
import { anyDataset } from '../support/any-dataset.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const catalogue = (name: string, more: Partial<Catalogue> = {}): Catalogue => ({
  title: '示例目录',
  source: '示例文件',
  indicators: { stale: { name, area: 'media', kind: 'ordinary', verified: true } },
  ...more,
})
const catalogues = {
  old: catalogue('不更新'),
  new: catalogue('内容不更新', { replaces: 'old', valid_from: '2024-01-01' }),
}

test('an indicator knows its versions, its rounds, its units and what is open', () => {
  const dataset = datasetWith({
    catalogues,
    inspections: [
      inspectionWith({
        id: '2023-q4',
        issues: {
          '2023-q4-01': { ...issue, units: ['yi', 'jia'] },
          '2023-q4-02': { ...issue, units: ['jia'], indicators: [] },
        },
        requirements: { all: { title: '整改' } },
      }),
      inspectionWith({
        issues: {
          '2024-q1-01': {
            ...issue,
            units: ['jia'],
            rectification: [
              { on: '2024-04-01', step: 'notified' },
              { on: '2024-04-11', step: 'closed' },
            ],
          },
        },
      }),
    ],
  })
  const index = indexDataset(dataset)
  const [stale, ...others] = indicatorHistories(
    dataset,
    index,
    ledgerOf(dataset, index, '2024-06-07'),
  )
  expect(others).toEqual([])
  expect(stale?.indicator.name).toBe('内容不更新')
  expect(stale?.versions.map(({ from }) => from)).toEqual(['old', 'new'])
  expect(stale?.rounds.map(({ inspection, issues }) => [inspection.id, issues.length])).toEqual([
    ['2024-q1', 1],
    ['2023-q4', 1],
  ])
  expect(stale?.units).toEqual([
    { unit: 'jia', rounds: 2 },
    { unit: 'yi', rounds: 1 },
  ])
  expect(stale?.rows.filter(({ open }) => open).map(({ unit }) => unit)).toEqual(['yi', 'jia'])
  expect(stale?.rows.flatMap((row) => settlementDays(row) ?? [])).toEqual([10])
})

test('the median is the middle number, or between the two in the middle', () => {
  expect([[], [3], [3, 8], [1, 5, 9]].map(medianOf)).toEqual([null, 3, 5.5, 5])
})

test('whatever the records: rounds add up to the issues, and days need both dates', () => {
  fc.assert(
    fc.property(anyDataset, anyDayOfSpring, (some, asOf) => {
      const dataset = { ...some, catalogues }
      const index = indexDataset(dataset)
      for (const one of indicatorHistories(dataset, index, ledgerOf(dataset, index, asOf))) {
        const own = index.issues.filter(({ issue: { indicators } }) => indicators?.includes(one.id))
        expect(one.issues).toEqual(own)
        expect(one.rounds.flatMap(({ issues }) => issues)).toHaveLength(own.length)
        expect(one.units.map(({ unit }) => unit).toSorted()).toEqual(
          [...new Set(own.flatMap((record) => unitsOfIssue(record.issue)))].toSorted(),
        )
        for (const row of one.rows)
          if (settlementDays(row) !== null) {
            expect(row.open).toBe(false)
            expect(row.notified).not.toBeNull()
          }
      }
    }),
  )
})
