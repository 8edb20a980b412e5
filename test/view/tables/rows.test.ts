import { expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { scopeAt } from '#export/tables/files.ts'
import { channels } from '#view/tables/channels.ts'
import { goodExamples } from '#view/tables/good-examples.ts'
import type { TableKind } from '#view/tables/kind.ts'
import { units } from '#view/tables/units.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'

const dataset = datasetWith({
  units: {
    jia: { name: '甲县', tier: 'county' },
    yi: { name: '甲县教育局', tier: 'department', parent: 'jia', earlier_names: ['甲县教委'] },
  },
  channels: {
    fabu: { platform: '微信公众号', name: '甲县发布', unit: 'jia', filed: 'yes' },
    jiaoyu: {
      platform: '微信公众号',
      name: '甲县教育',
      unit: 'yi',
      earlier_names: ['甲县教委'],
      opened: '2019-06',
      closed: '2024-03-01',
      merged_into: 'fabu',
    },
  },
  inspections: [
    inspectionWith({
      good_examples: [
        { text: '逐月公开留言办理情况', units: ['jia'] },
        { text: '一图读懂政策', channels: ['fabu'], area: 'media' },
      ],
    }),
  ],
})
const data = { dataset, index: indexDataset(dataset), asOf: '2024-06-01' } as Model
const rowsOf = (kind: TableKind) => kind.placed(data).flatMap(({ rows }) => rows())

test('the table of accounts tells their life, or that it is not recorded', () => {
  expect(rowsOf(channels)).toMatchObject([
    {
      id: 'fabu',
      earlier_names: { gap: 'none' },
      opened: { gap: 'not-recorded' },
      closed: { gap: 'not-recorded' },
      merged_into: { gap: 'none' },
      filed: 'yes',
    },
    {
      id: 'jiaoyu',
      earlier_names: ['甲县教委'],
      opened: '2019-06',
      closed: '2024-03-01',
      merged_into: 'fabu',
      filed: { gap: 'not-stated' },
    },
  ])
})

test('the table of units tells the unit above each and its earlier names', () => {
  expect(rowsOf(units)).toMatchObject([
    { id: 'jia', parent: { gap: 'none' }, earlier_names: { gap: 'none' } },
    { id: 'yi', parent: 'jia', parent_name: '甲县', earlier_names: ['甲县教委'] },
  ])
})

test('each good example has a row with those whom the document names', () => {
  expect(rowsOf(goodExamples)).toMatchObject([
    {
      path: 'good_examples.0',
      text: '逐月公开留言办理情况',
      area: { gap: 'not-stated' },
      unit_names: ['甲县'],
      channels: { gap: 'not-stated' },
    },
    { path: 'good_examples.1', area_name: '政务新媒体', channel_names: ['甲县发布（微信公众号）'] },
  ])
})

test('good examples are in the files of their inspection and of the units that are named', () => {
  const tables = (path: string) => scopeAt(data, path)?.tables.map(({ name }) => name)
  expect(tables('inspections/2024-q1')).toContain('good-examples')
  expect(tables('units/jia')).toContain('good-examples')
  expect(tables('units/yi')).not.toContain('good-examples')
})
