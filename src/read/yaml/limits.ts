import { Lexer } from 'yaml'

/**
 * Limits on a YAML text, checked before it is parsed. Each allows ten times the largest file of the
 * fictional province of ten years.
 */

/** Levels of nesting. Nobody writes more, and programs fail at many. */
export const maxDepth = 100

/** Tokens of a file: one with 46,000 accounts has 700,000. */
export const maxTokens = 1_000_000

/** Characters of one line, as typed or after folding several lines into one. */
export const maxLineLength = 20_000

/** The first line that is too long; null when there is none. */
export function tooLongLine(text: string): { offset: number; length: number } | null {
  if (text.length <= maxLineLength) return null
  let offset = 0
  for (const { length } of text.split('\n')) {
    if (length > maxLineLength) return { offset, length }
    offset += length + 1
  }
  return null
}

/** White space and the control characters that the lexer inserts between tokens. */
const uncounted = /^[\u0002\u0018\u001f\s]/

/** Whether a text has more tokens than `maxTokens`. */
export function hasTooManyTokens(text: string): boolean {
  // A token has at least one character.
  if (text.length <= maxTokens) return false
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (!uncounted.test(lexeme)) count++
    if (count > maxTokens) return true
  }
  return false
}
