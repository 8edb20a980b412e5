import type { ProblemCode } from './catalogue.ts'
import type { Level } from './problem.ts'

/** What the manual says of one code. */
export interface Explanation {
  /** `either`: an error, and a warning once the document itself is marked as contradicting itself. */
  readonly level: Level | 'either'
  /** What it means and what to do, in one to three plain sentences. */
  readonly means: string
  /** What stands in the message that the wrong example gives. */
  readonly args: Readonly<Record<string, string | number>>
  /** Null for a code that no file gives any more. */
  readonly example: Example | null
}

/** The explanations of one group of codes. */
export type Explanations = Readonly<Partial<Record<ProblemCode, Explanation>>>

/**
 * A wrong and a right way, which the tests try on the data of `test/cases/base`, with the changes in
 * `given` made before both.
 */
export type Example = (TextExample | NameExample | DeedExample) & {
  readonly given?: readonly Change[]
  /** Other codes that the wrong way cannot but give too. */
  readonly also?: readonly ProblemCode[]
  /** Changes that the published version has, with which both ways are compared; none: no comparison. */
  readonly published?: readonly Change[]
}

/** Right is `replace`, which stands in the file exactly once; wrong is `by` in its place. */
export interface TextExample {
  readonly file: string
  readonly replace: string
  readonly by: string
}

/** Right is the file `name`; wrong is the same file under the name `by`. */
export interface NameExample {
  readonly name: string
  readonly by: string
}

/** What is done to files, told in words. */
export interface DeedExample {
  readonly right: string
  readonly wrong: string
  readonly does: Change
}

/** A change to the files of a site; exactly one thing beside `file`, as in `test/cases/bad`. */
export interface Change {
  readonly file: string
  readonly replace?: string
  readonly by?: string
  readonly append?: string
  /** How often `append` is written; once when not given. */
  readonly times?: number
  readonly remove?: boolean
  readonly folder?: boolean
  readonly link?: string
  readonly copyOf?: string
  /** The whole content, for what is no text. */
  readonly bytes?: readonly number[]
}
