import { expect, test } from 'vitest'
import { reportParts } from '#check/reports/report-parts.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { found } from '../found.ts'

test.each<[Partial<SelfInspection>, string[]]>([
  [{ areas: ['media'], results: { media: {} } }, []],
  [{ areas: ['media', 'websites'], results: { media: {} } }, []],
  [{ results: { media: {} } }, []],
  [{ areas: ['websites'], results: { media: {} } }, ['results.media']],
])('a report with %j has results of areas that it does not list: %j', (parts, paths) => {
  const report = { title: '一', published: '2024-06-03', ...parts }
  expect(found(reportParts, { selfInspections: { '2024-q2': { jia: report } } })).toEqual(
    paths.map(
      (path) => `warning result-area-unlisted data/self-inspections/2024-q2/jia.yaml ${path}`,
    ),
  )
})

test.each<[Partial<SelfInspection>, number]>([
  [{ no_problems: '自查未发现问题' }, 0],
  [{ problems: [{ problem: '1个链接打不开' }] }, 0],
  [{ no_problems: '自查未发现问题', problems: [{ problem: '1个链接打不开' }] }, 1],
])('a report with %j contradicts itself: %i times', (parts, count) => {
  const report = { title: '一', published: '2024-06-03', ...parts }
  expect(found(reportParts, { selfInspections: { '2024-q2': { jia: report } } })).toEqual(
    Array(count).fill(
      'warning problems-contradict data/self-inspections/2024-q2/jia.yaml no_problems',
    ),
  )
})

test('results of an area that is not defined are not to be listed either', () => {
  const report = { title: '一', published: '2024-06-03', areas: ['media'], results: { media0: {} } }
  expect(found(reportParts, { selfInspections: { '2024-q2': { jia: report } } })).toEqual([])
})
