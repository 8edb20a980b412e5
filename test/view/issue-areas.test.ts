import { expect, test } from 'vitest'
import { areaViews } from '#model/area.ts'
import { indexDataset } from '#model/dataset.ts'
import { references } from '#check/references/references.ts'
import { issueCharts } from '#view/charts/charts.ts'
import { issuesInView } from '#view/inspection-views.ts'
import { areaNamesOf } from '#view/names.ts'
import { inspectionSentence } from '#view/sentences.ts'
import type { Model } from '#model/model.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'
import { found } from '../check/found.ts'

const site = {
  ...datasetWith().site,
  areas: { websites: { name: '政府网站' }, media: { name: '政务新媒体' } },
}
const issues: Record<string, Issue> = {
  '2024-q1-01': { ...issue, area: ['websites', 'media'], text: '长期不更新' },
  '2024-q1-02': { ...issue, area: 'not-stated', text: '有错别字' },
  '2024-q1-03': { ...issue, area: 'media', text: '无互动功能' },
}
const inspection = inspectionWith({ areas: { websites: {}, media: {} }, issues })
const dataset = datasetWith({ site, inspections: [inspection] })
const index = indexDataset(dataset)
const areas = areaViews(dataset, index, inspection)
const model = { dataset, index } as Model

test('an issue of several areas is listed with each, one of none with none', () => {
  const texts = areas.map((area) => area.issues.map((record) => record.issue.text))
  expect(texts).toEqual([['长期不更新'], ['长期不更新', '无互动功能']])
  expect(Object.values(issues).map((one) => areaNamesOf(model, one))).toEqual([
    '政府网站、政务新媒体',
    '文件未写明领域',
    '政务新媒体',
  ])
})

test('every issue is counted and shown once', () => {
  const shown = issuesInView(model, { inspection, areas }).map(({ id }) => id)
  expect(shown.toSorted()).toEqual(Object.keys(issues))
  expect(inspectionSentence(inspection, areas)).toContain('3项问题')
  const chart = issueCharts(model, { inspection, areas })[0]
  expect(chart?.title).toContain('3项问题')
  expect(chart?.categories).toEqual(['政府网站', '政务新媒体', '文件未写明领域'])
})

test('a chart whose bars sum to more issues than there are says why', () => {
  const captionOf = (some: Record<string, Issue>): string | undefined => {
    const one = inspectionWith({ areas: { websites: {}, media: {} }, issues: some })
    const data = datasetWith({ site, inspections: [one] })
    const view = { inspection: one, areas: areaViews(data, indexDataset(data), one) }
    const parts = { dataset: data, index: indexDataset(data) } as Model
    return issueCharts(parts, view)[0]?.caption
  }
  expect(captionOf(issues)).toBe('问题按领域（涉及几个领域的，每个领域各计一项）')
  expect(captionOf({ ...issues, '2024-q1-01': { ...issue, area: 'websites' } })).toBe('问题按领域')
})

test('each area of an issue has to be defined', () => {
  const wrong = { '2024-q1-01': { ...issue, area: ['websites', 'medai'] } }
  const parts = { site, inspections: [inspectionWith({ areas: { websites: {} }, issues: wrong })] }
  expect(found(references, parts)).toContain(
    'error area-unknown-near data/inspections/2024-q1.yaml issues.2024-q1-01.area',
  )
  expect(found(references, { site, inspections: [inspection] })).not.toContain(
    expect.stringContaining('area-unknown') as string,
  )
})
