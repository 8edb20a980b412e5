import type { z } from 'zod'
import type { Path } from '#messages/problem.ts'
import { child, has, pathOf, type Issue } from './zod-issue.ts'

/** Enough to reach the root from the deepest value. */
const mostRounds = 50

/** Removes what is wrong, level by level, until the rest is valid. */
export function salvage<T extends object>(
  schema: z.ZodType<T>,
  value: unknown,
  issues: readonly Issue[],
  standIn: T,
): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return standIn
  const rest = structuredClone(value) as Record<string, unknown>
  let wrong = issues
  for (let round = 0; round < mostRounds; round++) {
    for (const issue of wrong) {
      const path = pathOf(issue)
      const [root] = path
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) remove(rest, [...path, key])
      else if (has(rest, path)) remove(rest, path)
      else if (path.length === 1 && root !== undefined)
        rest[root] = structuredClone((standIn as Record<string, unknown>)[root])
      // A missing mandatory value takes its parent with it.
      else remove(rest, path.slice(0, -1))
    }
    const result = schema.safeParse(compact(rest))
    if (result.success) return result.data
    wrong = result.error.issues
  }
  return standIn
}

const removed = Symbol('removed')

function remove(root: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>(child, root)
  const key = path.at(-1)
  if (typeof parent !== 'object' || parent === null || key === undefined) return
  // List positions must hold until the round is over.
  if (Array.isArray(parent)) parent[key as number] = removed
  else Reflect.deleteProperty(parent, key)
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => item !== removed)
    value.splice(0, value.length, ...kept)
    value.forEach(compact)
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(compact)
  return value
}
