import { expect, test } from 'vitest'
import { compositionChart } from '#charts/inspection-charts.ts'
import { areaView } from '#domain/area.ts'
import { indexDataset } from '#domain/dataset.ts'
import type { Split } from '#schema/group.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

function titleOf(split: Split): string | undefined {
  const inspection = inspectionWith({ areas: { media: { splits: { tier: split } } } })
  const dataset = datasetWith({ inspections: [inspection] })
  const area = areaView(dataset, indexDataset(dataset), inspection, 'media')
  return area.splits.map((view) => compositionChart(area, view)?.title).at(0)
}

test('the largest part is named only where all parts are known and listed', () => {
  const parts = { 市级: 30, 县级: 70, 乡镇: 50 }
  expect(titleOf({ of: 'total', parts })).toContain('县级最多')
  expect(titleOf({ of: 'total', parts: { ...parts, 省级: 'not-stated' } })).not.toContain('最多')
  expect(titleOf({ of: 'total', parts, exhaustive: false })).not.toContain('最多')
})
