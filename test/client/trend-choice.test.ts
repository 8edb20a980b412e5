import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceIn, hashOf } from '#client/trend-choice.ts'

test('a choice is kept in the address, and read back from it', () => {
  expect(hashOf({ range: 8, areas: ['websites', 'media'], tiers: null })).toBe(
    '#range=8&areas=websites,media',
  )
  expect(hashOf({ range: 0, areas: null, tiers: null })).toBe('')
  const ids = fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)), { nil: null })
  const range = fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 40 }))
  fc.assert(
    fc.property(fc.record({ range, areas: ids, tiers: ids }), (choice) => {
      expect(choiceIn(hashOf(choice))).toEqual(choice)
    }),
  )
})

test('an address that nobody chose shows everything', () => {
  for (const hash of ['', '#', '#chart-pass-rates', '#range=x', '#range=-1', '#range=1'])
    expect(choiceIn(hash)).toEqual({ range: 0, areas: null, tiers: null })
})
