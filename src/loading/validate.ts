import type { z } from 'zod'
import { catalogue, type ProblemCode } from '#problems/catalogue.ts'
import { atKey, atValue, type Path, type Problem } from '#problems/problem.ts'
import { nearest } from '#problems/nearest.ts'
import { entryIn, meantBy, type Meant } from './meant.ts'
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

/** How the value at a path was typed, where it became something else than text. */
export type Typed = (path: Path) => string | null

/** What the problems of one file have in common. */
interface Context {
  readonly root: unknown
  readonly file: string
  readonly schema: z.ZodType
  readonly typed: Typed
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

function toProblems(issue: Issue, context: Context): Problem[] {
  const { root, file, schema, typed } = context
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
  if (issue.code === 'unrecognized_keys') {
    const found = path.reduce<unknown>(child, root)
    const { option, issues } = meantOption(schemaAt(schema, path), found, issue)
    return issues.flatMap((inner) => {
      if (inner.code !== 'unrecognized_keys' || inner.path.length > 0)
        return toProblems(below(issue, inner), context)
      return inner.keys.map((key) => {
        const known = keysOf(option)
        const place = atKey(...path, key)
        const slip = slipInKey(child(found, key), key)
        if (slip !== null) return problem(slip.code, slip.args, place)
        const near = nearest(key, known)
        return near === null
          ? problem('unknown-key', { key, known: known.join('、') }, atKey(...path, key))
          : problem('unknown-key-near', { key, near }, atKey(...path, key))
      })
    })
  }
  const missing = !has(root, path) && path.length > 0
  if (missing) {
    const key = String(path.at(-1))
    const parent = path.slice(0, -1)
    const around = parent.reduce<unknown>(child, root)
    if (isSpoilt(around, key)) return []
    const swallowed = swallowedBy(around, key)
    if (swallowed !== null) {
      const { by, meant } = swallowed
      return [problem(meant.code, meant.args, atValue(...parent, by))]
    }
    const title = metaTitle(schema, path)
    return [problem('key-missing', { key, title }, atKey(...path))]
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1))
    const code = issue.issues[0]?.message ?? ''
    const slip =
      slipInKey(path.reduce<unknown>(child, root), key) ??
      meantBy(code, { value: key, typed: null })
    if (slip !== null)
      return [problem(slip.code, { found: `“${key}”`, ...slip.args }, atKey(...path))]
    const known = names[code] ?? []
    const near = nearest(key, known)
    const args = { found: `“${key}”`, key, known: known.join('、') }
    if (near !== null) return [problem('unknown-key-near', { key, near }, atKey(...path))]
    return [problem(code in catalogue ? (code as ProblemCode) : 'expects-id', args, atKey(...path))]
  }
  const value = path.reduce<unknown>(child, root)
  const slip = slipIn(issue, value, path, typed(path))
  if (slip !== null) return [problem(slip.code, slip.args)]
  if (value === null && issue.message !== 'expects-figure')
    return [problem('value-empty', { key: String(path.at(-1) ?? '') })]
  if (issue.code === 'invalid_union') {
    const nested = closestBranch(issue)
    if (nested !== null) return nested.flatMap((inner) => toProblems(below(issue, inner), context))
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

/** The slip by which a value became what the field does not take, or null. */
function slipIn(issue: Issue, value: unknown, path: Path, typed: string | null): Meant | null {
  if (value === null) {
    const inKey = slipInKey(value, String(path.at(-1)))
    if (inKey !== null) return inKey
  }
  const expectsFields = issue.code === 'invalid_type' && /^(object|record)$/.test(issue.expected)
  if (expectsFields && typeof value === 'string') return entryIn(value)
  const expectsList = issue.code === 'invalid_type' && issue.expected === 'array'
  const isRate = path.at(-1) === 'stated' && path.at(-3) === 'rates'
  const expected = expectsList ? 'expects-list' : isRate ? 'expects-percent' : issue.message
  // Nothing at all is not a slip, nor is a list or a group of fields.
  if (typeof value === 'object' && (value !== null || typed === null)) return null
  return meantBy(expected, { value, typed })
}

/** Whether an entry of a `{ }` became a key with this name at its start; it is reported as such. */
const isSpoilt = (around: unknown, key: string): boolean =>
  typeof around === 'object' &&
  around !== null &&
  Object.entries(around).some(
    ([other, value]) => other.startsWith(key) && slipInKey(value, other) !== null,
  )

/** The neighbour whose text goes on to hold the missing field, for want of an ASCII sign. */
function swallowedBy(around: unknown, key: string): { by: string; meant: Meant } | null {
  if (typeof around !== 'object' || around === null) return null
  for (const [by, text] of Object.entries(around)) {
    if (typeof text !== 'string') continue
    const match = new RegExp(`([\\s，、；,;])\\s*${key}\\s*[：:]\\s*`).exec(text)
    if (match === null) continue
    const sign = match[1]?.trim() ?? ''
    const rest = text.slice(match.index + match[0].length)
    const better =
      sign === '' ? `${key}: ${rest}` : `${by}: ${text.slice(0, match.index)}, ${key}: ${rest}`
    const code = sign === '' ? 'full-width-colon' : 'full-width-comma'
    return { by, meant: { code, args: { found: sign, better } } }
  }
  return null
}

/** The slip by which an entry of a `{ }` became a key without a value, as in `{ failed：1 }`. */
function slipInKey(value: unknown, key: string): Meant | null {
  return value === null ? entryIn(key) : null
}

/** An issue inside another, with its path from the root of the file. */
const below = (outer: Issue, inner: Issue): Issue => ({
  ...inner,
  path: [...outer.path, ...inner.path],
})

/**
 * Of the shapes that may stand at a place, the one that the editor meant, with its issues. A union
 * reports an unknown key of one shape though another shape has it.
 */
function meantOption(
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
const closestBranch = ({ errors }: UnionIssue): Issue[] | null => closest(branchesOf(errors))

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

/** The keys of a shape: fields of an object, or the names that a table allows. */
function keysOf(schema: z.ZodType | undefined): string[] {
  const { shape, keyType } = (schema?._zod.def ?? {}) as Described
  return Object.keys(shape ?? (keyType?._zod.def as Described | undefined)?.entries ?? {})
}

function metaTitle(schema: z.ZodType, path: Path): string {
  const key = String(path.at(-1))
  const parents = schemaAt(schema, path.slice(0, -1))
  const field = parents.map((node) => (node._zod.def as Described).shape?.[key]).find(Boolean)
  return field?.meta()?.title ?? key
}
