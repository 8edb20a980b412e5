import type { z } from 'zod'
import { metaOf } from '#schema/definition.ts'
import { rateNames, splitNames } from '#schema/group.ts'
import { stepsInto } from '#schema/schema-at.ts'

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
    const steps = here.flatMap((one) => stepsInto(one, key))
    const field = steps.find(({ by }) => by === 'field')
    if (field !== undefined) {
      words.push(metaOf(field.to)?.title ?? key)
      here = [field.to]
      collection = key
      continue
    }
    const item = /^\d+$/.test(key) && steps.some(({ by }) => by === 'item')
    // The name of an item replaces the name of its list or table.
    const name = nameOf(collection, key) ?? fixedName(collection, key)
    if (item) words.push(`第${Number(key) + 1}项`)
    else words.splice(-1, words.length > 0 ? 1 : 0, name ?? key)
    here = steps.map(({ to }) => to)
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
  const steps = here.flatMap((one) => stepsInto(one, part))
  const inside = steps.filter(({ by }) => by === 'field' || (by === 'item' && /^\d+$/.test(part)))
  const rest =
    inside.length === 0
      ? null
      : keysIn(
          inside.map(({ to }) => to),
          parts.slice(1),
        )
  if (rest !== null) return [part, ...rest]
  const values = steps.flatMap(({ by, to }) => (by === 'name' ? [to] : []))
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
