import { Lexer } from 'yaml'

export interface Comment {
  /** The offset of its #. */
  readonly offset: number
  readonly text: string
}

/** Tokens that the lexer inserts and that are not in the text. */
const marks: readonly string[] = ['\u0002', '\u0018', '\u001f']
const scalarMark = '\u001f'

/** Every comment of a YAML text, in order. */
export function commentsIn(text: string): Comment[] {
  const found: Comment[] = []
  let offset = 0
  let isScalar = false
  for (const part of new Lexer().lex(text)) {
    if (marks.includes(part)) {
      isScalar = part === scalarMark
      continue
    }
    if (part.startsWith('#') && !isScalar) found.push({ offset, text: part.trimEnd() })
    isScalar = false
    offset += part.length
  }
  return found
}

/** The comments of a text, in order, that are between two offsets. */
