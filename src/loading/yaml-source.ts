import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { Path, Place, Problem } from '#problems/problem.ts'
import { inFile } from '#problems/problem.ts'
import type { SourceText } from './files.ts'

/** A parsed YAML file: its plain value, and enough of the tree to find the place of any path. */
export interface YamlSource extends SourceText {
  readonly document: Document
  readonly value: unknown
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
  for (const error of document.errors) {
    const place: Place = { at: 'offset', offset: error.pos[0] }
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^\s:]+/.exec(source.text.slice(error.pos[0]))?.[0] ?? ''
      const first = firstPlaceOfKey(document, error.pos[0], lines)
      problems.push({
        code: 'yaml-duplicate-key',
        level: 'error',
        file: source.file,
        place,
        args: { key, line: first },
      })
    } else {
      problems.push({
        code: 'yaml-syntax',
        level: 'error',
        file: source.file,
        place,
        args: { detail: syntaxWords[error.code] ?? error.message },
      })
    }
  }
  let value: unknown = null
  if (document.contents === null && problems.length === 0)
    problems.push({ code: 'yaml-empty', level: 'error', file: source.file, place: inFile, args: {} })
  else
    try {
      value = document.toJS({ maxAliasCount: 100 })
    } catch {
      problems.push({
        code: 'yaml-syntax',
        level: 'error',
        file: source.file,
        place: inFile,
        args: { detail: '别名（*名称）无法展开' },
      })
    }
  return { source: { ...source, document, value }, problems }
}

/** What the parser's codes mean to an editor. */
const syntaxWords: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进没有对齐。',
  TAB_AS_INDENT: '缩进用了制表符（Tab），请改用空格。',
  MISSING_CHAR: '缺少一个符号（引号、括号或冒号）。',
  UNEXPECTED_TOKEN: '这里有多余的符号。',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，或冒号后的内容需要加引号。',
  BLOCK_IN_FLOW: '方括号或花括号没有成对。',
  MULTILINE_IMPLICIT_KEY: '这一行缺少英文冒号，或冒号后少一个空格。',
  KEY_OVER_1024_CHARS: '字段名太长，可能缺少英文冒号。',
  BAD_ALIAS: '引用了不存在的别名；以 * 或 & 开头的文字要加引号。',
  BAD_SCALAR_START: '这个符号开头的文字要加引号。',
  BAD_DQ_ESCAPE: '双引号里的反斜杠有误，请改用单引号。',
  MULTIPLE_DOCS: '一个文件里只能有一份内容，请删除“---”。',
}

/** Line of the first pair with the same key as the duplicate at `offset`. */
function firstPlaceOfKey(document: Document, offset: number, lines: LineCounter): number {
  let line = 0
  const visit = (node: unknown): void => {
    if (line > 0) return
    if (isMap(node)) {
      const at = node.items.findIndex((pair) => isScalar(pair.key) && pair.key.range?.[0] === offset)
      const duplicate = node.items[at]
      if (duplicate !== undefined && isScalar(duplicate.key)) {
        const { value } = duplicate.key
        const first = node.items.find((pair) => isScalar(pair.key) && pair.key.value === value)
        if (first !== undefined && isScalar(first.key) && first.key.range)
          line = lines.linePos(first.key.range[0]).line
      }
      for (const pair of node.items) visit(pair.value)
    } else if (isNode(node) && 'items' in node) for (const item of node.items as unknown[]) visit(item)
  }
  visit(document.contents)
  return line
}

/**
 * Offset of a path in the text: the key or the value there, else the nearest parent that exists.
 */
export function offsetOf(source: YamlSource, path: Path, at: 'key' | 'value'): number {
  let node: unknown = source.document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, segment] of path.entries()) {
    if (!isMap(node)) {
      const items = isNode(node) && 'items' in node ? (node.items as unknown[]) : []
      const item = typeof segment === 'number' ? items[segment] : undefined
      if (item === undefined) return offset
      node = item
      offset = startOf(node) ?? offset
      continue
    }
    const pair = node.items.find(
      (candidate) => isPair(candidate) && isScalar(candidate.key) && String(candidate.key.value) === String(segment),
    )
    if (pair === undefined) return offset
    const last = depth === path.length - 1
    const keyStart = startOf(pair.key)
    const valueStart = startOf(pair.value)
    // A container's own place is its key: the first line of its content would mislead.
    const scalarValue = isScalar(pair.value) && pair.value.value !== null
    const start = last && at === 'value' && scalarValue ? valueStart : keyStart
    offset = start ?? offset
    node = pair.value
  }
  return offset
}

function startOf(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null
}
