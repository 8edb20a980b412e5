import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFirst } from '#model/binary-search.ts'

test('counts as many items before a limit as a look at each of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: -1, max: 21 }),
      (all, limit) => {
        const sorted = all.toSorted((a, b) => a - b)
        const isBefore = (one: number): boolean => one < limit
        expect(countFirst(sorted, isBefore)).toBe(all.filter(isBefore).length)
      },
    ),
  )
})
