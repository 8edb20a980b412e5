import { expect, test } from 'vitest'
import { cyclicReferences } from '#check/references/cyclic-references.ts'
import { references } from '#check/references/references.ts'
import { indexDataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { facetsOf } from '#view/issue-facets.ts'
import { channelView } from '#view/pages/units.ts'
import type { Channel } from '#schema/unit.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'
import { found } from '../check/found.ts'

const units = {
  jia: { name: '甲县', tier: 'county' },
  jiaoyu: { name: '甲县教育局', tier: 'department', parent: 'jia' },
}
const modelOf = (parts: Parameters<typeof datasetWith>[0]): Model => {
  const dataset = datasetWith(parts)
  return { dataset, index: indexDataset(dataset) } as Model
}

test('issues can be narrowed to the units below one, where units have a unit above them', () => {
  const issues = { '2024-q1-01': { ...issue, units: ['jiaoyu'] } }
  const model = modelOf({ units, inspections: [inspectionWith({ issues })] })
  const [record] = model.index.issues
  const facet = facetsOf(model).find(({ name }) => name === 'parent')
  expect(record && facet?.idsOf(model, record)).toEqual(['jia'])
  expect(facet?.cut).toBe(true)
  expect(facetsOf(modelOf({})).map(({ name }) => name)).not.toContain('parent')
})

test('the page of an account tells its life, as far as it is recorded', () => {
  const life: Partial<Channel> = {
    earlier_names: ['甲县之窗'],
    opened: '2019-06',
    filed: 'cancelled',
    closed: '2024-09-12',
    merged_into: 'new',
  }
  const account = { platform: '微信公众号', name: '甲县发布', unit: 'jia' }
  const channels = { old: { ...account, ...life }, new: { ...account, name: '甲县融媒' } }
  const model = modelOf({ units, channels })
  const facts = (id: 'old' | 'new'): string[] =>
    channelView(model, { id, channel: channels[id] }).facts.map(({ label }) => label)
  expect(facts('old')).toEqual(['平台', '所属单位', '曾用名', '开设', '备案', '关停', '并入'])
  expect(facts('new')).toEqual(['平台', '所属单位'])
})

test('units above others and accounts that took over others exist, and form no circle', () => {
  const channel = { platform: '微信公众号', name: '甲县发布', unit: 'jia' }
  const wrong = {
    units: { jia: { ...units.jia, parent: 'nobody' } },
    channels: { one: { ...channel, merged_into: 'gone' } },
  }
  expect(found(references, wrong)).toEqual(
    expect.arrayContaining([
      'error unit-unknown data/units.yaml units.jia.parent',
      'error channel-unknown-near data/channels.yaml channels.one.merged_into',
    ]),
  )
  const round = {
    units: { jia: { ...units.jia, parent: 'jiaoyu' }, jiaoyu: units.jiaoyu },
    channels: { one: { ...channel, merged_into: 'one' } },
  }
  expect(found(cyclicReferences, round)).toEqual([
    'error circle data/units.yaml units.jia.parent',
    'error circle data/channels.yaml channels.one.merged_into',
  ])
})
