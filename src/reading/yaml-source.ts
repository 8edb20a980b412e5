import { visit, type Document } from 'yaml'
import type { Path, Place, Problem } from '#problems/problem.ts'
import { inFile } from '#problems/problem.ts'
import { draftOf } from './draft.ts'
import type { SourceText } from './source-text.ts'
import { readMended } from './mended.ts'
import { levelOf, misreadTexts, movedKeys, repeatedKeys, type Misreading } from './misread.ts'
import { parse } from './yaml-parse.ts'
import type { YamlSource } from './yaml-places.ts'
import { syntaxErrors } from './yaml-syntax.ts'

/** The value of a text that calls for no second look; undefined where the careful parser has to read it. */
export type QuickRead = (text: string) => object | undefined

/** Parses a file. Syntax errors are problems; what could be read is kept, so that checks go on. */
export function parseYaml(
  source: SourceText,
  quick: QuickRead = () => undefined,
): {
  source: YamlSource
  problems: Problem[]
  /**
   * What parses and was not taken as typed, with null for what is reported already. A field that
   * refuses the value may say more of it.
   */
  misread: Misreading[]
} {
  const known = quick(source.text)
  if (known !== undefined && !isDeeperThan(known, mostLevels))
    return { source: faultlessSource(source, known), problems: [], misread: [] }
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
  for (const { offset, path, before } of movedKeys(document)) {
    if (!isRead(offset)) continue
    repeated.push(path)
    reportAt('key-order', offset, { key: String(path.at(-1) ?? ''), before })
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
    reportAt('yaml-syntax', broken.offset, { detail: broken.detail, fix: broken.fix })

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

/** A source with nothing wrong in it: its tree is made only when somebody asks for a place. */
export function faultlessSource(source: SourceText, value: object): YamlSource {
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
