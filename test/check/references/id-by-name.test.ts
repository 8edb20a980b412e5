import { expect, test } from 'vitest'
import { withIdsByName } from '#check/references/id-by-name.ts'
import { problem } from '#check/check.ts'
import { atKey, atValue, type Place } from '#messages/problem.ts'
import { datasetWith } from '../../support/dataset.ts'

const dataset = datasetWith({
  units: {
    jia: { name: '甲县', tier: 'county' },
    yi: { name: '市乙局', tier: 'department', earlier_names: ['市丙丁办公室'] },
  },
  channels: { 'jia-wechat': { platform: '微信公众号', name: '甲县发布', unit: 'jia' } },
})

test.each<[string, Place, string | undefined]>([
  ['市乙局', atValue('issues', 'x', 'units', 0), 'yi'],
  // The name that older documents use.
  ['市丙丁办公室', atValue('issues', 'x', 'units', 0), 'yi'],
  ['示例市甲县', atValue('deadlines', 'x', 'who', 0), 'jia'],
  ['甲县发布', atValue('issues', 'x', 'channels', 0), 'jia-wechat'],
  ['政务新媒体', atKey('areas', '政务新媒体'), 'media'],
  ['县（区）', atValue('units', 'x', 'tier'), 'county'],
  ['甲县', atValue('period', 'id'), undefined],
  ['完全不同的名称', atValue('issues', 'x', 'units', 0), undefined],
])('%s', (typed, place, near) => {
  const expects = problem('expects-id', 'data/x.yaml', place, { found: `“${typed}”` })
  const [answered] = withIdsByName([expects], dataset)
  expect(answered?.args['near']).toBe(near)
  expect(answered?.code).toBe(near === undefined ? 'expects-id' : 'expects-id-near')
})
