import { beforeAll, expect, test } from 'vitest'
import { compareManners } from '../../support/compared-manners.ts'

let sets: ReturnType<typeof compareManners>
beforeAll(() => {
  sets = compareManners()
})

test.each([
  'copied',
  'numbers changed',
  'shuffled',
  'other titles in the second year',
  'other titles in the first year',
  'other titles in both years',
  'numbers changed, broken',
  'shuffled, broken',
] as const)('every copy has a reuse of at least 80: %s', (set) => {
  expect(sets[set].filter(({ reuse }) => reuse === null || reuse < 80)).toEqual([])
})

test.each(['honest', 'honest, broken'] as const)(
  'every honest report of the same unit has a reuse below 40: %s',
  (set) => {
    expect(sets[set].filter(({ reuse }) => reuse === null || reuse >= 40)).toEqual([])
  },
)

test.each(['unrelated', 'unrelated, with other titles', 'unrelated, broken'] as const)(
  'reports of two units have a reuse below 20: no table is taken for text: %s',
  (set) => {
    expect(sets[set].filter(({ reuse }) => reuse === null || reuse >= 20)).toEqual([])
  },
)
