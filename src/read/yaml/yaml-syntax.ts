import { countFirst } from '#model/binary-search.ts'
import { isCollection, isScalar, type Document } from 'yaml'
import { walk } from './yaml-walk.ts'

interface SyntaxError {
  readonly offset: number
  readonly code: string
  readonly detail: string
  /** What to write instead. */
  readonly fix: string
}

/**
 * The first syntax error by position, with words for the editor; null for valid YAML. The library
 * may report an error for every character, so the work for each must be small.
 */
export function firstSyntaxError(document: Document, text: string): SyntaxError | null {
  const [only] = document.errors
  if (only === undefined) return null
  const open = openParts(document)
  const closes = new Map<number, number>()
  // An unclosed quote also leaves the brackets around it unclosed.
  const onlyBrackets = document.errors.every(
    ({ code, pos }) => code !== 'MISSING_CHAR' || open.quoteAt(pos[0]) === null,
  )
  let first: SyntaxError | null = null
  for (const { code, pos, message } of document.errors) {
    const [offset] = pos
    const quote = code === 'MISSING_CHAR' ? open.quoteAt(offset) : null
    const unclosed = onlyBrackets && message.startsWith('Flow')
    const bracket = unclosed ? open.bracketAt(offset) : null
    const deeper = code.endsWith('_IMPLICIT_KEY') ? deeperLine(text, offset) : null
    const inLine = code === 'BLOCK_IN_FLOW' && closesInLine(text, offset, closes)
    const at = firstCharacter(text, inLine ? offset : (quote ?? bracket ?? deeper ?? offset))
    if (first !== null && first.offset <= at) continue
    const known = deeper !== null ? tooDeepIndent : (behindEnd(text, offset, code) ?? wordsOf(code))
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
    const inText = bracketInText(text, offset) ?? bracketInText(text, at)
    first =
      inText !== null && aboutBrackets.includes(words)
        ? { offset: inText.offset, code, ...textInBrackets(inText.word) }
        : { offset: at, code, ...words }
  }
  return first
}

/** Finds where an unclosed quote or bracket begins, by the offset at which it is reported. */
function openParts(document: Document): {
  quoteAt: (offset: number) => number | null
  bracketAt: (offset: number) => number | null
} {
  interface Bracket {
    readonly from: number
    readonly to: number
    /** The innermost bracket around this one. */
    readonly around: number
  }
  const quotes = new Map<number, number>()
  // Sorted by start offset.
  const brackets: Bracket[] = []
  walk(document, ({ node }) => {
    const [from, to] = node.range ?? [0, 0]
    if (isScalar(node) && node.type?.startsWith('QUOTE_') === true) quotes.set(to, from)
    if (!isCollection(node) || node.flow !== true) return
    let around = brackets.length - 1
    while (around >= 0 && (brackets[around]?.to ?? 0) < to) around = brackets[around]?.around ?? -1
    brackets.push({ from, to, around })
  })
  return {
    quoteAt: (offset) => quotes.get(offset) ?? null,
    bracketAt(offset) {
      let at = countFirst(brackets, ({ from }) => from < offset) - 1
      while (at >= 0 && (brackets[at]?.to ?? 0) < offset) at = brackets[at]?.around ?? -1
      return brackets[at]?.from ?? null
    },
  }
}

/**
 * Start of an entry that the parser joined to the value before it because it is indented deeper;
 * null when there is none.
 */
function deeperLine(text: string, offset: number): number | null {
  const end = text.indexOf('\n', offset)
  if (end === -1) return null
  const line = text.slice(offset, end)
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  if (/:(\s|$)/.test(line) || !/:\s/.test(before)) return null
  // The next non-empty line, if it is an entry.
  const nonSpace = /\S/g
  nonSpace.lastIndex = end
  const below = nonSpace.exec(text)?.index
  if (below === undefined || text[below] === '#') return null
  const start = text.lastIndexOf('\n', below) + 1
  const lineEnd = text.indexOf('\n', below)
  const entry = text.slice(below, lineEnd === -1 ? undefined : lineEnd)
  const isIndented = /^ *$/.test(text.slice(start, below))
  return isIndented && /.:(?=\s|$)/.test(entry) ? below : null
}

/** Moves an offset at the start of a line to its first character that is not a space. */
function firstCharacter(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] !== '\n') return offset
  return offset + (/^ */.exec(text.slice(offset))?.[0].length ?? 0)
}

/**
 * Whether a bracket open at an offset is closed in the same line.
 *
 * @param known offset of the last closing bracket of a line, by the offset of the line
 */
function closesInLine(text: string, offset: number, known: Map<number, number>): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  let last = known.get(start)
  if (last === undefined) {
    const end = text.indexOf('\n', offset)
    const line = text.slice(start, end === -1 ? undefined : end)
    last = start + Math.max(line.lastIndexOf('}'), line.lastIndexOf(']'))
    known.set(start, last)
  }
  return last >= offset
}

const maxWordLength = 60

/**
 * A word in the line of an offset that contains square brackets, such as 宜府办[2023]36号; null when
 * there is none. YAML reads its brackets as a list.
 */
function bracketInText(
  text: string,
  offset: number,
): { readonly word: string; readonly offset: number } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + maxLineLength))
  for (const { 0: word, index } of line.matchAll(
    /[^\s,，:：{}"'#]*\[[^[\]{},，"']*\][^\s,，:：{}"']*/g,
  ))
    if (/[^[]\[|\][^\]]/.test(word) && word.length <= maxWordLength)
      return { word, offset: start + index }
  return null
}

/** A longer line holds data, not one text. */
const maxLineLength = 2000

const startsComment = (text: string, offset: number): boolean => text.startsWith('//', offset)

/** Words for text after a closing quote or bracket. */
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

const aboutBrackets: readonly Words[] = [openBracket, missingComma, behindBracket]

/** Words for a text with square brackets that is not in quotes. */
const textInBrackets = (word: string): Words => ({
  detail: `“${word}”里有方括号，没有加引号。`,
  fix: `请加英文双引号："${word}"；发文字号的年份用六角括号〔〕的，照文件写，不用加引号。`,
})

/** Words for an error code of the parser; general ones for a code without an entry. */
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
