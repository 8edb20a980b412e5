import { expect, test } from 'vitest'
import { compositionChart, issuesByAreaChart } from '#view/charts/inspection-charts.ts'
import { areaView, areaViews } from '#model/area.ts'
import { indexDataset } from '#model/dataset.ts'
import type { Split } from '#schema/group.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'

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

test('issues with an unknown effect on the rate are not described as not counting', () => {
  const titleWith = (...counts: Issue['counts_in_rate'][]): string | undefined => {
    const issues = Object.fromEntries(
      counts.map((counts_in_rate, n) => [
        `2024-q1-0${n}`,
        { ...issue, area: n === 0 ? 'websites' : 'media', counts_in_rate },
      ]),
    )
    const inspection = inspectionWith({ areas: { websites: {}, media: {} }, issues })
    const dataset = datasetWith({ inspections: [inspection] })
    return issuesByAreaChart(areaViews(dataset, indexDataset(dataset), inspection))?.title
  }
  expect(titleWith(false, true)).toBe('通报提出2项问题，其中1项计入合格率')
  expect(titleWith(false, 'not-stated')).toBe('通报提出2项问题')
  expect(titleWith(true, 'not-stated')).toBe('通报提出2项问题，其中1项写明计入合格率')
})
