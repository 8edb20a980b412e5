import { Lexer } from 'yaml'

export interface Comment {
  /** Where its # stands. */
  readonly offset: number
  readonly text: string
}

/** What the lexer puts between the parts of a text that stands nowhere in it. */
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

/** Of the comments of a text, in order, those that stand between two offsets. */
