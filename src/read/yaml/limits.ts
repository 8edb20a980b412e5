import { Lexer } from 'yaml'

/**
 * Limits on what a YAML text may hold, looked at before anything is made of it. None of them refuses ten times
 * the largest file of the fictional province of ten years.
 */

/** More levels than this nobody writes, and programs stumble over many. */
export const mostLevels = 100

/** Names, values and signs of a file: 46,000 accounts have 700,000. */
export const mostTokens = 1_000_000

/** Characters of one line, as typed or as several lines are read as one. */
export const mostInLine = 20_000

/** The length of the first line of a text that is too long; null when there is none. */
export function tooLongLine(text: string): { offset: number; length: number } | null {
  if (text.length <= mostInLine) return null
  let offset = 0
  for (const { length } of text.split('\n')) {
    if (length > mostInLine) return { offset, length }
    offset += length + 1
  }
  return null
}

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
