import { expect, test } from 'vitest'
import { folderOf, partOfFile, partsOf } from '#site/search-parts.ts'

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `inspection-${n}`)
const partsBy = (count: number) => {
  const { partOf } = partsOf(ids(count))
  return ids(count).map((id) => partOf(id))
}

test('the search of a site of a few years is one', () => {
  expect(partsOf(ids(16)).parts).toEqual(['standing'])
  expect(new Set(partsBy(16))).toEqual(new Set(['standing']))
})

test('that of a city of many years has the last year, those before, and what is of no period', () => {
  const { parts, partOf } = partsOf(ids(80))
  expect(parts).toEqual(['standing', 'recent', 'earlier'])
  expect(partsBy(80)).toEqual([
    ...Array<string>(76).fill('earlier'),
    ...Array<string>(4).fill('recent'),
  ])
  expect(partOf(null)).toBe('standing')
  expect(partOf('of no inspection')).toBe('standing')
})

test('of a province no part is about more than two hundred inspections, and a new one moves one', () => {
  const before = partsBy(840)
  for (const part of partsOf(ids(840)).parts)
    expect(before.filter((one) => one === part).length).toBeLessThanOrEqual(200)
  const after = partsBy(841)
  expect(before.filter((part, n) => part !== after[n])).toHaveLength(1)
})

test('a file of the search is of the part whose folder it lies in', () => {
  for (const part of partsOf(ids(840)).parts)
    for (const file of [
      'pagefind-entry.json',
      'index/zh-cn_1.pf_index',
      'fragment/zh-cn_2.pf_fragment',
    ])
      expect(partOfFile(`pagefind/${folderOf(part)}${file}`)).toBe(part)
})
