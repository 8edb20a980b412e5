import { isCollection, isScalar, visit, type Document } from 'yaml'

interface SyntaxError {
  readonly offset: number
  readonly code: string
  readonly detail: string
}

/** What of a text is not YAML, in the order of the text. */
export function syntaxErrors(document: Document, text: string): SyntaxError[] {
  const errors: SyntaxError[] = []
  const quotes = document.errors.map(({ code, pos }) =>
    code === 'MISSING_CHAR' ? openAt(document, pos[0], 'quote') : null,
  )
  // A quote that is still open leaves the brackets around it open too.
  const onlyBrackets = quotes.every((quote) => quote === null)
  for (const [n, { code, pos, message }] of document.errors.entries()) {
    const [offset] = pos
    const quote = quotes[n] ?? null
    const unclosed = onlyBrackets && message.startsWith('Flow')
    const bracket = unclosed ? openAt(document, offset, 'bracket') : null
    const deeper = code.endsWith('_IMPLICIT_KEY') ? deeperLine(text, offset) : null
    const known = deeper !== null ? tooDeepIndent : (syntaxWords[code] ?? message)
    const detail = quote !== null ? openQuote : bracket !== null ? openBracket : known
    errors.push({ offset: quote ?? bracket ?? deeper ?? offset, code, detail })
  }
  return errors.sort((a, b) => a.offset - b.offset)
}

/** Start of the quote or the bracket that is still open at an offset, or null when none is. */
function openAt(document: Document, offset: number, what: 'quote' | 'bracket'): number | null {
  let start: number | null = null
  visit(document, {
    Node(_, node) {
      const [from, to] = node.range ?? [0, 0]
      const quote = isScalar(node) && node.type?.startsWith('QUOTE_') === true && to === offset
      const bracket = isCollection(node) && node.flow === true && from < offset && offset <= to
      if (what === 'quote' ? quote : bracket) start = from
    },
  })
  return start
}

/** Start of the entry that a value goes on into, for being indented deeper; null when it is whole. */
function deeperLine(text: string, offset: number): number | null {
  const line = /^[^\n]*/.exec(text.slice(offset))?.[0] ?? ''
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  if (/:(\s|$)/.test(line) || !/:\s/.test(before)) return null
  const below = /^[^\n]*\n(?:\s*\n)*( *)[^\s#][^\n]*:(?=\s|$)/.exec(text.slice(offset))
  return below === null ? null : offset + below[0].lastIndexOf('\n') + 1 + (below[1]?.length ?? 0)
}

const tooDeepIndent = '这一行缩进得太深，或上面缺少以冒号结尾的一行。'
const openQuote = '引号没有成对。'
const openBracket = '方括号或花括号没有成对。'

/** What the parser's codes mean to an editor. */
const syntaxWords: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进没有对齐，或上一行的括号、引号没有成对。',
  TAB_AS_INDENT: '缩进用了制表符（Tab 键），请改用空格。',
  MISSING_CHAR: '缺少一个符号（引号、括号或冒号）。',
  UNEXPECTED_TOKEN: '这里有多余的符号。',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，或冒号后的内容需要加引号。',
  BLOCK_IN_FLOW: openBracket,
  MULTILINE_IMPLICIT_KEY: '这一行缺少英文冒号，或冒号后少一个空格。',
  KEY_OVER_1024_CHARS: '字段名太长，可能缺少英文冒号。',
  BAD_ALIAS: '以 * 或 & 开头的文字要加引号。',
  BAD_SCALAR_START: '这个符号开头的文字要加引号。',
  BAD_DQ_ESCAPE: '双引号里的反斜杠有误，请改用单引号。',
  MULTIPLE_DOCS: '一个文件里只能有一份内容，请删除单独成行的“---”或“...”；它后面的内容没有读到。',
}
