import { expect, test } from 'vitest'
import { reportAreas } from '#check/reports/report-areas.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { found } from '../found.ts'

test.each<[Partial<SelfInspection>, string[]]>([
  [{ areas: ['media'], results: { media: {} } }, []],
  [{ areas: ['media', 'websites'], results: { media: {} } }, []],
  [{ results: { media: {} } }, []],
  [{ areas: ['websites'], results: { media: {} } }, ['results.media']],
])('a report with %j has results of areas that it does not list: %j', (parts, paths) => {
  const report = { title: '一', published: '2024-06-03', ...parts }
  expect(found(reportAreas, { selfInspections: { '2024-q2': { jia: report } } })).toEqual(
    paths.map(
      (path) => `warning result-area-unlisted data/self-inspections/2024-q2/jia.yaml ${path}`,
    ),
  )
})
