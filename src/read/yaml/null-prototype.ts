import type { Path } from '#schema/path.ts'

/** A key that plain objects cannot hold; Zod skips it without an error. */
const unusable = '__proto__'

/** Paths of the keys that an object would lose. */
export function unusableKeys(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    return key === unusable ? [here] : unusableKeys(inner, here)
  })
}

/**
 * Removes the prototype of every object in a value, so that a lookup of an authored name such as
 * `constructor` finds only authored keys. Changes the value in place.
 */
export function withNullPrototypes<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) value.forEach(withNullPrototypes)
  else {
    Object.setPrototypeOf(value, null)
    Object.values(value).forEach(withNullPrototypes)
  }
  return value
}

/** An empty object without a prototype. */
export const nullPrototypeObject = <T>(): Record<string, T> =>
  Object.create(null) as Record<string, T>
