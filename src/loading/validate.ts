import type { z } from 'zod'
import type { Problem } from '#problems/problem.ts'
import { toProblems, type Typed } from './issue-problems.ts'
import { salvage } from './salvage.ts'

/**
 * Validates a parsed file against its schema. Every mistake becomes a problem; what is left
 * without the mistaken parts is returned too, with the parts of `standIn` for what the file may not
 * lack, so that the checks that come later still speak of the rest.
 */
export function validate<T extends object>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  standIn: T,
  typed: Typed = () => null,
): { value: T; problems: Problem[] } {
  const first = schema.safeParse(value)
  if (first.success) return { value: first.data, problems: [] }
  const context = { root: value, file, schema, typed }
  const problems = first.error.issues.flatMap((issue) => toProblems(issue, context))
  return {
    value: salvage(schema, value, first.error.issues, standIn),
    problems: withoutMisspelt(withoutRepetition(problems)),
  }
}

/** One slip may spoil several fields of a line: it is reported once. */
function withoutRepetition(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ code, place }) => {
    const key = JSON.stringify([code, place])
    return !seen.has(key) && seen.add(key)
  })
}

/** A misspelt key is one mistake: the mandatory key that it was meant to be is not missing too. */
function withoutMisspelt(problems: readonly Problem[]): Problem[] {
  const pathOfKey = ({ place }: Problem, key: unknown): string =>
    JSON.stringify('path' in place ? [...place.path.slice(0, -1), key] : [])
  const meant = new Set(
    problems
      .filter(({ code }) => code === 'unknown-key-near')
      .map((problem) => pathOfKey(problem, problem.args['near'])),
  )
  return problems.filter(
    (problem) =>
      problem.code !== 'key-missing' || !meant.has(pathOfKey(problem, problem.args['key'])),
  )
}
