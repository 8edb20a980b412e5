import type { Path } from '#problems/problem.ts'
import type { Issue } from './issue.ts'
import { commentIn, entryIn, meantBy, type Meant } from './meant.ts'

/** The slip by which a value became what the field does not take, or null. */
export function slipIn(
  issue: Issue,
  value: unknown,
  path: Path,
  typed: string | null,
): Meant | null {
  if (value === null) {
    const inKey = slipInKey(value, String(path.at(-1)))
    if (inKey !== null) return inKey
  }
  const expectsFields = issue.code === 'invalid_type' && /^(object|record)$/.test(issue.expected)
  if (expectsFields && typeof value === 'string') return entryIn(value)
  const expectsList = issue.code === 'invalid_type' && issue.expected === 'array'
  const expected = expectsList
    ? 'expects-list'
    : isPrintedRate(path)
      ? 'expects-percent'
      : issue.message
  // Nothing at all is not a slip, nor is a list or a group of fields.
  if (typeof value === 'object' && (value !== null || typed === null)) return null
  const comment = typeof value === 'string' ? commentIn(value) : null
  return comment ?? meantBy(expected, { value, typed })
}

/** Whether a path leads to what a document printed of a rate. */
export const isPrintedRate = (path: Path): boolean =>
  path.at(-1) === 'stated' && path.at(-3) === 'rates'

/** Whether an entry of a `{ }` became a key with this name at its start; it is reported as such. */
export const isSpoilt = (around: unknown, key: string): boolean =>
  typeof around === 'object' &&
  around !== null &&
  Object.entries(around).some(
    ([other, value]) => other.startsWith(key) && slipInKey(value, other) !== null,
  )

/** The neighbour whose text goes on to hold the missing field, for want of an ASCII sign. */
export function swallowedBy(around: unknown, key: string): { by: string; meant: Meant } | null {
  if (typeof around !== 'object' || around === null) return null
  for (const [by, text] of Object.entries(around)) {
    if (typeof text !== 'string') continue
    const match = new RegExp(`([\\s，、；,;])\\s*${key}\\s*[：:]\\s*`).exec(text)
    if (match === null) continue
    const sign = match[1]?.trim() ?? ''
    const rest = text.slice(match.index + match[0].length)
    const better =
      sign === '' ? `${key}: ${rest}` : `${by}: ${text.slice(0, match.index)}, ${key}: ${rest}`
    const code = sign === '' ? 'full-width-colon' : 'full-width-comma'
    return { by, meant: { code, args: { found: sign, better } } }
  }
  return null
}

/** The slip by which an entry of a `{ }` became a key without a value, as in `{ failed：1 }`. */
export function slipInKey(value: unknown, key: string): Meant | null {
  return value === null ? entryIn(key) : null
}
