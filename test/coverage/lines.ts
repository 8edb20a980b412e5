import { stripTypeScriptTypes } from 'node:module'
import { eachMapping, type SourceMapInput, TraceMap } from '@jridgewell/trace-mapping'

/**
 * The coverage of a script as V8 reports it: how often each range ran; inner ranges come after
 * outer ones.
 */
export interface ScriptCoverage {
  readonly url: string
  readonly functions: readonly {
    readonly ranges: readonly {
      readonly startOffset: number
      readonly endOffset: number
      readonly count: number
    }[]
  }[]
}

/**
 * The source map of a bundled script as Node caches it: the lengths of its lines, and their
 * origins.
 */
export interface BundleMap {
  readonly lineLengths: readonly number[]
  readonly data: SourceMapInput | null
}

/**
 * The coverage of a file as Istanbul reports it: the places of its statements, and how often each
 * ran.
 */
export interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>
  readonly s: Readonly<Record<string, number>>
}

/** The numbers of the lines, from 1, that have a statement, and of those that ran. */
export function linesOfStatements({ statementMap, s }: FileCoverage): {
  known: Set<number>
  ran: Set<number>
} {
  const lines = Object.entries(statementMap).map(
    ([id, { start }]) => [start.line, s[id] ?? 0] as const,
  )
  return {
    known: new Set(lines.map(([line]) => line)),
    ran: new Set(lines.flatMap(([line, count]) => (count > 0 ? [line] : []))),
  }
}

/**
 * The numbers of the lines, from 1, that ran in one process. Node replaces the types of a
 * TypeScript file with blanks, so the positions are those of the file.
 */
export function linesRun(source: string, script: ScriptCoverage): Set<number> {
  const code = codeOf(source)
  const ran = ranAt(script, code.length)
  const lines = new Set<number>()
  let offset = 0
  for (const [at, line] of code.split('\n').entries()) {
    const first = line.search(/\S/)
    if (first !== -1 && ran[offset + first] === 1) lines.add(at + 1)
    offset += line.length + 1
  }
  return lines
}

/**
 * The same for the source files of a bundled script, by their addresses: a line counts as run when
 * the first part of it in the bundle ran.
 */
export function linesRunInBundle(
  script: ScriptCoverage,
  { lineLengths, data }: BundleMap,
): Map<string, Set<number>> {
  const files = new Map<string, Set<number>>()
  if (data === null) return files
  const starts = [0]
  for (const length of lineLengths) starts.push((starts.at(-1) ?? 0) + length + 1)
  const ran = ranAt(script, starts.at(-1) ?? 0)
  const firsts = new Map<string, Map<number, { column: number; hasRun: boolean }>>()
  eachMapping(new TraceMap(data), (place) => {
    if (place.source === null) return
    const { source, originalLine, originalColumn } = place
    const hasRun = ran[(starts[place.generatedLine - 1] ?? 0) + place.generatedColumn] === 1
    const lines = firsts.get(source) ?? new Map<number, { column: number; hasRun: boolean }>()
    firsts.set(source, lines)
    const first = lines.get(originalLine)
    if (first === undefined || originalColumn < first.column)
      lines.set(originalLine, { column: originalColumn, hasRun })
    else if (originalColumn === first.column) first.hasRun ||= hasRun
  })
  for (const [source, lines] of firsts)
    files.set(source, new Set([...lines].flatMap(([line, { hasRun }]) => (hasRun ? [line] : []))))
  return files
}

/** Lines in short form: `3-5 9`. Lines without a statement do not end a range. */
export function rangesOf(lines: readonly number[], known: readonly number[]): string {
  const wanted = new Set(lines)
  const ranges: [first: number, last: number][] = []
  let isOpen = false
  for (const line of known.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (!wanted.has(line)) isOpen = false
    else if (isOpen && last !== undefined) last[1] = line
    else {
      ranges.push([line, line])
      isOpen = true
    }
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' ')
}

const codes = new Map<string, string>()

/** The types of a file are stripped once, however many processes ran it. */
function codeOf(source: string): string {
  const code = codes.get(source) ?? stripTypeScriptTypes(source)
  codes.set(source, code)
  return code
}

/** For each character of a script, 1 if it ran. */
function ranAt({ functions }: ScriptCoverage, length: number): Uint8Array {
  const ran = new Uint8Array(length)
  const ranges = functions.flatMap((one) => one.ranges)
  // The longest first, because inner ranges are more exact.
  ranges.sort((a, b) => b.endOffset - b.startOffset - (a.endOffset - a.startOffset))
  for (const { startOffset, endOffset, count } of ranges)
    ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
  return ran
}
