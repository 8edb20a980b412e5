import type { z } from 'zod'
import { alternativesOf, definitionOf, fieldOf, metaOf } from './definition.ts'
import type { Path } from './path.ts'

/** A step from a value to one in it: by a field, a position in a list, or a name that people choose. */
interface Step {
  readonly by: 'field' | 'item' | 'name'
  readonly to: z.ZodType
}

/** The steps by a key, one for each way in which the value may be written that has one. */
export const stepsInto = (schema: z.ZodType, key: string): Step[] =>
  alternativesOf(schema).flatMap((one): Step[] => {
    const field = fieldOf(one, key)
    if (field !== undefined) return [{ by: 'field', to: field }]
    const { element, valueType } = definitionOf(one)
    if (element !== undefined) return [{ by: 'item', to: element }]
    return valueType === undefined ? [] : [{ by: 'name', to: valueType }]
  })

/** The schemas at a path, one for each way in which a value there may be written. */
export function schemaAt(schema: z.ZodType, [key, ...rest]: Path): z.ZodType[] {
  if (key === undefined) return alternativesOf(schema)
  return stepsInto(schema, String(key)).flatMap(({ to }) => schemaAt(to, rest))
}

/** The keys of a shape: fields of an object, or the names that a table allows. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  if (schema === undefined) return []
  const { shape, keyType } = definitionOf(schema)
  return Object.keys(shape ?? (keyType && definitionOf(keyType).entries) ?? {})
}

/** What editors read of a field: its title and explanation; null for a name of their own. */
export function fieldAt(
  schema: z.ZodType,
  path: Path,
): { readonly title: string; readonly description: string | undefined } | null {
  const key = String(path.at(-1))
  const parents = schemaAt(schema, path.slice(0, -1))
  const field = parents.map((parent) => fieldOf(parent, key)).find(Boolean)
  const { title, description } = (field && metaOf(field)) ?? {}
  return title === undefined ? null : { title, description }
}

/** The Chinese title of a field, else its key. */
export const metaTitle = (schema: z.ZodType, path: Path): string =>
  fieldAt(schema, path)?.title ?? String(path.at(-1))

/** The meaning of each word that a field allows, if its description gives it: `veto 单项否决，…`. */
export const meaningsAt = (schema: z.ZodType, path: Path): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...(fieldAt(schema, path)?.description ?? '').matchAll(/(?:^|[，；])([a-z_-]+) ([^，；]+)/g),
    ].map(([, word = '', meaning = '']) => [word, meaning]),
  )
