import { expect, test } from 'vitest'
import { indexDataset, type Inspection } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import type { Issue } from '#schema/issue.ts'
import { scopeAt } from '#export/tables/files.ts'
import { issueGroupTables } from '#view/issue-groups.ts'
import { isGap } from '#view/tables/table.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const found = (parts: Partial<Issue>): Issue => ({ ...issue, ...parts })
const modelOf = (inspection: Inspection) => {
  const dataset = datasetWith({
    units: {
      jia: { name: '甲县', tier: 'county' },
      jiaoyu: { name: '甲县教育局', tier: 'department', parent: 'jia' },
      yi: { name: '市乙局', tier: 'department' },
    },
    inspections: [inspection],
  })
  return { dataset, index: indexDataset(dataset), asOf: '2024-06-01' } as Model
}
const inspection = inspectionWith({
  issues: {
    '2024-q1-01': found({ units: ['jia'], counts_in_rate: true }),
    '2024-q1-02': found({ units: ['jiaoyu', 'jia'], exhaustive: false }),
    '2024-q1-03': found({ units: ['yi'] }),
    '2024-q1-04': found({ units: 'not-stated' }),
  },
})

test('the page of an inspection counts its issues by tier and by the unit above, with their sum', () => {
  const [byTier, byParent, ...others] = issueGroupTables(modelOf(inspection), inspection)
  expect(others).toEqual([])
  expect(byTier).toMatchObject({
    caption: '问题按层级',
    columns: ['层级', '问题', '计入合格率', '不影响合格率', '另有共同涉及'].map((label) => ({
      label,
    })),
    rows: [
      ['县（区）', '1', '1', '0', '1'],
      ['市直部门', '1', '0', '1', '1'],
      ['同时涉及几个层级', '1', '0', '1', '不适用'],
      ['文件未写明单位', '1', '0', '1', '不适用'],
    ],
    foot: ['合计', '4', '1', '3', '不相加'],
    note: expect.stringContaining('写“等单位”而没有列全的，只按列出的单位归类') as string,
  })
  expect(byParent).toMatchObject({
    caption: '问题按上级单位',
    columns: ['上级单位', '问题', '计入合格率', '不影响合格率'].map((label) => ({ label })),
    rows: [
      ['甲县及下属单位', '2', '1', '1'],
      ['没有上级、下属单位的单位', '1', '0', '1'],
      ['文件未写明单位', '1', '0', '1'],
    ],
    foot: ['合计', '4', '1', '3'],
  })
})

test('the data of an inspection has the same groups, a row each', () => {
  const model = modelOf(inspection)
  const table = scopeAt(model, 'inspections/2024-q1')?.tables.find(
    ({ name }) => name === 'issue-groups',
  )
  expect(
    table?.rows.map((row) =>
      ['by', 'place', 'group', 'group_name', 'issues', 'counting', 'shared'].map((key) => {
        const value = row[key] ?? ''
        return isGap(value) ? value.gap : value
      }),
    ),
  ).toEqual([
    ['tier', 1, 'county', '县（区）', 1, 1, 1],
    ['tier', 2, 'department', '市直部门', 1, 0, 1],
    ['tier', 3, 'not-applicable', '同时涉及几个层级', 1, 0, 'not-applicable'],
    ['tier', 4, 'not-applicable', '文件未写明单位', 1, 0, 'not-applicable'],
    ['parent', 1, 'jia', '甲县及下属单位', 2, 1, 0],
    ['parent', 2, 'not-applicable', '没有上级、下属单位的单位', 1, 0, 0],
    ['parent', 3, 'not-applicable', '文件未写明单位', 1, 0, 'not-applicable'],
  ])
})

test('a document that never says what counts in a rate has no such columns, and the data say so', () => {
  const silent = inspectionWith({
    issues: {
      '2024-q1-01': found({ units: ['jia'], counts_in_rate: 'not-stated' }),
      '2024-q1-02': found({ units: ['yi'], counts_in_rate: 'not-stated' }),
    },
  })
  const model = modelOf(silent)
  const [byTier] = issueGroupTables(model, silent)
  expect(byTier?.columns.map(({ label }) => label)).toEqual(['层级', '问题'])
  const table = scopeAt(model, 'all')?.tables.find(({ name }) => name === 'issue-groups')
  expect(table?.rows.map(({ counting }) => counting)).toEqual([
    { gap: 'not-applicable' },
    { gap: 'not-applicable' },
  ])
})

test('of an abridged document, the table counts what this site has', () => {
  const abridged = inspectionWith({
    ...inspection,
    document: { title: '通报', abridged: '网页有删节' },
  })
  expect(issueGroupTables(modelOf(abridged), abridged).map(({ caption }) => caption)).toEqual([
    '本站收录的问题按层级',
    '本站收录的问题按上级单位',
  ])
})
