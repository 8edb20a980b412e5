import { expect, test } from 'vitest'
import { Memoized } from '#model/memoized.ts'

test('a value is computed once for a source and a key, also where it is undefined', () => {
  const cache = new Memoized<string | undefined>()
  const computed: string[] = []
  const ask = (source: object, key?: string): string | undefined =>
    cache.of(source, () => (computed.push(key ?? 'none'), undefined), key)
  const [one, other] = [{}, {}]
  for (const source of [one, one, other]) ask(source)
  for (const key of ['a', 'a', 'b']) ask(one, key)
  expect(computed).toEqual(['none', 'none', 'a', 'b'])
})
