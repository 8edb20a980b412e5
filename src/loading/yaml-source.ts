import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
} from 'yaml'
import type { Level, Path, Place, Problem } from '#problems/problem.ts'
import { inFile } from '#problems/problem.ts'
import type { ProblemCode } from '#problems/catalogue.ts'
import { draftOf, type Draft } from './draft.ts'
import type { SourceText } from './files.ts'
import { quickValue, signs } from './quick-read.ts'
import {
  mendings,
  unseenIn,
  withoutUnseen,
  withPlainIndents,
  withWholeNumbers,
  type Slip,
} from './typing-slips.ts'

/** A parsed YAML file: its plain value, and enough of the tree to find the place of any path. */
export interface YamlSource extends SourceText {
  readonly document: Document
  readonly value: unknown
  /** The text that the tree was read from: slips of the keyboard are mended in it. */
  readonly draft: Draft
  /** Offset in the draft from which it could not be read as meant; null when all of it could. */
  readonly brokenFrom: number | null
  /** Paths of keys that stand twice, or whose text was not taken as typed. */
  readonly repeated: readonly Path[]
}

export interface Misreading {
  readonly path: Path
  readonly problem: Problem | null
}

/** Parses a file. Syntax errors are problems; what could be read is kept, so that checks go on. */
export function parseYaml(source: SourceText): {
  source: YamlSource
  problems: Problem[]
  /**
   * What parses and was not taken as typed, with null for what is reported already. A field that
   * refuses the value may say more of it.
   */
  misread: Misreading[]
} {
  const quick = quickValue(source.text)
  if (quick !== undefined && !isDeeperThan(quick, mostLevels))
    return { source: quickSource(source, quick), problems: [], misread: [] }
  const { draft, document, slips } = readMended(source.text)
  const problems: Problem[] = []
  const report = (code: Problem['code'], place: Place, args: Problem['args']): void => {
    problems.push({ code, level: 'error', file: source.file, place, args })
  }
  const reportAt = (code: Problem['code'], offset: number, args: Problem['args']): void => {
    report(code, { at: 'offset', offset: draft.origin(offset) }, args)
  }
  for (const { code, offset, args } of slips) report(code, { at: 'offset', offset }, args)
  const [broken] = syntaxErrors(document, draft.text)
  const brokenFrom = broken?.offset ?? null
  const isRead = (offset: number): boolean => brokenFrom === null || offset <= brokenFrom
  const lines = lineCounter(draft.text)
  const repeated: Path[] = []
  for (const { offset, path, first } of repeatedKeys(document)) {
    if (!isRead(offset)) continue
    repeated.push(path)
    reportAt('yaml-duplicate-key', offset, { key: String(path.at(-1) ?? ''), line: lines(first) })
  }
  const misread: Misreading[] = []
  const linesWithSign = new Set<number>()
  for (const { offset, path, code, args } of misreadTexts(document, draft.text)) {
    if (!isRead(offset)) continue
    repeated.push(path)
    const line = lines(offset)
    const said = code === 'yaml-sign' && linesWithSign.has(line)
    if (code === 'yaml-sign') linesWithSign.add(line)
    const place: Place = { at: 'offset', offset: draft.origin(offset) }
    const problem = { code, level: levelOf(code), file: source.file, place, args }
    misread.push({ path, problem: said ? null : problem })
  }
  // What comes behind the first error mostly follows from it.
  if (broken !== undefined && !linesWithSign.has(lines(broken.offset)))
    reportAt('yaml-syntax', broken.offset, { detail: broken.detail })

  const value = valueOf(document)
  // That there are too many brackets or steps says all that the parser says of each.
  if (value === tooDeep) {
    problems.length = 0
    report('yaml-nesting', inFile, {})
  }
  if (value === null && problems.length + misread.length === 0) report('yaml-empty', inFile, {})
  const isEmpty = value === null || value === tooDeep
  return {
    source: {
      ...source,
      document,
      value: isEmpty ? null : value,
      draft,
      brokenFrom: isEmpty ? 0 : brokenFrom,
      repeated,
    },
    problems,
    misread,
  }
}

/** A source whose tree is made only when somebody asks for a place. */
function quickSource(source: SourceText, value: object): YamlSource {
  let document: Document | undefined
  return {
    ...source,
    get document() {
      document ??= parse(source.text)
      return document
    },
    value,
    draft: draftOf(source.text),
    brokenFrom: null,
    repeated: [],
  }
}

// Core schema: dates stay strings, so that no time zone can move them. Keys that stand twice are
// found below, because the parser compares each with all others.
const parse = (text: string): Document =>
  parseDocument(text, {
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
    // Not 'silent': that also keeps silent about all that stands behind a second `---`.
    logLevel: 'error',
  })

const lineCounter =
  (text: string) =>
  (offset: number): number =>
    text.slice(0, offset).split('\n').length

const tooDeep = Symbol('too deep')
const mostLevels = 100

/** The plain value of a document. What an alias repeats is left out: it is an error of its own. */
function valueOf(document: Document): unknown {
  try {
    visit(document, { Alias: () => visit.REMOVE })
    const value: unknown = document.toJS()
    return isDeeperThan(value, mostLevels) ? tooDeep : value
  } catch (error) {
    if (error instanceof RangeError) return tooDeep
    throw error
  }
}

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1)))

/** More slips than this in one file are shown a few at a time. */
const mostSlips = 20
const mostLinesBack = 2

/**
 * Reads a text, mending slips of the keyboard where the text is not YAML. A mending counts when the
 * parser gets further with it: then it was the slip that stopped it.
 */
function readMended(text: string): { draft: Draft; document: Document; slips: Slip[] } {
  const seen = withoutUnseen(draftOf(text))
  const plain = withPlainIndents(seen.draft)
  const whole = withWholeNumbers(plain.draft)
  const slips = [...seen.slips, ...plain.slips, ...whole.slips]
  let { draft } = whole
  let document = parse(draft.text)
  for (let n = 0; n < mostSlips; n++) {
    const [error] = syntaxErrors(document, draft.text)
    if (error === undefined) break
    const further = firstThatHelps(mendingsAround(draft, error.offset), error.offset)
    if (further === undefined) break
    ;({ draft, document } = further)
    slips.push(further.slip)
  }
  return { draft, document, slips }
}

/** The first mending with which the parser gets past the error and the mended line. */
function firstThatHelps(
  around: ReturnType<typeof mendingsAround>,
  offset: number,
): { draft: Draft; document: Document; slip: Slip } | undefined {
  for (const { draft, slip, lineEnd } of around) {
    const document = parse(draft.text)
    const [next] = syntaxErrors(document, draft.text)
    if (next === undefined || next.offset > Math.max(offset, lineEnd))
      return { draft, document, slip }
  }
  return undefined
}

/** Ways to mend the line of an error, or one of the lines before it where it may come from. */
function mendingsAround(
  draft: Draft,
  offset: number,
): (ReturnType<typeof mendings>[number] & { lineEnd: number })[] {
  const found: ReturnType<typeof mendingsAround> = []
  let start = draft.text.lastIndexOf('\n', offset - 1) + 1
  for (let back = 0; back <= mostLinesBack; back++) {
    const end = draft.text.indexOf('\n', start)
    const lineEnd = end === -1 ? draft.text.length : end
    found.push(...mendings(draft, start).map((mending) => ({ ...mending, lineEnd })))
    if (start === 0) break
    start = draft.text.lastIndexOf('\n', start - 2) + 1
  }
  return found
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

/** The keys that stand in one map already, each with the offset of the first. */
function repeatedKeys(document: Document): { offset: number; path: Path; first: number }[] {
  const found: ReturnType<typeof repeatedKeys> = []
  visit(document, {
    Map(_, map, ancestors) {
      const firsts = new Map<unknown, number>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const offset = startOf(key) ?? 0
        const first = firsts.get(key.value)
        if (first === undefined) firsts.set(key.value, offset)
        else
          found.push({ offset, path: [...pathOf([...ancestors, map]), String(key.value)], first })
      }
    },
  })
  return found
}

interface Misread {
  readonly offset: number
  readonly path: Path
  readonly code: ProblemCode
  readonly args: Problem['args']
}

/** What parses, and not as it was typed: anchors, aliases, tags, escaped characters, odd numbers. */
function misreadTexts(document: Document, text: string): Misread[] {
  const found: Misread[] = []
  // Walking the whole tree takes time: only where there can be something.
  if (!signs.test(text)) return found
  visit(document, {
    Node(key, node, ancestors) {
      const offset = startOf(node) ?? 0
      const path = (): Path => pathOf([...ancestors, node])
      const report = (code: ProblemCode, args: Problem['args'], from = offset): void => {
        found.push({ offset: from, path: path(), code, args })
      }
      if (isAlias(node)) return report('yaml-sign', { found: `*${node.source}`, effect: notText })
      const { anchor, tag } = node
      const typedTag = tag !== undefined && !tag.startsWith('tag:yaml.org') ? tag : null
      const explicit = typedTag ?? (tag !== undefined && hasTag(text, offset) ? tag : null)
      if (anchor !== undefined)
        report('yaml-sign', { found: `&${anchor}`, effect: lost }, before(text, offset, '&'))
      else if (explicit !== null)
        report('yaml-sign', { found: '!', effect: lost }, before(text, offset, '!'))
      if (!isScalar(node)) return
      const { value, source = '', type } = node
      const list = ancestors.at(-1)
      if (type === 'PLAIN' && isSeq(list) && list.flow === true && /[，、；]/.test(source))
        report('full-width-comma-in-list', {
          found: source,
          better: source.split(/[，、；]/).join(', '),
        })
      if (typeof value === 'string' && type === 'QUOTE_DOUBLE') {
        const unseen = unseenIn(value)
        if (unseen !== null) report(unseen.code, { place: '引号里的文字', codes: unseen.codes })
      }
      if (typeof value === 'number' && key !== 'key' && String(value) !== source)
        report('number-spelling', numberSpelling(value, source))
    },
  })
  return found
}

/** A comma in a text may be meant. */
const levelOf = (code: ProblemCode): Level =>
  code === 'full-width-comma-in-list' ? 'warning' : 'error'

const notText = '不会当作文字'
const lost = '后面这几个字会丢失'

/** Where a sign stands that belongs to the node at an offset. */
function before(text: string, offset: number, sign: string): number {
  const at = text.lastIndexOf(sign, offset)
  return at === -1 ? offset : at
}

const hasTag = (text: string, offset: number): boolean => /![^\s]*\s+$/.test(text.slice(0, offset))

function numberSpelling(value: number, source: string): Problem['args'] {
  const better = /^\d+\.\d*0$/.test(source)
    ? `{ value: ${value}, stated: "${source}" }`
    : `${value}；是文字的加英文双引号："${source}"`
  return { typed: source, found: String(value), better }
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
  source.draft.origin(find(source, path, at).offset)

/**
 * Whether what stands at a path ends before the place from which the text is broken, with something
 * between them. Of anything else it is not known what was meant.
 */
export function isWholeAt(source: YamlSource, path: Path): boolean {
  const {
    brokenFrom,
    draft: { text },
  } = source
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

/** How the plain text of a value was typed, where it became something else than text. */
export function typedAt({ document }: YamlSource, path: Path): string | null {
  const node = document.getIn(path, true)
  return isScalar(node) && node.type === 'PLAIN' ? (node.source ?? null) : null
}
