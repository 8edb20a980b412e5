import type { Path } from '#messages/problem.ts'

/** A name that a table keyed by authored names cannot hold: the schema passes over it in silence. */
const unusable = '__proto__'

/** Paths of the keys that a table would lose. */
export function unusableKeys(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    return key === unusable ? [here] : unusableKeys(inner, here)
  })
}

/**
 * The value, so that nothing answers to a name in it but what was authored: a unit `constructor`
 * that is nowhere registered is looked up and not found.
 */
export function withOwnNamesOnly<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) value.forEach(withOwnNamesOnly)
  else {
    Object.setPrototypeOf(value, null)
    Object.values(value).forEach(withOwnNamesOnly)
  }
  return value
}

/** An empty table with own names only. */
export const emptyTable = <T>(): Record<string, T> => Object.create(null) as Record<string, T>
