import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrderOfNames } from '#model/name-order.ts'

const sorted = (names: string[]): string[] => inOrderOfNames(names, (name) => name)

test('names are sorted by pronunciation', () => {
  expect(sorted(['翠屏区', '南溪区', '江安县', '珙县', '高县'])).toEqual([
    '翠屏区',
    '高县',
    '珙县',
    '江安县',
    '南溪区',
  ])
})

test('names with the same beginning are sorted by what follows', () => {
  expect(sorted(['市信访局', '市财政局', '市商务局'])).toEqual(['市财政局', '市商务局', '市信访局'])
})

test('the given list is not changed', () => {
  const given = ['乙', '甲']
  sorted(given)
  expect(given).toEqual(['乙', '甲'])
})

test('the order of names does not depend on the order in which they are given', () => {
  const names = fc.uniqueArray(
    fc.oneof(
      fc.stringMatching(/^[\u4e00-\u9fa5]{1,4}$/),
      fc.stringMatching(/^[市县区]?[财商信]?[a-zA-Z0-9]{0,2}局$/),
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(
      names.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([one, other]) => {
        expect(sorted(one).toSorted()).toEqual(one.toSorted())
        expect(sorted(other)).toEqual(sorted(one))
      },
    ),
  )
})

test('items with the same name stay in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('甲', '乙', '丙')), (names) => {
      const things = names.map((name, n) => ({ name, n }))
      const of =
        (wanted: string) =>
        ({ name }: { name: string }) =>
          name === wanted
      for (const name of new Set(names))
        expect(inOrderOfNames(things, (thing) => thing.name).filter(of(name))).toEqual(
          things.filter(of(name)),
        )
    }),
  )
})
