import type { Path } from '#messages/problem.ts'
import type { Issue } from './zod-issue.ts'
import { commentIn, entryIn, meantBy, type Meant } from './suggestions.ts'

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
  // What was typed for a date, a number or a list of names is short; prose is no slip of one.
  if (typeof value === 'string' && value.length > longestSlip) return null
  const comment = typeof value === 'string' ? commentIn(value) : null
  return comment ?? meantBy(expected, { value, typed })
}

const longestSlip = 1000

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
    const found = entryInside(text, key)
    if (found === null) continue
    const { sign, before, rest } = found
    const better = sign === '' ? `${key}: ${rest}` : `${by}: ${before}, ${key}: ${rest}`
    const code = sign === '' ? 'full-width-colon' : 'full-width-comma'
    return { by, meant: { code, args: { found: sign, better } } }
  }
  return null
}

/** A key with a colon inside a text, behind white space or a sign that sets entries apart. */
function entryInside(
  text: string,
  key: string,
): { readonly sign: string; readonly before: string; readonly rest: string } | null {
  for (const match of text.matchAll(new RegExp(`${key}\\s*[：:]\\s*`, 'g'))) {
    // The white space is cut off rather than searched, which would take the square of its length.
    const before = text.slice(0, match.index).trimEnd()
    const sign = /[，、；,;]$/.exec(before)?.[0] ?? ''
    if (sign === '' && before.length === match.index) continue
    const rest = text.slice(match.index + match[0].length)
    return { sign, before: before.slice(0, before.length - sign.length), rest }
  }
  return null
}

/** The slip by which an entry of a `{ }` became a key without a value, as in `{ failed：1 }`. */
export function slipInKey(value: unknown, key: string): Meant | null {
  return value === null ? entryIn(key) : null
}
