import type { z } from 'zod'
import { catalogue, type ProblemCode } from '#problems/catalogue.ts'
import { atKey, atValue, type Path, type Problem } from '#problems/problem.ts'
import { nearest } from '#problems/nearest.ts'
import { rateNames, splitNames } from '#schema/group.ts'

type Issue = z.core.$ZodIssue

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
): { value: T; problems: Problem[] } {
  const first = schema.safeParse(value)
  if (first.success) return { value: first.data, problems: [] }
  const problems = first.error.issues.flatMap((issue) => toProblems(issue, value, file, schema))
  return {
    value: salvage(schema, value, first.error.issues, standIn),
    problems: withoutMisspelt(problems),
  }
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

/** Enough to reach the root from the deepest value. */
const mostRounds = 50

/** Removes what is wrong, level by level, until the rest is valid. */
function salvage<T extends object>(
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

function has(root: unknown, path: Path): boolean {
  return path.reduce<unknown>(child, root) !== undefined
}

function child(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => item !== removed)
    value.splice(0, value.length, ...kept)
    value.forEach(compact)
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(compact)
  return value
}

/** The names that the product knows where a document may also bring its own. */
const names: Readonly<Record<string, readonly string[]>> = {
  'expects-rate-name': Object.keys(rateNames),
  'expects-split-name': Object.keys(splitNames),
}

const pathOf = (issue: Issue): (string | number)[] =>
  issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))

function toProblems(issue: Issue, root: unknown, file: string, schema: z.ZodType): Problem[] {
  const path = pathOf(issue)
  const found = describe(path.reduce<unknown>(child, root))
  const problem = (
    code: ProblemCode,
    args: Problem['args'] = {},
    place = atValue(...path),
  ): Problem => ({
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
    return [problem('key-missing', { key, title }, atKey(...path))]
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1))
    const code = issue.issues[0]?.message ?? ''
    const known = names[code] ?? []
    const near = nearest(key, known)
    const args = { found: `“${key}”`, key, known: known.join('、') }
    if (near !== null) return [problem('unknown-key-near', { key, near }, atKey(...path))]
    return [problem(code in catalogue ? (code as ProblemCode) : 'expects-id', args, atKey(...path))]
  }
  if (path.reduce<unknown>(child, root) === null && issue.message !== 'expects-figure')
    return [problem('value-empty', { key: String(path.at(-1) ?? '') })]
  if (issue.code === 'invalid_union') {
    const nested = closestBranch(issue)
    if (nested !== null)
      return nested.flatMap((inner) =>
        toProblems({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root, file, schema),
      )
  }
  if (issue.code === 'too_big') return [problem('value-above', { limit: String(issue.maximum) })]
  if (issue.message in catalogue) {
    return [problem(issue.message as ProblemCode, { known: choices(issue).join('、') })]
  }
  if (issue.code === 'invalid_value')
    return [problem('expects-choice', { known: issue.values.map(String).join('、') })]
  if (issue.code === 'invalid_type' && (issue.expected === 'object' || issue.expected === 'record'))
    return [problem('expects-object')]
  if (issue.code === 'invalid_type' && issue.expected === 'array') return [problem('expects-list')]
  if (issue.code === 'too_small' && issue.origin === 'array') return [problem('list-empty')]
  return [problem('value-range')]
}

/**
 * The branch of a union that the editor meant: of those that accept the kind of value found and
 * complain only deeper inside, the one that complains least. None when the value is of a kind that
 * no branch takes.
 */
function closestBranch({ errors }: UnionIssue): Issue[] | null {
  const deeper = branchesOf(errors).filter((branch) =>
    branch.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
  )
  // A key that the branch does not have speaks more against it than a wrong value in one it has.
  const complaints = (branch: Issue[]): number =>
    branch.reduce((n, error) => n + (error.path.length === 0 ? 2 : 1), 0)
  return deeper.sort((a, b) => complaints(a) - complaints(b))[0] ?? null
}

/** The words among which a value can be chosen. */
function choices(issue: Issue): string[] {
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

/** A found value in a few words, for the sentence of a message. */
function describe(value: unknown): string {
  if (value === undefined || value === null) return '空值'
  if (Array.isArray(value)) return value.length === 0 ? '空列表' : '一个列表'
  if (typeof value === 'object') return '一组字段'
  const text = String(value)
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

interface Described {
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly entries?: Record<string, string>
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

/** The keys that may stand at a path: fields of an object, or the names that a table allows. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  const keys = schemaAt(schema, path).flatMap((node) => {
    const { shape, keyType } = node._zod.def as Described
    return Object.keys(shape ?? (keyType?._zod.def as Described | undefined)?.entries ?? {})
  })
  return [...new Set(keys)]
}

function metaTitle(schema: z.ZodType, path: Path): string {
  const key = String(path.at(-1))
  const parents = schemaAt(schema, path.slice(0, -1))
  const field = parents.map((node) => (node._zod.def as Described).shape?.[key]).find(Boolean)
  return field?.meta()?.title ?? key
}
