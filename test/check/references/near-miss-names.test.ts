import { expect, test } from 'vitest'
import { duplicates } from '#check/references/duplicates.ts'
import { nearMissNames } from '#check/references/near-miss-names.ts'
import { found } from '../found.ts'

const unitsNamed = (one: string, other: string) => ({
  units: { a: { name: one, tier: 'county' }, b: { name: other, tier: 'county' } },
})

test.each([
  ['市林业竹业局', '市林业和竹业局'],
  ['宜宾市叙州区', '宜宾市叙洲区'],
  ['“两海”示范区', '两海示范区'],
  ['市财政局', '市财 政局'],
])('units %s and %s are probably one', (one, other) => {
  expect(found(nearMissNames, unitsNamed(one, other))).toEqual([
    'warning names-alike data/units.yaml units.b.name',
  ])
})

test.each([
  ['高县', '珙县'],
  ['市民政局', '市财政局'],
  ['市第一人民医院', '市第二人民医院'],
  ['城东街道办事处', '城西街道办事处'],
  ['市教育局', '市教育考试院'],
])('units %s and %s are two', (one, other) => {
  expect(found(nearMissNames, unitsNamed(one, other))).toEqual([])
})

test('a unit and what it became are two', () => {
  const { a, b } = unitsNamed('市林业竹业局', '市林业和竹业局').units
  const became = { unit: 'b', on: '2024-05-10' }
  expect(found(nearMissNames, { units: { a: { ...a, became }, b } })).toEqual([])
})

const account = (name: string, unit = 'jia', platform = '微信公众号') => ({ name, unit, platform })

test('accounts of one unit on one platform are probably one', () => {
  const channels = { a: account('叙州教育'), b: account('叙洲教育') }
  expect(found(nearMissNames, { channels })).toEqual([
    'warning names-alike data/channels.yaml channels.b.name',
  ])
})

test.each([
  [account('示东教育'), account('示西教育', 'yi')],
  [account('叙州教育'), account('叙洲教育', 'jia', '新浪微博')],
  [account('例江东镇'), account('例江西镇')],
])('accounts %j and %j are two', (a, b) => {
  expect(found(nearMissNames, { channels: { a, b } })).toEqual([])
})

test('a name that another had earlier is reported by its own rule alone', () => {
  const { a, b } = unitsNamed('市林业竹业局', '市林业和竹业局').units
  const units = { a, b: { ...b, earlier_names: ['市林业竹业局'] } }
  expect(found(nearMissNames, { units })).toEqual([])
  expect(found(duplicates, { units })).toEqual([
    'warning earlier-name-taken data/units.yaml units.b.earlier_names.0',
  ])
})
