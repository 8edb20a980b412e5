import { expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { searchTitles } from '#view/search/search-titles.ts'
import { datasetWith } from '../../support/dataset.ts'

test('a unit and an account are found by their earlier names too', () => {
  const dataset = datasetWith({
    units: {
      jia: { name: '甲县', tier: 'county' },
      shuju: { name: '市数据局', tier: 'department', earlier_names: ['市政务服务局'] },
    },
    channels: {
      fabu: {
        platform: '微信公众号',
        name: '数据发布',
        unit: 'shuju',
        earlier_names: ['政务服务发布'],
      },
    },
  })
  const model = { dataset, index: indexDataset(dataset), asOf: '2024-06-01' } as Model
  const found = searchTitles({
    ...model,
    manual: () => ({ chapters: [], messages: [] }),
    committed: () => null,
    commit: null,
  }).flatMap(({ raw_url, also }) => (also === undefined ? [] : [[raw_url, also]]))
  expect(found).toEqual([
    ['/units/shuju.html', ['市政务服务局']],
    ['/channels/fabu.html', ['政务服务发布']],
  ])
})
