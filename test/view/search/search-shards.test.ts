import { expect, test } from 'vitest'
import { shardsOf } from '#view/search/search-shards.ts'

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `inspection-${n}`)

test('a city has a single search index, even after fifty years', () => {
  const { shards, shardOf } = shardsOf(ids(200))
  expect(shards).toEqual(['main'])
  expect(new Set(ids(200).map(shardOf))).toEqual(new Set(['main']))
})

test('no shard of a province is about more than two hundred inspections', () => {
  const { shards, shardOf } = shardsOf(ids(840))
  expect(shards).toHaveLength(6)
  const sizes = shards.map((shard) => ids(840).filter((id) => shardOf(id) === shard).length)
  expect(sizes).toEqual([0, 200, 200, 200, 200, 40])
})

test('pages that belong to no inspection are in the main shard', () => {
  const { shardOf } = shardsOf(ids(840))
  expect(shardOf(null)).toBe('main')
  expect(shardOf('of no inspection')).toBe('main')
})
