import { expect, test } from 'vitest'
import type { z } from 'zod'
import { missingWords } from '#model/figure.ts'
import { alternativesOf, definitionOf } from '#schema/definition.ts'
import { fileKinds } from '#schema/file-kinds.ts'

const reasons = Object.keys(missingWords)

/** Every place of a file with a single value, with its path. */
function* places(schema: z.ZodType, path = '', seen = new Set<z.ZodType>()): Generator<Place> {
  const ways = alternativesOf(schema)
  yield { path, schema, ways }
  for (const way of ways) {
    if (seen.has(way)) continue
    seen.add(way)
    const { shape = {}, element, keyType, valueType } = definitionOf(way)
    for (const [key, field] of Object.entries(shape)) yield* places(field, `${path}.${key}`, seen)
    if (element !== undefined) yield* places(element, `${path}[]`, seen)
    if (keyType !== undefined) yield* places(keyType, `${path}{key}`, seen)
    if (valueType !== undefined) yield* places(valueType, `${path}{}`, seen)
  }
}
interface Place {
  readonly path: string
  readonly schema: z.ZodType
  readonly ways: readonly z.ZodType[]
}

/** Whether one of the ways in which a value may be written is exactly this word. */
const isListed = (ways: readonly z.ZodType[], word: string): boolean =>
  ways.some((way) => {
    const { entries = {}, values = [] } = definitionOf(way)
    return Object.hasOwn(entries, word) || values.includes(word)
  })

test.each(Object.entries(fileKinds))(
  'in no field of %s is a reason for a missing value taken for a text or an id',
  (kind, { schema }) => {
    const all = [...places(schema, kind)]
    const taken = all.flatMap(({ path, schema: place, ways }) =>
      reasons
        .filter((word) => place.safeParse(word).success && !isListed(ways, word))
        .map((word) => `${path}: ${word}`),
    )
    expect(all.length).toBeGreaterThan(3)
    expect(taken).toEqual([])
  },
)

/** Other writings of the same words, which a page would print as a text. */
const misspelt = reasons.flatMap((word) => [
  word.toUpperCase(),
  word.replace(/^./, (first) => first.toUpperCase()),
  word.replace('-', '_'),
  word.replace('-', ' '),
  word.replace('-', '－'),
  ` ${word.replace('-', ' - ')} `,
])

test.each(Object.entries(fileKinds))(
  'nor in %s is another writing of a reason, such as not_stated',
  (kind, { schema }) => {
    const taken = [...places(schema, kind)].flatMap(({ path, schema: place, ways }) =>
      misspelt
        .filter((word) => !reasons.includes(word))
        .filter((word) => place.safeParse(word).success && !isListed(ways, word))
        .map((word) => `${path}: ${word}`),
    )
    expect(taken).toEqual([])
  },
)
