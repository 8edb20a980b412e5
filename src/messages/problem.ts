import type { Path } from '#schema/path.ts'
import type { ProblemCode } from './catalogue.ts'

/** A hint concerns style. It is shown only on request and never fails a check. */
export type Level = 'error' | 'warning' | 'hint'

/**
 * The place of a problem: a value, the key of a value, a character offset, or the whole file. Line
 * and column are computed later from the text.
 */
export type Place =
  | { readonly at: 'value' | 'key'; readonly path: Path }
  | { readonly at: 'offset'; readonly offset: number }
  | { readonly at: 'file' }

/** A problem as data. The wording is in `catalogue.ts`. */
export interface Problem {
  readonly code: ProblemCode
  readonly level: Level
  /** Path of the file below its root: `data/units.yaml`, `content/bulletins/2024-q1.mdx`. */
  readonly file: string
  readonly place: Place
  readonly args: Readonly<Record<string, string | number>>
}

/**
 * A problem with its position. Line and column count from 1, columns in characters; null means the
 * whole file.
 */
export interface LocatedProblem extends Problem {
  readonly position: {
    readonly line: number
    readonly column: number
    readonly text: string
  } | null
}

export const atValue = (...path: Path): Place => ({ at: 'value', path })
export const atKey = (...path: Path): Place => ({ at: 'key', path })
export const inFile: Place = { at: 'file' }

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.level === 'error')
