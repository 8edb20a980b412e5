import type { z } from 'zod'
import { rateNames, splitNames } from '#schema/group.ts'

/** The parts of a Zod definition that contain other schemas. */
interface Def {
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
}

/**
 * The Chinese names along a path such as `areas.media.tally.failed`, one for each step: titles of
 * fields, and for records the names that `nameOf` returns.
 */
export function placeName(
  schema: z.ZodType,
  at: string,
  nameOf: (collection: string, id: string) => string | undefined,
): string[] {
  const words: string[] = []
  let here: readonly z.ZodType[] = [schema]
  let collection = ''
  const parts = at.split('.')
  for (const key of keysIn([schema], parts) ?? parts) {
    const open = here.flatMap(opened)
    const [field] = open.flatMap((one) => fieldOf(one, key))
    if (field !== undefined) {
      words.push(titleOf(field) ?? key)
      here = [field]
      collection = key
      continue
    }
    const item = /^\d+$/.test(key) && open.some((one) => defOf(one).element !== undefined)
    // The name of an item replaces the name of its list or table.
    const name = nameOf(collection, key) ?? fixedName(collection, key)
    if (item) words.push(`第${Number(key) + 1}项`)
    else words.splice(-1, words.length > 0 ? 1 : 0, name ?? key)
    here = open.flatMap((one) => defOf(one).valueType ?? defOf(one).element ?? [])
    collection = ''
  }
  // Groups that only contain other groups are left out, except at the end.
  return words.filter((word, n) => n === words.length - 1 || !groupOnlyTitles.has(word))
}

/**
 * Splits a path into keys. Keys of records may contain full stops, so the first split in which
 * every key exists is used; null if there is none.
 */
function keysIn(here: readonly z.ZodType[], parts: readonly string[]): string[] | null {
  const [part] = parts
  if (part === undefined) return []
  const open = here.flatMap(opened)
  const inside = [
    ...open.flatMap((one) => fieldOf(one, part)),
    ...(/^\d+$/.test(part) ? open.flatMap((one) => defOf(one).element ?? []) : []),
  ]
  const rest = inside.length === 0 ? null : keysIn(inside, parts.slice(1))
  if (rest !== null) return [part, ...rest]
  const values = open.flatMap((one) => defOf(one).valueType ?? [])
  if (values.length === 0) return null
  for (const n of parts.keys()) {
    const behind = keysIn(values, parts.slice(n + 1))
    if (behind !== null) return [parts.slice(0, n + 1).join('.'), ...behind]
  }
  return null
}

const groupOnlyTitles = new Set(['计数', '各部分'])

const fixedName = (collection: string, key: string): string | undefined =>
  collection === 'rates'
    ? (rateNames as Readonly<Record<string, string>>)[key]
    : collection === 'splits' && Object.hasOwn(splitNames, key)
      ? `按${splitNames[key] ?? key}`
      : undefined

/** The field with this name in a list, or an empty list. */
function fieldOf(schema: z.ZodType, key: string): z.ZodType[] {
  const { shape = {} } = defOf(schema)
  return Object.hasOwn(shape, key) && shape[key] !== undefined ? [shape[key]] : []
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as Def

/** The possible schemas of a value, with optional and union schemas unwrapped. */
function opened(schema: z.ZodType): z.ZodType[] {
  const { innerType, options } = defOf(schema)
  if (innerType !== undefined) return opened(innerType)
  return options === undefined ? [schema] : options.flatMap(opened)
}

function titleOf(schema: z.ZodType): string | undefined {
  const { innerType } = defOf(schema)
  return schema.meta()?.title ?? (innerType === undefined ? undefined : titleOf(innerType))
}
