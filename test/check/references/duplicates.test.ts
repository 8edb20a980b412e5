import { expect, test } from 'vitest'
import { duplicates } from '#check/references/duplicates.ts'
import { nearMissNames } from '#check/references/near-miss-names.ts'
import type { Catalogue } from '#schema/indicator.ts'
import { wording } from '#messages/format.ts'
import { found, problemsOf } from '../found.ts'

const stale = { name: '内容不更新', area: 'media', kind: 'veto', verified: false } as const
const catalogue = (title: string, replaces?: string): Catalogue => ({
  title,
  source: '文件',
  ...(replaces === undefined ? {} : { replaces }),
  indicators: { stale },
})

test.each([
  ['city national other', 'other'],
  ['city other national', 'other'],
  ['national city other', 'other'],
  ['national other city', 'city'],
  ['other city national', 'city'],
  ['other national city', 'city'],
])('two catalogues that replace a third do not replace each other: %s', (order, last) => {
  const all: Readonly<Record<string, Catalogue>> = {
    national: catalogue('国家指标'),
    city: catalogue('本市指标', 'national'),
    other: catalogue('另一目录', 'national'),
  }
  const catalogues = Object.fromEntries(
    order.split(' ').flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])),
  )
  expect(found(duplicates, { catalogues })).toEqual([
    `error duplicate-id data/indicators/${last}.yaml indicators.stale`,
  ])
})

const unit = (name: string, tier = 'county') => ({ name, tier })

test.each([
  ['letter for letter', '市财政局', '市财政局'],
  ['width aside', '市财政局（国资委）', '市财政局(国资委)'],
  ['capitals aside', '示例APP办', '示例app办'],
])('two units of one tier do not share a name, %s', (_, one, other) => {
  const units = { a: unit(one), b: unit(other) }
  expect(found(duplicates, { units })).toEqual([
    'error duplicate-name data/units.yaml units.b.name',
  ])
  // The problem is reported once.
  expect(found(nearMissNames, { units })).toEqual([])
})

test('the message says how to distinguish two units with the same name', () => {
  const units = { 'xuzhou-jiaoyu': unit('教育局'), 'cuiping-jiaoyu': unit('教育局') }
  expect(problemsOf(duplicates, { units }).map(wording)).toEqual([
    {
      says: '“教育局”与已经登记的“教育局”（xuzhou-jiaoyu）是同一个名称。',
      write:
        '是同一个单位的只保留一条；是两个单位的，请各写全称，如“叙州区教育局”，网页上才分得开。',
    },
  ])
})

test('units of two tiers with the same name only give a warning', () => {
  expect(found(duplicates, { units: { a: unit('经开区', 'zone'), b: unit('经开区') } })).toEqual([
    'warning duplicate-name data/units.yaml units.b.name',
  ])
})

test('a unit and what it became may share a name', () => {
  const became = { unit: 'b', on: '2024-05-10' }
  expect(
    found(duplicates, { units: { a: { ...unit('市数据局'), became }, b: unit('市数据局') } }),
  ).toEqual([])
})

test('accounts whose names differ only in width or case are the same account', () => {
  const account = { platform: '微信公众号', name: '示例APP', unit: 'jia' }
  const channels = { a: account, b: { ...account, name: '示例ａｐｐ' } }
  expect(found(duplicates, { channels })).toEqual([
    'error duplicate-channel data/channels.yaml channels.b',
  ])
})

test('an earlier name that another record has now is a mistake in one of them', () => {
  const units = {
    a: { name: '市大数据局', tier: 'department', earlier_names: ['市政务局'] },
    b: { name: '市政务局', tier: 'department' },
  }
  const taken = 'warning earlier-name-taken data/units.yaml units.a.earlier_names.0'
  expect(found(duplicates, { units })).toEqual([taken])
  // The old unit has an entry of its own that says what it became.
  const became = { unit: 'a', on: '2024-05-10' }
  expect(found(duplicates, { units: { ...units, b: { ...units.b, became } } })).toEqual([])
})

test('of accounts, on the same platform only', () => {
  const of = (platform: string) => ({
    a: { platform: '微信公众号', name: '甲县融媒', unit: 'jia', earlier_names: ['甲县发布'] },
    b: { platform, name: '甲县发布', unit: 'jia' },
  })
  expect(found(duplicates, { channels: of('微信公众号') })).toEqual([
    'warning earlier-name-taken data/channels.yaml channels.a.earlier_names.0',
  ])
  expect(found(duplicates, { channels: of('微博') })).toEqual([])
})
