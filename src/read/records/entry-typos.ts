import type { Path } from '#schema/path.ts'
import type { ZodIssue } from './zod-issue.ts'
import { commentIn, entryIn, suggestionFor, type Suggestion } from './suggestions.ts'

/** The typo that explains why a field rejects a value, or null. */
export function typoIn(
  issue: ZodIssue,
  value: unknown,
  path: Path,
  typed: string | null,
): Suggestion | null {
  if (value === null) {
    const inKey = typoInKey(value, String(path.at(-1)))
    if (inKey !== null) return inKey
  }
  const expectsFields = issue.code === 'invalid_type' && /^(object|record)$/.test(issue.expected)
  if (expectsFields && typeof value === 'string') return entryIn(value)
  const expectsList = issue.code === 'invalid_type' && issue.expected === 'array'
  const expected = expectsList
    ? 'expects-list'
    : isPrintedRate(path)
      ? 'expects-percent'
      : isMeasure(issue, path)
        ? 'expects-measure'
        : issue.message
  // An empty value, a list or a group of fields is not a typo.
  if (typeof value === 'object' && (value !== null || typed === null)) return null
  // Dates, numbers and lists of names are short; prose is not a typo of one.
  if (typeof value === 'string' && value.length > maxTypoLength) return null
  const comment = typeof value === 'string' ? commentIn(value) : null
  return comment ?? suggestionFor(expected, { value, typed })
}

/** Whether a field takes a number with a unit. The value inside such a group has no unit itself. */
const isMeasure = (issue: ZodIssue, path: Path): boolean =>
  issue.code === 'invalid_union' && issue.message === 'expects-number' && path.at(-1) !== 'value'

const maxTypoLength = 1000

/** Whether a path leads to the printed text of a rate. */
export const isPrintedRate = (path: Path): boolean =>
  path.at(-1) === 'stated' && path.at(-3) === 'rates'

/**
 * Whether an entry of a `{ }` became a key that starts with this name; that is reported separately.
 */
export const isInsideKey = (around: unknown, key: string): boolean =>
  typeof around === 'object' &&
  around !== null &&
  Object.entries(around).some(
    ([other, value]) => other.startsWith(key) && typoInKey(value, other) !== null,
  )

/** The neighbouring text that contains the missing field because of a full-width separator. */
export function swallowedBy(
  around: unknown,
  key: string,
): { by: string; suggestion: Suggestion } | null {
  if (typeof around !== 'object' || around === null) return null
  for (const [by, text] of Object.entries(around)) {
    if (typeof text !== 'string') continue
    const found = entryInside(text, key)
    if (found === null) continue
    const { separator, before, rest } = found
    const better = separator === '' ? `${key}: ${rest}` : `${by}: ${before}, ${key}: ${rest}`
    const code = separator === '' ? 'full-width-colon' : 'full-width-comma'
    return { by, suggestion: { code, args: { found: separator, better } } }
  }
  return null
}

/** Finds a key with a colon inside a text, after white space or a separator. */
function entryInside(
  text: string,
  key: string,
): { readonly separator: string; readonly before: string; readonly rest: string } | null {
  for (const match of text.matchAll(new RegExp(`${key}\\s*[：:]\\s*`, 'g'))) {
    // Trimming is linear; a regular expression for the white space would be quadratic.
    const before = text.slice(0, match.index).trimEnd()
    const separator = /[，、；,;]$/.exec(before)?.[0] ?? ''
    if (separator === '' && before.length === match.index) continue
    const rest = text.slice(match.index + match[0].length)
    return { separator, before: before.slice(0, before.length - separator.length), rest }
  }
  return null
}

/** The typo by which an entry of a `{ }` became a key without a value, as in `{ failed：1 }`. */
export function typoInKey(value: unknown, key: string): Suggestion | null {
  return value === null ? entryIn(key) : null
}
