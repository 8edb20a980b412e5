import { expect, test } from 'vitest'
import { duplicates } from '#checks/duplicates.ts'
import type { Catalogue } from '#schema/indicator.ts'
import { found } from './found.ts'

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
