import type { LocatedProblem, Problem } from '#problems/problem.ts'
import type { Keep } from '#checks/check.ts'
import { compareText } from '#domain/dataset.ts'
import type { SourceText } from './source-text.ts'
import { offsetOf, type YamlSource } from './yaml-places.ts'

export type Sources = ReadonlyMap<string, SourceText | YamlSource>

/**
 * Gives each problem its line and column and orders them by file and place.
 *
 * @param keep the offsets of places, which take the careful parser
 */
export function locate(
  problems: readonly Problem[],
  sources: Sources,
  keep: Keep = (_file, _about, make) => make(),
): LocatedProblem[] {
  return problems
    .map((problem) => ({ ...problem, position: positionOf(problem, sources, keep) }))
    .sort(
      (a, b) =>
        compareText(a.file, b.file) ||
        (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
        (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
        compareText(a.code, b.code),
    )
}

function positionOf(
  { place, file }: Problem,
  sources: Sources,
  keep: Keep,
): LocatedProblem['position'] {
  const source = sources.get(file)
  if (source === undefined || place.at === 'file') return null
  const { text } = source
  let offset: number
  if (place.at === 'offset') offset = place.offset
  else if ('document' in source) {
    const { at, path } = place
    offset = keep(file, `${at} ${JSON.stringify(path)}`, () => offsetOf(source, path, at))
  } else return null
  return positionAt(text, offset)
}

/**
 * Line and column, from 1, of an offset; the column counts characters, not UTF-16 units. What is
 * missing at the end of a text is shown at its last line that holds anything.
 */
function positionAt(text: string, place: number): NonNullable<LocatedProblem['position']> {
  const offset = Math.min(place, text.trimEnd().length)
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  const lineEnd = text.indexOf('\n', offset)
  return {
    line: before.split('\n').length,
    column: [...before.slice(lineStart)].length + 1,
    text: text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).replace(/\r$/, ''),
  }
}
