import type { z } from 'zod'
import type { Path } from '#schema/path.ts'
import { child, has, issuePath, type ZodIssue } from './zod-issue.ts'

/** Each pass removes at least one level, so this reaches the root from the deepest value. */
const maxPasses = 50

/** Removes the invalid parts, level by level, until the rest is valid. */
export function salvage<T extends object>(
  schema: z.ZodType<T>,
  value: unknown,
  issues: readonly ZodIssue[],
  placeholder: T,
): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return placeholder
  const rest = structuredClone(value) as Record<string, unknown>
  let wrong = issues
  for (let pass = 0; pass < maxPasses; pass++) {
    for (const issue of wrong) {
      const path = issuePath(issue)
      const [root] = path
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) remove(rest, [...path, key])
      else if (has(rest, path)) remove(rest, path)
      else if (path.length === 1 && root !== undefined)
        rest[root] = structuredClone((placeholder as Record<string, unknown>)[root])
      // Without a mandatory value the parent is invalid too.
      else remove(rest, path.slice(0, -1))
    }
    const result = schema.safeParse(compact(rest))
    if (result.success) return result.data
    wrong = result.error.issues
  }
  return placeholder
}

const removed = Symbol('removed')

function remove(root: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>(child, root)
  const key = path.at(-1)
  if (typeof parent !== 'object' || parent === null || key === undefined) return
  // Only mark list items here: positions must not shift during a pass.
  if (Array.isArray(parent)) parent[key as number] = removed
  else Reflect.deleteProperty(parent, key)
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) {
    const remaining = value.filter((item) => item !== removed)
    value.splice(0, value.length, ...remaining)
    value.forEach(compact)
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(compact)
  return value
}
