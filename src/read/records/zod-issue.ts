import type { z } from 'zod'
import type { Path } from '#schema/path.ts'

/** A validation error of Zod. */
export type ZodIssue = z.core.$ZodIssue

export const issuePath = (issue: ZodIssue): (string | number)[] =>
  issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))

/** A nested issue, with its path from the root of the file. */
export const below = (outer: ZodIssue, inner: ZodIssue): ZodIssue => ({
  ...inner,
  path: [...outer.path, ...inner.path],
})

export function has(root: unknown, path: Path): boolean {
  return path.reduce<unknown>(child, root) !== undefined
}

export function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined
}
