import { Lexer } from 'yaml'

/**
 * Limits on what a YAML text may hold, looked at before it is parsed. None of them refuses ten times
 * the largest file of the fictional province of ten years.
 */

/** More levels than this nobody writes, and programs stumble over many. */
export const mostLevels = 100

/** Names, values and signs of a file: 46,000 accounts have 700,000. */
export const mostTokens = 1_000_000

/** What the lexer puts between the parts of a text that stands nowhere in it, and white space. */
const uncounted = /^[\u0002\u0018\u001f\s]/

/** Whether a text has more names, values and signs than a file may hold. */
export function hasTooManyTokens(text: string): boolean {
  // Each takes a character at least.
  if (text.length <= mostTokens) return false
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (!uncounted.test(lexeme)) count++
    if (count > mostTokens) return true
  }
  return false
}
