import type { ProblemCode } from './catalogue.ts'

/** Path of keys and list positions from the root of a file. */
export type Path = readonly (string | number)[]

/** A hint speaks of style: it is shown when asked for and never holds anything up. */
export type Level = 'error' | 'warning' | 'hint'

/**
 * Where in a file: at a value, at the key of a value, at a character offset, or nowhere in
 * particular. The line and column are found later, from the text.
 */
export type Place =
  | { readonly at: 'value' | 'key'; readonly path: Path }
  | { readonly at: 'offset'; readonly offset: number }
  | { readonly at: 'file' }

/** A finding as data. All wording is in `catalogue.ts`. */
export interface Problem {
  readonly code: ProblemCode
  readonly level: Level
  /** Path of the file below its root: `data/units.yaml`, `content/bulletins/2024-q1.mdx`. */
  readonly file: string
  readonly place: Place
  readonly args: Readonly<Record<string, string | number>>
}

/** A problem with its position, both counted from 1, columns in characters; `line: null` means the whole file. */
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
