import { isPlainGroup, type PlainGroup } from '#model/plain-group.ts'
import type { Field, Shape } from './shape.ts'

/** What stands in a form: texts, lists and groups of them. */
export type Shown = string | readonly Shown[] | { readonly [key: string]: Shown }
type Kept = unknown

/** The id of a record, which is its key in the file. */
export const idKey = '$id'
/** Which entry of the file an entry of the form was, so that what is not shown goes with it. */
export const atKey = '$at'

/** The values of a file as its form shows them. */
export function shownGroup(value: Kept, fields: readonly Field[]): Record<string, Shown> {
  if (!isPlainGroup(value)) return {}
  return Object.fromEntries(
    fields.flatMap(({ key, shape }) => {
      const own = value[key]
      return own === undefined || own === null ? [] : [[key, shown(own, shape)]]
    }),
  )
}

function shown(value: Kept, shape: Shape): Shown {
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    case 'list':
      return Array.isArray(value)
        ? value.map((item, at) => marked(shown(item, shape.item), shape.item, at))
        : []
    case 'group':
      return shownGroup(value, shape.fields)
    case 'records':
      return isPlainGroup(value)
        ? Object.entries(value).map(([id, record]) => ({
            [idKey]: id,
            ...recordOf(shown(record, shape.record)),
          }))
        : []
  }
}

/** A record that is no group stands beside its id. */
const recordOf = (value: Shown): Record<string, Shown> =>
  isPlainGroup(value) ? (value as Record<string, Shown>) : { value }

const marked = (value: Shown, shape: Shape, at: number): Shown =>
  shape.kind === 'group' && isPlainGroup(value)
    ? { ...(value as Record<string, Shown>), [atKey]: String(at) }
    : value

/** The file's values after the form: what the form does not show stays as it was. */
export function keptGroup(entered: Kept, fields: readonly Field[], before: Kept): PlainGroup {
  const own = isPlainGroup(entered) ? entered : {}
  const old = isPlainGroup(before) ? before : {}
  const unseen = Object.entries(old).filter(([key]) => !fields.some((field) => field.key === key))
  const seen = fields.flatMap(({ key, shape, required }): [string, unknown][] => {
    const value = kept(own[key], shape, old[key])
    // A form that had nothing to show of it cannot have taken it away.
    if (value === undefined && old[key] !== undefined && isBlank(shown(old[key], shape)))
      return [[key, old[key]]]
    return value === undefined && !(required && old[key] !== undefined)
      ? []
      : [[key, value ?? emptyOf(shape)]]
  })
  return Object.fromEntries([...seen, ...unseen])
}

const isBlank = (value: Shown): boolean =>
  typeof value === 'string' ? value === '' : Object.values(value).every(isBlank)

const emptyOf = (shape: Shape): unknown =>
  shape.kind === 'list' ? [] : shape.kind === 'text' || shape.kind === 'choice' ? '' : {}

/** Undefined for what was left blank. */
function kept(entered: Kept, shape: Shape, before: Kept): unknown {
  if (entered === undefined || entered === null || entered === '') return undefined
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return typedAs(String(entered), shape, before)
    case 'list': {
      const items = (Array.isArray(entered) ? entered : []).flatMap((item: unknown, n) => {
        const at = isPlainGroup(item) ? Number(item[atKey]) : n
        const old: unknown = Array.isArray(before) ? before[at] : undefined
        return kept(item, shape.item, old) ?? []
      })
      return items.length === 0 && !Array.isArray(before) ? undefined : items
    }
    case 'group': {
      const group = keptGroup(entered, shape.fields, before)
      return Object.keys(group).length === 0 && !isPlainGroup(before) ? undefined : group
    }
    case 'records': {
      const old = isPlainGroup(before) ? before : {}
      const records = (Array.isArray(entered) ? entered : []).flatMap(
        (record: unknown): [string, unknown][] => {
          if (!isPlainGroup(record) || typeof record[idKey] !== 'string' || record[idKey] === '')
            return []
          const id = record[idKey]
          const value = kept(
            shape.record.kind === 'group' ? record : record['value'],
            shape.record,
            old[id],
          )
          return [[id, value ?? emptyOf(shape.record)]]
        },
      )
      return records.length === 0 && !isPlainGroup(before) ? undefined : Object.fromEntries(records)
    }
  }
}

/**
 * A form gives texts; the schema says whether a number or a yes or no is meant. What it was before
 * is kept where it still says the same.
 */
function typedAs(
  text: string,
  { schema }: { readonly schema: { safeParse: (value: unknown) => { success: boolean } } },
  before: Kept,
): unknown {
  if (typeof before !== 'object' && before !== undefined && String(before) === text) return before
  const number = /^-?\d+(\.\d+)?$/.test(text) ? [Number(text)] : []
  const yesNo = text === 'true' || text === 'false' ? [text === 'true'] : []
  // A text first: `"99.7%"` and `08` are texts, wherever a text may stand.
  const candidates: unknown[] = [...number.filter((n) => String(n) === text), ...yesNo, text]
  return candidates.find((candidate) => schema.safeParse(candidate).success) ?? text
}
