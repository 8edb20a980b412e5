import { stripTypeScriptTypes } from 'node:module'
import { eachMapping, type SourceMapInput, TraceMap } from '@jridgewell/trace-mapping'

/** What V8 says of a script: how often each range of it ran; inner ranges stand behind outer ones. */
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

/** What Node keeps of a bundled script: the lengths of its lines, and where they come from. */
export interface BundleMap {
  readonly lineLengths: readonly number[]
  readonly data: SourceMapInput | null
}

/** What Istanbul says of a file: where its statements stand, and how often each ran. */
export interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>
  readonly s: Readonly<Record<string, number>>
}

/** The numbers of the lines, from 1, on which a statement stands, and of those on which one ran. */
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
 * The numbers of the lines, from 1, that ran in one process. Node runs a TypeScript file with blanks
 * in place of its types, so that its places are those of the file.
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
 * The same for the files of which a bundled script was made, by their addresses: a line ran when the
 * first of it that is in the bundle did.
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

/** Lines as a reader is told them: `3-5 9`. Lines between two, on which no statement stands, are no gap. */
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

/** A file is stripped of its types once, however many processes ran it. */
function codeOf(source: string): string {
  const code = codes.get(source) ?? stripTypeScriptTypes(source)
  codes.set(source, code)
  return code
}

/** For each place of a script 1 where it ran. */
function ranAt({ functions }: ScriptCoverage, length: number): Uint8Array {
  const ran = new Uint8Array(length)
  const ranges = functions.flatMap((one) => one.ranges)
  // The longest first: what lies inside says better.
  ranges.sort((a, b) => b.endOffset - b.startOffset - (a.endOffset - a.startOffset))
  for (const { startOffset, endOffset, count } of ranges)
    ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
  return ran
}
