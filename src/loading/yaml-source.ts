import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml'
import type { Path, Place, Problem } from '#problems/problem.ts'
import { inFile } from '#problems/problem.ts'
import type { SourceText } from './files.ts'

/** A parsed YAML file: its plain value, and enough of the tree to find the place of any path. */
export interface YamlSource extends SourceText {
  readonly document: Document
  readonly value: unknown
  /** Offset from which the text could not be read as meant; null when all of it could. */
  readonly brokenFrom: number | null
  /** Paths of keys that stand twice. */
  readonly repeated: readonly Path[]
}

/** Parses a file. Syntax errors are problems; what could be read is kept, so that checks go on. */
export function parseYaml(source: SourceText): { source: YamlSource; problems: Problem[] } {
  const lines = new LineCounter()
  // Core schema: dates stay strings, so that no time zone can move them.
  const document = parseDocument(source.text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    logLevel: 'silent',
  })
  const problems: Problem[] = []
  const report = (code: Problem['code'], place: Place, args: Problem['args']): void => {
    problems.push({ code, level: 'error', file: source.file, place, args })
  }
  const broken = syntaxErrors(document, source.text)
  const brokenFrom = broken[0]?.offset ?? null
  for (const [n, { offset, code, detail }] of broken.entries())
    // What comes behind the first error mostly follows from it; tabs are errors of their own.
    if (n === 0 || code === 'TAB_AS_INDENT')
      report('yaml-syntax', { at: 'offset', offset }, { detail })

  const repeated: Path[] = []
  for (const { code, pos } of document.errors) {
    const [offset] = pos
    if (code !== 'DUPLICATE_KEY' || (brokenFrom !== null && offset > brokenFrom)) continue
    const { path, first } = repeatedKey(document, offset)
    repeated.push(path)
    const args = { key: String(path.at(-1) ?? ''), line: lines.linePos(first).line }
    report('yaml-duplicate-key', { at: 'offset', offset }, args)
  }

  let value: unknown = null
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch {
    // An unknown alias, reported above, or too many of them.
    if (brokenFrom === null)
      report('yaml-syntax', inFile, { detail: '别名（*名称）太多，无法展开。' })
  }
  if (value === null && problems.length === 0) report('yaml-empty', inFile, {})
  const usableTo = value === null ? 0 : brokenFrom
  return { source: { ...source, document, value, brokenFrom: usableTo, repeated }, problems }
}

interface SyntaxError {
  readonly offset: number
  readonly code: string
  readonly detail: string
}

/** What of a text is not YAML, in the order of the text. */
function syntaxErrors(document: Document, text: string): SyntaxError[] {
  const errors: SyntaxError[] = []
  const quotes = document.errors.map(({ code, pos }) =>
    code === 'MISSING_CHAR' ? openAt(document, pos[0], 'quote') : null,
  )
  // A quote that is still open leaves the brackets around it open too.
  const onlyBrackets = quotes.every((quote) => quote === null)
  for (const [n, { code, pos, message }] of document.errors.entries()) {
    if (code === 'DUPLICATE_KEY') continue
    const [offset] = pos
    const quote = quotes[n] ?? null
    const unclosed = onlyBrackets && message.startsWith('Flow')
    const bracket = unclosed ? openAt(document, offset, 'bracket') : null
    const known = syntaxWords[code] ?? message
    const detail = quote !== null ? openQuote : bracket !== null ? openBracket : known
    errors.push({ offset: quote ?? bracket ?? offset, code, detail })
  }
  // Walking the whole tree takes time: only where there can be an alias.
  if (text.includes('*'))
    visit(document, {
      Alias(_, node) {
        const [code, offset] = ['BAD_ALIAS', startOf(node) ?? 0] as const
        if (node.resolve(document) === undefined)
          errors.push({ offset, code, detail: syntaxWords[code] ?? '' })
      },
    })
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
  BAD_ALIAS: '引用了不存在的别名；以 * 或 & 开头的文字要加引号。',
  BAD_SCALAR_START: '这个符号开头的文字要加引号。',
  BAD_DQ_ESCAPE: '双引号里的反斜杠有误，请改用单引号。',
  MULTIPLE_DOCS: '一个文件里只能有一份内容，请删除“---”。',
}

/** Path of the repeated key at an offset, and the offset of the first one like it. */
function repeatedKey(document: Document, offset: number): { path: Path; first: number } {
  let found: { path: Path; first: number } = { path: [], first: offset }
  visit(document, {
    Pair(_, pair, ancestors) {
      if (startOf(pair.key) !== offset || !isScalar(pair.key)) return undefined
      const { value } = pair.key
      const map = ancestors.at(-1)
      const first = isMap(map)
        ? map.items.find(({ key }) => isScalar(key) && key.value === value)
        : null
      found = { path: [...pathOf(ancestors), String(value)], first: startOf(first?.key) ?? offset }
      return visit.BREAK
    },
  })
  return found
}

/** Path of the innermost of nested nodes, each the parent of the next. */
function pathOf(ancestors: readonly unknown[]): Path {
  return ancestors.flatMap((node, depth): Path => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : []
    const child = ancestors[depth + 1]
    return isSeq(node) && child !== undefined ? [node.items.indexOf(child)] : []
  })
}

/**
 * Offset of a path in the text: the key or the value there, else the nearest parent that exists.
 */
export const offsetOf = (source: YamlSource, path: Path, at: 'key' | 'value'): number =>
  find(source, path, at).offset

/**
 * Whether what stands at a path ends before the place from which the text is broken, with something
 * between them. Of anything else it is not known what was meant.
 */
export function isWholeAt(source: YamlSource, path: Path): boolean {
  const { brokenFrom, text } = source
  if (brokenFrom === null) return true
  const { end } = find(source, path, 'value')
  return end < brokenFrom && text.slice(end, brokenFrom).trim() !== ''
}

function find(
  { document }: YamlSource,
  path: Path,
  at: 'key' | 'value',
): { offset: number; end: number } {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  let end = endOf(node) ?? Infinity
  for (const [depth, segment] of path.entries()) {
    if (!isMap(node)) {
      const item: unknown = isSeq(node) && typeof segment === 'number' ? node.items[segment] : null
      if (!isNode(item)) return { offset, end }
      node = item
      offset = startOf(item) ?? offset
      end = endOf(item) ?? end
      continue
    }
    const pair = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(segment),
    )
    if (pair === undefined) return { offset, end }
    const last = depth === path.length - 1
    // A container's own place is its key: the first line of its content would mislead.
    const scalarValue = isScalar(pair.value) && pair.value.value !== null
    const shown = last && at === 'value' && scalarValue ? pair.value : pair.key
    offset = startOf(shown) ?? offset
    end = endOf(pair.value) ?? endOf(pair.key) ?? end
    node = pair.value
  }
  return { offset, end }
}

const startOf = (node: unknown): number | null =>
  isNode(node) && node.range ? node.range[0] : null

const endOf = (node: unknown): number | null => (isNode(node) && node.range ? node.range[1] : null)
