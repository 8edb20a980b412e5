import { isScalar, type Document } from 'yaml'
import type { Place, Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { inFile } from '#messages/problem.ts'
import { draftOf } from '#model/records/draft.ts'
import { hasTooManyTokens, maxLineLength, maxDepth, maxTokens, tooLongLine } from './limits.ts'
import { Lines } from '#model/records/lines.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { parseWithRecovery } from './recovery.ts'
import {
  pitfallLevel,
  pitfallsIn,
  movedKeys,
  pitfallsOfRemoved,
  repeatedKeys,
  type ReportedPitfall,
} from './pitfalls.ts'
import { parse, tooManyLevels } from './yaml-parse.ts'
import { startOf, type YamlSource } from '#model/records/yaml-places.ts'
import { firstSyntaxError } from './yaml-syntax.ts'
import { removeAliasesAndCollectionKeys, walk } from './yaml-walk.ts'

/** A fast reading of simple texts; undefined where the full parser has to read the text. */
export type QuickRead = (text: string) => object | undefined

/**
 * Parses a file. Syntax errors become problems; the readable rest is returned, so that checks go
 * on.
 */
export function parseYaml(
  source: SourceText,
  quick: QuickRead = () => undefined,
): {
  source: YamlSource
  problems: Problem[]
  /**
   * Valid YAML that does not mean what it looks like, with null for what is reported already. The
   * schema may report a more precise problem at the same place.
   */
  pitfalls: ReportedPitfall[]
} {
  if (hasTooManyTokens(source.text)) return refused(source, 'yaml-tokens', { limit: maxTokens })
  const known = quick(source.text)
  if (known !== undefined && isWithinLimits(known))
    return { source: faultlessSource(source, known), problems: [], pitfalls: [] }
  const { draft, document, typos } = parseWithRecovery(source.text)
  const problems: Problem[] = []
  const report = (code: Problem['code'], place: Place, args: Problem['args']): void => {
    problems.push({ code, level: 'error', file: source.file, place, args })
  }
  const reportAt = (code: Problem['code'], offset: number, args: Problem['args']): void => {
    report(code, { at: 'offset', offset: draft.origin(offset) }, args)
  }
  for (const { code, offset, args } of typos) report(code, { at: 'offset', offset }, args)
  const broken = firstSyntaxError(document, draft.text)
  // Too deep nesting is reported alone: all other errors follow from it.
  if (broken?.code === tooManyLevels)
    return refused(source, 'yaml-nesting', {}, draft.origin(broken.offset))
  const removed = removeAliasesAndCollectionKeys(document)
  // Lines that YAML joins into one text count as one line, so the limit is checked again after
  // parsing.
  const long = longText(document)
  if (long !== null)
    return refused(
      source,
      'line-too-long',
      { length: long.length, limit: maxLineLength },
      draft.origin(long.offset),
    )
  const brokenFrom = broken?.offset ?? null
  const isRead = (offset: number): boolean => brokenFrom === null || offset <= brokenFrom
  const allLines = new Lines(draft.text)
  const lines = (offset: number): number => allLines.lineOf(offset)
  const repeated: Path[] = []
  for (const { offset, path, first } of repeatedKeys(document)) {
    if (!isRead(offset)) continue
    repeated.push(path)
    reportAt('yaml-duplicate-key', offset, { key: String(path.at(-1) ?? ''), line: lines(first) })
  }
  for (const { offset, path, before } of movedKeys(document)) {
    if (!isRead(offset)) continue
    repeated.push(path)
    reportAt('key-order', offset, { key: String(path.at(-1) ?? ''), before })
  }
  const pitfalls: ReportedPitfall[] = []
  const linesWithSpecialCharacter = new Set<number>()
  const found = [...pitfallsOfRemoved(removed), ...pitfallsIn(document, draft.text)].sort(
    (a, b) => a.offset - b.offset,
  )
  for (const { offset, path, code, args } of found) {
    if (!isRead(offset)) continue
    repeated.push(path)
    const line = lines(offset)
    const isReported = code === 'yaml-sign' && linesWithSpecialCharacter.has(line)
    if (code === 'yaml-sign') linesWithSpecialCharacter.add(line)
    const place: Place = { at: 'offset', offset: draft.origin(offset) }
    const problem = { code, level: pitfallLevel(code), file: source.file, place, args }
    pitfalls.push({ path, problem: isReported ? null : problem })
  }
  // Errors after the first one mostly follow from it.
  if (broken !== null && !linesWithSpecialCharacter.has(lines(broken.offset)))
    reportAt('yaml-syntax', broken.offset, { detail: broken.detail, fix: broken.fix })

  const value: unknown = document.toJS()
  if (broken === null && isDeeperThan(value, maxDepth)) return refused(source, 'yaml-nesting', {})
  if (value === null && problems.length + pitfalls.length === 0) report('yaml-empty', inFile, {})
  return {
    source: {
      ...source,
      document,
      value,
      draft,
      brokenFrom: value === null ? 0 : brokenFrom,
      repeated,
    },
    problems,
    pitfalls,
  }
}

/** Refuses a file as a whole, for one reason; nothing in it counts as known. */
function refused(
  source: SourceText,
  code: Problem['code'],
  args: Problem['args'],
  offset?: number,
): ReturnType<typeof parseYaml> {
  const place: Place = offset === undefined ? inFile : { at: 'offset', offset }
  return {
    source: {
      ...source,
      document: parse(''),
      value: null,
      draft: draftOf(source.text),
      brokenFrom: 0,
      repeated: [],
    },
    problems: [{ code, level: 'error', file: source.file, place, args }],
    pitfalls: [],
  }
}

/** A source without problems. Its syntax tree is parsed only when a place in it is needed. */
function faultlessSource(source: SourceText, value: object): YamlSource {
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

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1)))

/** Whether a value is within the limits of nesting and of line length, in keys and texts. */
const isWithinLimits = (value: unknown, levels = maxDepth): boolean =>
  typeof value === 'string'
    ? tooLongLine(value) === null
    : typeof value !== 'object' ||
      value === null ||
      (levels > 0 &&
        Object.entries(value).every(
          ([key, inner]) => key.length <= maxLineLength && isWithinLimits(inner, levels - 1),
        ))

/** The first key or text with a line that is too long. */
function longText(document: Document): { offset: number; length: number } | null {
  let found: ReturnType<typeof longText> = null
  walk(document, ({ node }) => {
    if (found !== null || !isScalar(node) || typeof node.value !== 'string') return
    const line = tooLongLine(node.value)
    if (line !== null) found = { offset: startOf(node) ?? 0, length: line.length }
  })
  return found
}
