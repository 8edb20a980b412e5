/**
 * A parsed value with the keys of each record in the order of its file, which is that of the document.
 * Zod puts them into the order of the schema.
 */
export function inKeyOrder<T>(parsed: T, given: unknown): T {
  return ordered(parsed, given) as T
}

function ordered(parsed: unknown, given: unknown): unknown {
  if (Array.isArray(parsed))
    return Array.isArray(given) ? parsed.map((one, n) => ordered(one, given[n])) : parsed
  if (!isRecord(parsed) || !isRecord(given)) return parsed
  const keys = new Set([...Object.keys(given), ...Object.keys(parsed)])
  return Object.fromEntries(
    [...keys]
      .filter((key) => Object.hasOwn(parsed, key))
      .map((key) => [key, ordered(parsed[key], given[key])]),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
