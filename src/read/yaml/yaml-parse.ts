import { Composer, Lexer, Parser, YAMLParseError, type Document } from 'yaml'
import { mostLevels } from './limits.ts'

// Core schema: dates stay strings, so that no time zone can move them. Keys that stand twice are
// found elsewhere, because the parser compares each with all others.
const options = {
  prettyErrors: false,
  schema: 'core',
  uniqueKeys: false,
  // Not 'silent': that also keeps silent about all that stands behind a second `---`.
  logLevel: 'error',
} as const

/** The document itself and a text may stand on the stack of the parser beside the collections. */
const mostOnStack = mostLevels + 2

/** The code of the error of a document whose text has too many levels. */
export const tooManyLevels = 'RESOURCE_EXHAUSTION'

/**
 * Parses a YAML text as `parseDocument` of the library does, and stops where lists and groups lie
 * too deep inside each other: from there on the library takes time that grows with the square of
 * the depth, and more. The document then holds what stands before, with an error at that place.
 *
 * @param keepSourceTokens whether each node keeps what it was made of, for one who edits the text
 */
export function parse(text: string, keepSourceTokens = false): Document {
  const parser = new Parser()
  let deepAt: number | null = null
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      const { offset } = parser
      yield* parser.next(lexeme)
      if (parser.stack.length <= mostOnStack) continue
      deepAt = offset
      break
    }
    yield* parser.end()
  }
  const [document, more] = new Composer({ ...options, keepSourceTokens })
    .compose(tokens(), true, text.length)
    .take(2)
  // With `true` there is always one.
  if (document === undefined) throw new Error('no document')
  if (more !== undefined)
    document.errors.push(
      new YAMLParseError([more.range[0], more.range[1]], 'MULTIPLE_DOCS', 'more than one document'),
    )
  if (deepAt !== null) {
    const at: number = deepAt
    // What is open where the reading stopped is no mistake.
    document.errors = document.errors.filter(({ pos }) => pos[0] < at)
    document.errors.push(new YAMLParseError([at, at + 1], tooManyLevels, 'too many levels'))
  }
  return document
}
