import type { z } from 'zod'
import type { Issue } from './zod-issue.ts'

/**
 * Of the shapes that may stand at a place, the one that the editor meant, with its issues. A union
 * reports an unknown key of one shape though another shape has it.
 */
export function meantOption(
  options: readonly z.ZodType[],
  value: unknown,
  issue: Issue,
): { option: z.ZodType | undefined; issues: readonly Issue[] } {
  const branches = options.map((option) => option.safeParse(value).error?.issues ?? [])
  const meant = closest(branches)
  const option = options[meant === null ? 0 : branches.indexOf(meant)]
  return { option, issues: meant ?? [{ ...issue, path: [] }] }
}

/** The branch of a union that the editor meant, unions inside it opened. */
export const closestBranch = ({ errors }: UnionIssue): Issue[] | null => closest(branchesOf(errors))

/**
 * Of those branches that accept the kind of value found and complain only deeper inside, the one
 * that complains least; null when the value is of a kind that no branch takes.
 */
function closest(branches: readonly Issue[][]): Issue[] | null {
  const deeper = branches.filter(
    (branch) =>
      branch.length > 0 &&
      branch.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
  )
  // A key that the branch does not have speaks more against it than a wrong value in one it has.
  const complaints = (branch: Issue[]): number =>
    branch.reduce((n, error) => n + (error.path.length === 0 ? 2 : 1), 0)
  return deeper.sort((a, b) => complaints(a) - complaints(b))[0] ?? null
}

/** The words among which a value can be chosen. */
export function choices(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(choices) : []
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** The branches of a union, those of a union inside it among them. */
function branchesOf(errors: readonly Issue[][]): Issue[][] {
  return errors.flatMap((branch) => {
    const [only, ...others] = branch
    const inner = only?.code === 'invalid_union' && only.path.length === 0 && others.length === 0
    return inner ? branchesOf(only.errors) : [branch]
  })
}
