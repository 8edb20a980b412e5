import type { z } from 'zod'
import { catalogue, type ProblemCode } from '#problems/catalogue.ts'
import { atKey, atValue, type Path, type Problem } from '#problems/problem.ts'
import { nearest } from '#problems/nearest.ts'

type Issue = z.core.$ZodIssue

/**
 * Validates a parsed file against its schema. Every mistake becomes a problem; what is left
 * without the mistaken parts is returned too (null when nothing usable is left), so that the
 * checks that come later still speak of the rest.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
): { value: T | null; problems: Problem[] } {
  const first = schema.safeParse(value)
  if (first.success) return { value: first.data, problems: [] }
  const problems = first.error.issues.flatMap((issue) => toProblems(issue, value, file, schema))
  return { value: salvage(schema, value, first.error.issues), problems }
}

/** Removes what is wrong, level by level, until the rest is valid. */
function salvage<T>(schema: z.ZodType<T>, value: unknown, issues: readonly Issue[]): T | null {
  const rest: unknown = structuredClone(value)
  let wrong = issues
  for (let round = 0; round < 50; round++) {
    for (const issue of wrong) {
      const path = pathOf(issue)
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) remove(rest, [...path, key])
      else if (path.length === 0) return null
      // A missing mandatory value takes its parent with it.
      else remove(rest, has(rest, path) ? path : path.slice(0, -1))
    }
    const result = schema.safeParse(compact(rest))
    if (result.success) return result.data
    wrong = result.error.issues
  }
  return null
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

function has(root: unknown, path: Path): boolean {
  return path.reduce<unknown>(child, root) !== undefined
}

function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => item !== removed)
    value.splice(0, value.length, ...kept)
    value.forEach(compact)
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(compact)
  return value
}

const pathOf = (issue: Issue): (string | number)[] =>
  issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))

function toProblems(issue: Issue, root: unknown, file: string, schema: z.ZodType): Problem[] {
  const path = pathOf(issue)
  const found = describe(path.reduce<unknown>(child, root))
  const problem = (code: ProblemCode, args: Problem['args'] = {}, place = atValue(...path)): Problem => ({
    code,
    level: 'error',
    file,
    place,
    args: { found, ...args },
  })
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const known = keysAt(schema, path)
      const near = nearest(key, known)
      return near === null
        ? problem('unknown-key', { key, known: known.join('、') }, atKey(...path, key))
        : problem('unknown-key-near', { key, near }, atKey(...path, key))
    })
  const missing = !has(root, path) && path.length > 0
  if (missing) {
    const key = String(path.at(-1))
    const title = metaTitle(schema, path)
    return [problem('key-missing', { key, title }, atKey(...path.slice(0, -1)))]
  }
  if (issue.code === 'invalid_key')
    return [problem('expects-id', { found: `“${String(path.at(-1))}”` }, atKey(...path))]
  if (issue.code === 'invalid_union') {
    const nested = closestBranch(issue)
    if (nested !== null)
      return nested.flatMap((inner) =>
        toProblems({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root, file, schema),
      )
  }
  if (issue.message in catalogue) {
    const known = issue.code === 'invalid_value' ? issue.values.map(String).join('、') : ''
    return [problem(issue.message as ProblemCode, { known })]
  }
  if (issue.code === 'invalid_value')
    return [problem('expects-choice', { known: issue.values.map(String).join('、') })]
  if (issue.code === 'invalid_type' && (issue.expected === 'object' || issue.expected === 'record'))
    return [problem('expects-object')]
  if (issue.code === 'invalid_type' && issue.expected === 'array') return [problem('expects-list')]
  return [problem('value-range')]
}

/**
 * The branch of a union that the editor meant: the one that accepts the kind of value found and
 * complains only deeper inside. None when the value is of a kind that no branch takes.
 */
function closestBranch(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] | null {
  const deeper = issue.errors.find((errors) =>
    errors.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
  )
  return deeper ?? null
}

/** A found value in a few words, for the sentence of a message. */
function describe(value: unknown): string {
  if (value === undefined || value === null) return '空值'
  if (Array.isArray(value)) return '一个列表'
  if (typeof value === 'object') return '一组字段'
  const text = String(value)
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

interface Described {
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
}

/** The schema at a path, following the value where there is a choice. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const node = schema._zod.def as Described
  if (node.innerType !== undefined) return schemaAt(node.innerType, path)
  if (node.options !== undefined) return node.options.flatMap((option) => schemaAt(option, path))
  const [segment, ...rest] = path
  if (segment === undefined) return [schema]
  const next = node.shape?.[String(segment)] ?? node.element ?? node.valueType
  return next === undefined ? [] : schemaAt(next, rest)
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  return schemaAt(schema, path).flatMap((node) => Object.keys((node._zod.def as Described).shape ?? {}))
}

function metaTitle(schema: z.ZodType, path: Path): string {
  const key = String(path.at(-1))
  const parents = schemaAt(schema, path.slice(0, -1))
  const field = parents.map((node) => (node._zod.def as Described).shape?.[key]).find(Boolean)
  return field?.meta()?.title ?? key
}
