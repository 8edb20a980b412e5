import type { z } from 'zod'
import { atKey, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { keysOf } from '#schema/schema-at.ts'
import { toProblems, type Typed } from './zod-issue-problems.ts'
import { child, type ZodIssue } from './zod-issue.ts'
import { inKeyOrder } from './key-order.ts'
import { salvage } from './partial-value.ts'

/**
 * Validates a parsed file against its schema. Every mistake becomes a problem. The valid rest is
 * returned too, completed from `placeholder`, so that later checks can still run on it. Numbers
 * stay in the order of the file.
 */
export function validate<T extends object>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  placeholder: T,
  typed: Typed = () => null,
): { value: T; problems: Problem[] } {
  const first = schema.safeParse(value)
  if (first.success) return { value: inKeyOrder(first.data, value), problems: [] }
  const other = otherKind(value, first.error.issues)
  if (other !== null)
    return {
      value: placeholder,
      problems: [
        {
          code: 'file-of-other-kind',
          level: 'error',
          file,
          place: atKey(other[0] ?? ''),
          args: { keys: other.join('、'), known: keysOf(schema).join('、') },
        },
      ],
    }
  const context = { root: value, file, schema, typed }
  const problems = first.error.issues.flatMap((issue) => toProblems(issue, context))
  return {
    value: inKeyOrder(salvage(schema, value, first.error.issues, placeholder), value),
    problems: withoutMisspelt(outdented(withoutRepetition(problems), value)),
  }
}

/** Reports a typo once even if it breaks several fields of a line. */
function withoutRepetition(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ code, place }) => {
    const key = JSON.stringify([code, place])
    return !seen.has(key) && seen.add(key)
  })
}

/** Drops `key-missing` for a key that is reported as misspelt. */
function withoutMisspelt(problems: readonly Problem[]): Problem[] {
  const pathOfKey = ({ place }: Problem, key: unknown): string =>
    JSON.stringify('path' in place ? [...place.path.slice(0, -1), key] : [])
  const suggested = new Set(
    problems
      .filter(({ code }) => code === 'unknown-key-near')
      .map((problem) => pathOfKey(problem, problem.args['near'])),
  )
  return problems.filter(
    (problem) =>
      problem.code !== 'key-missing' || !suggested.has(pathOfKey(problem, problem.args['key'])),
  )
}

/**
 * The keys of a file when the schema knows none of them, which means it is a file of another kind.
 * A single unknown key may be a misspelling and does not count.
 */
function otherKind(value: unknown, issues: readonly ZodIssue[]): readonly string[] | null {
  if (typeof value !== 'object' || value === null) return null
  const [unknown] = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? [issue.keys] : [],
  )
  if (unknown === undefined || unknown.length < 2) return null
  return unknown.length === Object.keys(value).length ? unknown : null
}

/**
 * Replaces missing fields that are written one level too far left, and their consequences, by one
 * `key-outdented` problem for each entry.
 */
function outdented(problems: readonly Problem[], root: unknown): Problem[] {
  const parentOf = ({ code, place }: Problem): Path | null =>
    code === 'key-missing' && 'path' in place && place.path.length > 2
      ? place.path.slice(0, -1)
      : null
  const moved = new Map<string, Problem>()
  for (const problem of problems) {
    const parent = parentOf(problem)
    if (parent === null) continue
    const key = String(problem.args['key'])
    const around = parent.slice(0, -1)
    if (key === String(parent.at(-1))) continue
    if (child(around.reduce<unknown>(child, root), key) === undefined) continue
    const at = JSON.stringify(parent)
    if (moved.has(at)) continue
    moved.set(at, {
      ...problem,
      code: 'key-outdented',
      place: atKey(...around, key),
      args: { key, parent: String(parent.at(-1)) },
    })
  }
  if (moved.size === 0) return [...problems]
  const places = new Set([...moved.values()].map(({ place }) => pathIn(place)))
  const left = problems.filter((problem) => {
    const parent = parentOf(problem)
    if (parent !== null && moved.has(JSON.stringify(parent))) return false
    // Other problems at the misplaced key, or missing keys beside it, follow from the indentation.
    return (
      !places.has(pathIn(problem.place)) && (parent === null || !places.has(JSON.stringify(parent)))
    )
  })
  return [...left, ...moved.values()]
}

const pathIn = (place: Problem['place']): string =>
  JSON.stringify('path' in place ? place.path : place)
