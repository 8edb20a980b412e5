import type { z } from 'zod'
import type { ZodIssue } from './zod-issue.ts'

/**
 * Chooses the schema of a union that fits a value best, with its issues. A union reports a key as
 * unknown even if another of its schemas has it.
 */
export function closestOption(
  options: readonly z.ZodType[],
  value: unknown,
  issue: ZodIssue,
): { option: z.ZodType | undefined; issues: readonly ZodIssue[] } {
  const branches = options.map((option) => option.safeParse(value).error?.issues ?? [])
  const closestIssues = closest(branches)
  const option = options[closestIssues === null ? 0 : branches.indexOf(closestIssues)]
  return { option, issues: closestIssues ?? [{ ...issue, path: [] }] }
}

/** The branch of a union, nested unions included, that fits best. */
export const closestBranch = ({ errors }: UnionIssue): ZodIssue[] | null =>
  closest(branchesOf(errors))

/**
 * Of the branches that accept the type of the value and only report issues inside it, the one with
 * the fewest; null when no branch accepts the type.
 */
function closest(branches: readonly ZodIssue[][]): ZodIssue[] | null {
  const deeper = branches.filter(
    (branch) =>
      branch.length > 0 &&
      branch.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
  )
  // An unknown key counts more than a wrong value of a known key.
  const complaints = (branch: ZodIssue[]): number =>
    branch.reduce((n, error) => n + (error.path.length === 0 ? 2 : 1), 0)
  return deeper.sort((a, b) => complaints(a) - complaints(b))[0] ?? null
}

/** The allowed values of a choice. */
export function choices(issue: ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(choices) : []
}

type UnionIssue = Extract<ZodIssue, { code: 'invalid_union' }>

/** The branches of a union, with nested unions flattened. */
function branchesOf(errors: readonly ZodIssue[][]): ZodIssue[][] {
  return errors.flatMap((branch) => {
    const [only, ...others] = branch
    const inner = only?.code === 'invalid_union' && only.path.length === 0 && others.length === 0
    return inner ? branchesOf(only.errors) : [branch]
  })
}
