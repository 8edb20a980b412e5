import { isCollection, isScalar, visit, type Document } from 'yaml'

interface SyntaxError {
  readonly offset: number
  readonly code: string
  readonly detail: string
  /** What to write instead. */
  readonly fix: string
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
    const known = deeper !== null ? tooDeepIndent : (behindEnd(text, offset, code) ?? wordsOf(code))
    const inLine = code === 'BLOCK_IN_FLOW' && closesInLine(text, offset)
    const words =
      quote !== null
        ? openQuote
        : inLine
          ? missingComma
          : bracket !== null
            ? openBracket
            : startsComment(text, offset)
              ? slashes
              : known
    const at = inLine ? offset : (quote ?? bracket ?? deeper ?? offset)
    errors.push({ offset: firstSign(text, at), code, ...words })
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

/** Where the text of a line begins, for an error at the start of it. */
function firstSign(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] !== '\n') return offset
  return offset + (/^ */.exec(text.slice(offset))?.[0].length ?? 0)
}

/** Whether a brace that is open at an offset is closed in the same line. */
const closesInLine = (text: string, offset: number): boolean =>
  /^[^\n]*[}\]]/.test(text.slice(offset))

const startsComment = (text: string, offset: number): boolean => text.startsWith('//', offset)

/** What is wrong with text that goes on behind a quote or a bracket that is closed. */
function behindEnd(text: string, offset: number, code: string): Words | null {
  if (code !== 'UNEXPECTED_TOKEN') return null
  const [own = ''] = text.slice(offset)
  const last = text.slice(0, offset).trimEnd().at(-1) ?? ''
  if (/[\]}]/.test(own))
    return { detail: `多了一个“${own}”。`, fix: '请删去，或补上与它成对的那一半。' }
  if (last === '"' || last === "'") return behindQuote
  return /[\]}]/.test(last) ? behindBracket : null
}

interface Words {
  readonly detail: string
  readonly fix: string
}

const quoteAll = '请给冒号后面的整段文字加一对英文双引号；里面的引号用中文引号“”。'
const spaces = '请与上面同级的各行左边对齐，每深一级多两个空格。'
const tooDeepIndent = {
  detail: '这一行缩进得太深，或上面缺少以冒号结尾的一行。',
  fix: spaces,
}
const openQuote = { detail: '引号没有成对。', fix: '请在这段文字的末尾补上同样的英文引号。' }
const openBracket = {
  detail: '方括号或花括号没有成对。',
  fix: '请补上另一半；以括号开头的文字要加英文双引号。',
}
const missingComma = {
  detail: '括号里少一个逗号，或文字里有冒号。',
  fix: '请用英文逗号加空格隔开各项；有冒号的文字要加英文双引号。',
}
const slashes = { detail: '备注不能以“//”开头。', fix: '请改成“# ”（井号加空格）。' }
const behindQuote = { detail: '引号后面还有文字。', fix: quoteAll }
const behindBracket = {
  detail: '括号后面还有文字。',
  fix: '请删去多余的文字；以括号开头的文字要整段加英文双引号。',
}

/** What the parser's codes mean to an editor; of others, only that something is wrong. */
function wordsOf(code: string): Words {
  return syntaxWords[code] ?? { detail: '这一处读不懂。', fix: '请检查这一行的缩进、冒号和引号。' }
}

const syntaxWords: Readonly<Record<string, Words>> = {
  BAD_INDENT: { detail: '缩进没有对齐，或上一行的括号、引号没有成对。', fix: spaces },
  TAB_AS_INDENT: { detail: '缩进用了制表符（Tab 键）。', fix: '请改用空格，每一级两个。' },
  MISSING_CHAR: {
    detail: '缺少一个符号（引号、括号或冒号）。',
    fix: '请检查这一行的引号、括号和冒号是不是都写全了。',
  },
  UNEXPECTED_TOKEN: {
    detail: '这里有多余的符号。',
    fix: '请删去；是文字的，整段加英文双引号。',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    detail: '一行里有两个冒号，或冒号后的内容需要加引号。',
    fix: quoteAll,
  },
  BLOCK_IN_FLOW: openBracket,
  MULTILINE_IMPLICIT_KEY: {
    detail: '这一行缺少英文冒号，或冒号后少一个空格。',
    fix: '请写成“名称: 内容”；是上一行文字的继续的，接到上一行末尾。',
  },
  KEY_OVER_1024_CHARS: {
    detail: '字段名太长，可能缺少英文冒号。',
    fix: '请写成“名称: 内容”。',
  },
  BAD_ALIAS: { detail: '以 * 或 & 开头的文字要加引号。', fix: quoteAll },
  BAD_SCALAR_START: { detail: '这个符号开头的文字要加引号。', fix: quoteAll },
  BAD_DQ_ESCAPE: {
    detail: '双引号里的反斜杠有误。',
    fix: '请改用英文单引号，或删去反斜杠。',
  },
  MULTIPLE_DOCS: {
    detail: '一个文件里只能有一份内容，“---”或“...”后面的内容没有读到。',
    fix: '请删去单独成行的“---”或“...”。',
  },
}
