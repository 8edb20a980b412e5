import { shortened } from '#messages/shortened.ts'
import type { z } from 'zod'
import { catalogue, type ProblemCode } from '#messages/catalogue.ts'
import { nearest } from '#messages/nearest.ts'
import { atKey, atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { isToFill, toFill } from '#messages/unfinished.ts'
import { isMissing } from '#model/figure.ts'
import { normalizedReason } from '#schema/scalars.ts'
import { countNames } from '#schema/figure.ts'
import { rateNames, splitNames } from '#schema/group.ts'
import { nameProblems } from '#schema/characters.ts'
import { definitionOf, fieldOf } from '#schema/definition.ts'
import { fieldAt, keysOf, meaningsAt, metaTitle, schemaAt } from '#schema/schema-at.ts'
import { isPrintedRate, isInsideKey, typoIn, typoInKey, swallowedBy } from './entry-typos.ts'
import { below, child, has, issuePath, type ZodIssue } from './zod-issue.ts'
import { suggestionFor } from './suggestions.ts'
import { choices, closestBranch, closestOption } from './unions.ts'

/** The source text of the value at a path; null where the value is text anyway. */
export type Typed = (path: Path) => string | null

/** The file that the issues belong to. */
interface Context {
  readonly root: unknown
  readonly file: string
  readonly schema: z.ZodType
  readonly typed: Typed
}

type Titles = Readonly<Record<string, string>>

/**
 * Predefined names with their Chinese titles, for fields in which a document may also use its own
 * names.
 */
const names: Readonly<Record<string, Titles>> = {
  'expects-rate-name': rateNames,
  'expects-split-name': splitNames,
  'expects-count-name': countNames,
}

/** Converts a Zod issue to problems for the editor. */
export function toProblems(issue: ZodIssue, context: Context): Problem[] {
  const { root, file, schema, typed } = context
  const path = issuePath(issue)
  const found = describe(path.reduce<unknown>(child, root), typed(path))
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
    const { option, issues } = closestOption(schemaAt(schema, path), found, issue)
    return issues.flatMap((inner) => {
      if (inner.code !== 'unrecognized_keys' || inner.path.length > 0)
        return toProblems(below(issue, inner), context)
      const known = keysOf(option)
      const titles = titlesOf(option, known)
      return inner.keys.map((key) => {
        const place = atKey(...path, key)
        const typo = typoInKey(child(found, key), key)
        if (typo !== null) return problem(typo.code, typo.args, place)
        if (Object.hasOwn(countNames, key) && isInFigures(path)) {
          const written = child(found, key)
          const example = `${key}: ${typeof written === 'number' ? written : '数'}`
          const title = countNames[key as keyof typeof countNames]
          return problem('count-outside-tally', { key, title, example }, place)
        }
        const near = known.find((one) => titles[one] === key) ?? nearest(key, known)
        return near === null
          ? problem(
              'unknown-key',
              {
                key,
                known: known.join('、'),
                hint: hintOf(child(found, key)),
              },
              atKey(...path, key),
            )
          : problem('unknown-key-near', { key, near }, atKey(...path, key))
      })
    })
  }
  const missing = !has(root, path) && path.length > 0
  if (missing) {
    const key = String(path.at(-1))
    const parent = path.slice(0, -1)
    const around = parent.reduce<unknown>(child, root)
    if (isInsideKey(around, key)) return []
    const swallowed = swallowedBy(around, key)
    if (swallowed !== null) {
      const { by, suggestion } = swallowed
      return [problem(suggestion.code, suggestion.args, atValue(...parent, by))]
    }
    const title = metaTitle(schema, path)
    const description = fieldAt(schema, path)?.description
    const hint = description === undefined ? '' : `：${description}`
    return [problem('key-missing', { key, title, hint }, atKey(...path))]
  }
  const value = path.reduce<unknown>(child, root)
  const expected = typeof value === 'string' ? normalizedReason(value) : null
  if (expected !== null && schemaAt(schema, path).some((one) => accepts(one, expected)))
    return [problem('reason-misspelt', { reason: expected })]
  const refused = reasonRefused(issue, path, context)
  if (refused !== null) return [problem('reason-refused', refused.args, refused.place)]
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1))
    const code = issue.issues[0]?.message ?? ''
    const wrong = nameProblems(key).find((one) => one.code === code)
    if (wrong !== undefined) return [problem(wrong.code, wrong.args, atKey(...path))]
    const typo =
      typoInKey(path.reduce<unknown>(child, root), key) ??
      suggestionFor(code, { value: key, typed: null })
    if (typo !== null)
      return [problem(typo.code, { found: `“${key}”`, ...typo.args }, atKey(...path))]
    const titles = names[code] ?? {}
    const known = Object.keys(titles)
    const near = known.find((name) => titles[name] === key) ?? nearest(key, known)
    const args = { found: `“${key}”`, key, known: explained(known, titles).join('、') }
    if (near !== null) return [problem('unknown-key-near', { key, near }, atKey(...path))]
    return [problem(isCode(code) ? code : 'expects-id', args, atKey(...path))]
  }
  // A date or a choice marked as to be filled in cannot hold that marker, and is not wrong either.
  if (isToFill(value)) return [problem('text-unfinished', { text: toFill })]
  const typo = typoIn(issue, value, path, typed(path))
  if (typo !== null) return [problem(typo.code, typo.args)]
  if (value === null && issue.message !== 'expects-figure' && issue.message !== 'expects-cell')
    return [problem('value-empty', { key: String(path.at(-1) ?? '') })]
  if (issue.code === 'invalid_union') {
    const nested = closestBranch(issue)
    if (nested !== null) return nested.flatMap((inner) => toProblems(below(issue, inner), context))
  }
  if (typeof value === 'string') {
    const codes = messagesOf(issue)
    const wrong = nameProblems(value).find((one) => codes.includes(one.code))
    if (wrong !== undefined) return [problem(wrong.code, wrong.args)]
  }
  if (issue.code === 'too_big') return [problem('value-above', { limit: Number(issue.maximum) })]
  if (issue.message === 'expects-text' && isPrintedRate(path)) return [problem('expects-percent')]
  if (issue.message === 'expects-value') {
    // Zod may report this for a figure where a block of figures was intended.
    const { issues } = closestOption(schemaAt(schema, path), value, issue)
    if (!issues.some(({ message }) => message === issue.message)) return []
  }
  const meanings = names[issue.message] ?? meaningsAt(schema, path)
  const known = explained(choices(issue), meanings).join('、')
  if (issue.message === 'expects-date')
    return [problem('expects-date', { instead: reasonsInstead(schema, path) })]
  if (isCode(issue.message)) return [problem(issue.message, { known })]
  if (issue.code === 'invalid_value') return [problem('expects-choice', { known })]
  if (issue.code === 'invalid_type' && (issue.expected === 'object' || issue.expected === 'record'))
    return [problem('expects-object', { fields: fieldsAt(schema, path) })]
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return [
      isItem(schema, path, value)
        ? problem('list-brackets', { better: listOf(value) })
        : problem('expects-list'),
    ]
  if (issue.code === 'too_small' && issue.origin === 'array') return [problem('list-empty')]
  return [problem('value-range')]
}

/**
 * A reason for a missing value (`not-stated`) in a field that does not accept one, with what to do
 * instead: leave an optional field out, fill in a mandatory one. Null where the reason is not the
 * mistake.
 */
function reasonRefused(
  issue: ZodIssue,
  path: Path,
  { root, schema }: Context,
): Pick<Problem, 'args' | 'place'> | null {
  const key = path.at(-1) ?? ''
  if (issue.code === 'invalid_key')
    return normalizedReason(String(key)) !== null
      ? {
          args: {
            reason: String(key),
            place: '名称、编号',
            fix: '请写文件里的名称；没有这一项就删去整行。',
          },
          place: atKey(...path),
        }
      : null
  const value = path.reduce<unknown>(child, root)
  const reason = typeof value === 'string' ? normalizedReason(value) : null
  if (reason === null) return null
  if (choices(issue).some(isMissing) || schemaAt(schema, path).some((one) => accepts(one, reason)))
    return null
  const field = schemaAt(schema, path.slice(0, -1))
    .map((parent) => fieldOf(parent, String(key)))
    .find((one) => one !== undefined)
  const title = metaTitle(schema, path)
  const list = path.slice(0, -1)
  const isOfList = schemaAt(schema, list).some((one) => accepts(one, reason))
  const fix =
    field === undefined
      ? isOfList
        ? `请不用列表，直接写“${String(list.at(-1))}: ${reason}”。`
        : '文件没有写明的，请删去这一项。'
      : field.safeParse(undefined).success
        ? `文件没有写明的，请删去“${key}”这一行；要说明的写进 note 等说明里。`
        : `“${key}”必须填写，请照文件填；文件确实没有的，请按上下文写明。`
  return {
    args: {
      reason: String(value),
      place: field === undefined ? '这里' : `“${title}”（${key}）`,
      fix,
    },
    place: atValue(...path),
  }
}

/** The keys of a schema with their Chinese titles, which editors may type instead of the keys. */
const titlesOf = (option: z.ZodType | undefined, keys: readonly string[]): Titles =>
  Object.fromEntries(
    keys.map((key) => [key, option === undefined ? key : metaTitle(option, [key])]),
  )

/** The allowed values, each with its meaning: veto（单项否决）. */
const explained = (words: readonly string[], meanings: Titles): string[] =>
  words.map((word) => (Object.hasOwn(meanings, word) ? `${word}（${meanings[word]}）` : word))

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

/** The reasons that a field takes instead of a date; empty when it takes none. */
const reasonsInstead = (schema: z.ZodType, path: Path): string =>
  schemaAt(schema, path).some((one) => one.safeParse('not-stated').success)
    ? '；不知道的写 not-stated（文件未写明）'
    : ''

/** Whether a path is in an area or in a part of a split, where a block of figures may stand. */
const isInFigures = (path: Path): boolean =>
  (path[0] === 'areas' || path[0] === 'results') && (path.length === 2 || path.at(-2) === 'parts')

/** Whether a value is what the list at a path consists of. */
const isItem = (schema: z.ZodType, path: Path, value: unknown): value is string =>
  typeof value === 'string' &&
  schemaAt(schema, path)
    .flatMap((list) => definitionOf(list).element ?? [])
    .some((element) => element.safeParse(value).success)

/** A list of one text; quotes in it are doubled between single ones. */
const listOf = (text: string): string =>
  text.includes('"') ? `['${text.replaceAll("'", "''")}']` : `["${text}"]`

/** The messages of an issue: of a union, those of its alternatives too. */
const messagesOf = (issue: ZodIssue): string[] => [
  issue.message,
  ...(issue.code === 'invalid_union' ? issue.errors.flat().flatMap(messagesOf) : []),
]

/** The known fields of a group, as a hint; empty where any field is allowed. */
function fieldsAt(schema: z.ZodType, path: Path): string {
  const known = [...new Set(schemaAt(schema, path).flatMap(keysOf))]
  return known.length === 0 ? '' : `，可以写的字段：${known.join('、')}`
}

/** A hint for an unknown key that holds other fields: it may be a known key at the wrong depth. */
const hintOf = (value: unknown): string =>
  typeof value === 'object' && !Array.isArray(value)
    ? '；字段名没有错的，请核对这一行左边的空格'
    : ''

const isCode = (text: string): text is ProblemCode => Object.hasOwn(catalogue, text)

/** Describes a value in a few words, for a message. */
function describe(value: unknown, typed: string | null): string {
  if (value === undefined || value === null) return '空白'
  if (Array.isArray(value)) return value.length === 0 ? '空列表' : '一个列表'
  if (typeof value === 'object') return '一组字段'
  const text = typed ?? String(value)
  return `“${shortened(text, 40)}”`
}
