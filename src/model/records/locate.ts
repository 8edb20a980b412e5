import { Memoized } from '../memoized.ts'
import type { LocatedProblem, Problem } from '#messages/problem.ts'
import { compareText } from '../dataset.ts'
import { Lines } from './lines.ts'
import type { SourceText } from './source-text.ts'
import { offsetOf, type YamlSource } from './yaml-places.ts'

type Sources = ReadonlyMap<string, SourceText | YamlSource>

/**
 * The largest number of problems of one code and level that are listed for one file. Further ones
 * are only counted.
 */
export const maxAlike = 100

/**
 * Adds line and column to each problem and sorts by file and position. If a file has very many
 * problems of one kind, only the first are listed, followed by the number of the rest.
 */
export function locate(problems: readonly Problem[], sources: Sources): LocatedProblem[] {
  const ordered = problems
    .map((problem) => ({ problem, offset: offsetIn(problem, sources) }))
    .sort(
      (a, b) =>
        compareText(a.problem.file, b.problem.file) ||
        a.offset - b.offset ||
        compareText(a.problem.code, b.problem.code),
    )
  const lines = new Map<string, Lines>()
  return withLimitPerKind(ordered).map(({ problem, offset }) => {
    const text = sources.get(problem.file)?.text
    if (offset < 0 || text === undefined) return { ...problem, position: null }
    const known = lines.get(problem.file) ?? new Lines(text)
    lines.set(problem.file, known)
    return { ...problem, position: positionAt(known, offset) }
  })
}

interface Placed {
  readonly problem: Problem
  readonly offset: number
}

/** Replaces the problems beyond the limit of each kind by one that gives their number. */
function withLimitPerKind(ordered: readonly Placed[]): Placed[] {
  const counts = new Map<string, number>()
  const kindOf = ({ file, code, level }: Problem): string => `${level} ${code} ${file}`
  const shown: Placed[] = []
  const firstOmitted = new Map<string, Placed>()
  for (const placed of ordered) {
    const kind = kindOf(placed.problem)
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count <= maxAlike) shown.push(placed)
    else if (count === maxAlike + 1) {
      firstOmitted.set(kind, placed)
      shown.push(placed)
    }
  }
  return shown.map((placed) => {
    const kind = kindOf(placed.problem)
    // A single further problem is listed itself instead of a count of one.
    const count = (counts.get(kind) ?? 0) - maxAlike
    if (firstOmitted.get(kind) !== placed || count < 2) return placed
    const { code, level, file, place } = placed.problem
    return { ...placed, problem: { code: 'more-alike', level, file, place, args: { code, count } } }
  })
}

/**
 * Offset of a problem in its file; -1 for the whole file. If something is missing at the end of a
 * text, this is the end of its last line that is not blank.
 */
function offsetIn({ place, file }: Problem, sources: Sources): number {
  const source = sources.get(file)
  if (source === undefined || place.at === 'file') return -1
  if (place.at === 'offset') return Math.min(place.offset, endOf(source))
  if (!('document' in source)) return -1
  const { at, path } = place
  return Math.min(offsetOf(source, path, at), endOf(source))
}

const ends = new Memoized<number>()

const endOf = (source: SourceText): number => ends.of(source, () => source.text.trimEnd().length)

/** Line and column, from 1, of an offset; the column counts characters, not UTF-16 units. */
function positionAt(lines: Lines, offset: number): NonNullable<LocatedProblem['position']> {
  const line = lines.lineOf(offset)
  const lineStart = lines.startOf(line)
  const lineEnd = lines.text.indexOf('\n', offset)
  return {
    line,
    column: [...lines.text.slice(lineStart, offset)].length + 1,
    text: lines.text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).replace(/\r$/, ''),
  }
}
