import { stripTypeScriptTypes } from 'node:module'

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
export function linesRun(source: string, { functions }: ScriptCoverage): Set<number> {
  const code = stripTypeScriptTypes(source)
  const ran = new Uint8Array(code.length)
  const ranges = functions.flatMap((one) => one.ranges)
  // The longest first: what lies inside says better.
  ranges.sort((a, b) => b.endOffset - b.startOffset - (a.endOffset - a.startOffset))
  for (const { startOffset, endOffset, count } of ranges)
    ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
  const lines = new Set<number>()
  let offset = 0
  for (const [at, line] of code.split('\n').entries()) {
    const first = line.search(/\S/)
    if (first !== -1 && ran[offset + first] === 1) lines.add(at + 1)
    offset += line.length + 1
  }
  return lines
}
