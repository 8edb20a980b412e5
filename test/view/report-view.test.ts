import { describe, expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { reportView } from '#view/report-view.ts'
import { datasetWith } from '../support/dataset.ts'

const dataset = datasetWith({ inspections: [] })
const model = { dataset, index: indexDataset(dataset) } as unknown as Model
const viewOf = (parts: Partial<SelfInspection>) =>
  reportView(model, { title: '甲县自查整改情况', published: '2024-06-03', ...parts })

describe('the headings of a report', () => {
  test('are numbered when there are several', () => {
    expect(viewOf({ summary: '逐项自查。', outlook: '每月自查。' })).toMatchObject({
      findings: '一、自查情况',
      outlook: '二、下一步',
    })
  })

  test('have no number when there is only one', () => {
    expect(viewOf({ summary: '逐项自查，没有发现问题。' })).toMatchObject({ findings: '自查情况' })
  })
})

describe('measures that a report does not state', () => {
  const problems = [{ problem: '栏目空白' }]

  test('are said to be missing in a report on rectification that is recorded whole', () => {
    expect(viewOf({ problems }).missingColumns).toEqual(['整改措施', '整改结果'])
  })

  test('are not said to be missing where the title promises none, or the source is abridged', () => {
    expect(viewOf({ title: '甲县自查报告', problems }).missingColumns).toEqual([])
    expect(viewOf({ document: { abridged: '节选' }, problems }).missingColumns).toEqual([])
  })
})

test('problems have columns for the areas, units, accounts and numbers that the report states', () => {
  const problems = [
    { problem: '有错别字', area: 'media', figures: { 错别字: { value: 62, unit: '处' } } },
    { problem: '栏目空白', units: ['jia', 'yi'] },
  ]
  const { columns, problems: heading } = viewOf({ title: '甲县自查报告', problems })
  expect(heading).toBe('存在问题')
  expect(columns.map(({ label, cells }) => [label, ...cells])).toEqual([
    ['问题', '有错别字', '栏目空白'],
    ['领域', '政务新媒体', '报告未写明'],
    ['单位', '报告未写明', '甲县、市乙局'],
    ['数字', '错别字62处', '报告未写明'],
  ])
})
