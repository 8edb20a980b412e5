import { isPlainGroup } from '#model/plain-group.ts'

/** The keys of a record that hold its numbers. */
const numbered = new Set(['figures', 'areas', 'results'])

/**
 * A parsed record with its numbers in the order of its file, which is that of the document: pages
 * lead with the first number. All other keys stay in the order of the schema, into which Zod puts
 * them, so that two files with the same content give the same site.
 */
export function inKeyOrder<T extends object>(parsed: T, given: unknown): T {
  if (!isPlainGroup(parsed) || !isPlainGroup(given)) return parsed
  const inFile = Object.keys(given).filter((key) => numbered.has(key) && Object.hasOwn(parsed, key))
  if (inFile.length === 0) return parsed
  const inSchema = Object.keys(parsed).filter((key) => inFile.includes(key))
  const keys = Object.keys(parsed).map((key) => inFile[inSchema.indexOf(key)] ?? key)
  return Object.fromEntries(
    keys.map((key) => [key, numbered.has(key) ? ordered(parsed[key], given[key]) : parsed[key]]),
  ) as T
}

function ordered(parsed: unknown, given: unknown): unknown {
  if (!isPlainGroup(parsed) || !isPlainGroup(given)) return parsed
  const keys = new Set([...Object.keys(given), ...Object.keys(parsed)])
  return Object.fromEntries(
    [...keys]
      .filter((key) => Object.hasOwn(parsed, key))
      .map((key) => [key, ordered(parsed[key], given[key])]),
  )
}
