import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import type { ProblemCode } from '#messages/catalogue.ts'
import type { Level, Place, Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'

export interface CheckInput {
  readonly dataset: Dataset
  /**
   * Whether a path exists in a file, valid or not, or would exist but for a mistake that is already
   * reported. A rule checks this before it reports a missing record, so that one mistake does not
   * give two messages.
   */
  readonly exists: (file: string, path: Path) => boolean
  /**
   * Whether everything at and below a path was read without a problem. A rule that counts or adds
   * up checks this first, for the same reason.
   */
  readonly isUsable: (file: string, path: Path) => boolean
}

/** One rule across files. */
export interface Check {
  readonly name: string
  /** What the rule requires, in a sentence. */
  readonly description: string
  readonly check: (input: CheckInput) => Problem[]
}

export const inspectionFile = ({ id }: Inspection): string => authoredFile('inspection', id)

export const statementFile = (issue: string, unit: string): string =>
  authoredFile('rectification', issue, unit)

export const problem = (
  code: ProblemCode,
  file: string,
  place: Place,
  args: Problem['args'],
  level: Level = 'error',
): Problem => ({ code, level, file, place, args })
