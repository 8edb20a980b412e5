import { expect, test } from 'vitest'
import { siteCharts } from '#view/charts/charts.ts'
import { lookOf } from '#view/charts/colours.ts'
import type { ChartSeries } from '#view/charts/description.ts'
import { demoAsOf, generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { folderOf } from '../../support/folder.ts'
import { modelOfFolder } from '../../support/model.ts'

/** What remains of a look in black and white: an empty bar and one in a light tint are alike. */
const inBlackAndWhite = (series: ChartSeries): string => {
  const { fill, pattern } = lookOf(series)
  if (pattern === 'solid') return fill === 'tint' ? 'light' : fill
  return pattern === 'plain' ? 'light' : pattern
}

test('no two parts of a bar look alike in black and white', () => {
  const folder = folderOf({})
  writeDemo(folder, generateCity({ size: 'city-1y', seed: 1 }))
  const charts = [...siteCharts(modelOfFolder(folder, demoAsOf)).values()]
    .map(({ chart }) => chart)
    .filter(({ kind, series }) => (kind === 'stack' || kind === 'columns') && series.length > 1)
  expect(charts.length).toBeGreaterThan(3)
  for (const { id, series } of charts) {
    const looks = series.map(inBlackAndWhite)
    expect(new Set(looks).size, `${id}: ${looks.join()}`).toBe(looks.length)
  }
})
