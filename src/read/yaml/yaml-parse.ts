import { Composer, Lexer, Parser, YAMLParseError, type Document } from 'yaml'
import { maxDepth } from './limits.ts'

// Core schema: dates stay strings, so that no time zone can move them. Duplicate keys are found by
// `repeatedKeys`, because the parser compares each key with all others.
const options = {
  prettyErrors: false,
  schema: 'core',
  uniqueKeys: false,
  // Not 'silent', which would also hide content after a second `---`.
  logLevel: 'error',
} as const

/** The parser's stack also holds the document and a scalar. */
const maxStackDepth = maxDepth + 2

/** Error code of a document that is nested too deeply. */
export const tooManyLevels = 'RESOURCE_EXHAUSTION'

/**
 * Parses a YAML text like `parseDocument` of the library, but stops at too many levels of nesting,
 * where the library would take at least quadratic time. The document then holds what comes before,
 * with an error at that place.
 *
 * @param keepSourceTokens whether nodes keep their source tokens, which editing needs
 */
export function parse(text: string, keepSourceTokens = false): Document {
  const parser = new Parser()
  let deepAt: number | null = null
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      const { offset } = parser
      yield* parser.next(lexeme)
      if (parser.stack.length <= maxStackDepth) continue
      deepAt = offset
      break
    }
    yield* parser.end()
  }
  const [document, more] = new Composer({ ...options, keepSourceTokens })
    .compose(tokens(), true, text.length)
    .take(2)
  // `compose` with `forceDoc` always yields a document.
  if (document === undefined) throw new Error('no document')
  if (more !== undefined)
    document.errors.push(
      new YAMLParseError([more.range[0], more.range[1]], 'MULTIPLE_DOCS', 'more than one document'),
    )
  if (deepAt !== null) {
    const at: number = deepAt
    // Brackets and quotes left open where parsing stopped are not errors.
    document.errors = document.errors.filter(({ pos }) => pos[0] < at)
    document.errors.push(new YAMLParseError([at, at + 1], tooManyLevels, 'too many levels'))
  }
  return document
}
