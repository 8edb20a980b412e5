import { isPlainGroup, type PlainGroup } from '#model/plain-group.ts'
import type { EditorField, EditorShape } from './shape.ts'

/** A value in a form: a text, a list or a group. */
export type Shown = string | readonly Shown[] | { readonly [key: string]: Shown }
type Stored = unknown

/** The id of a record, which is its key in the file. */
export const idKey = '$id'
/** Index of the file entry behind a form entry, to carry over its hidden fields. */
export const entryIndexKey = '$at'

/** The word that a form shows instead of a group. */
export const wordKey = '$word'

/** Converts the values of a file to form values. */
export function shownGroup(value: Stored, fields: readonly EditorField[]): Record<string, Shown> {
  if (!isPlainGroup(value)) return {}
  return Object.fromEntries(
    fields.flatMap(({ key, shape }) => {
      const own = value[key]
      return own === undefined || own === null ? [] : [[key, shown(own, shape)]]
    }),
  )
}

function shown(value: Stored, shape: EditorShape): Shown {
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
    case 'group-or-word':
      return isPlainGroup(value) ? shownGroup(value, shape.fields) : { [wordKey]: String(value) }
    case 'records':
      return isPlainGroup(value)
        ? Object.entries(value).map(([id, record]) => ({
            [idKey]: id,
            ...recordOf(shown(record, shape.record)),
          }))
        : []
  }
}

/** A record that is not a group is stored under `value` beside its id. */
const recordOf = (value: Shown): Record<string, Shown> =>
  isPlainGroup(value) ? (value as Record<string, Shown>) : { value }

const marked = (value: Shown, shape: EditorShape, at: number): Shown =>
  shape.kind === 'group' && isPlainGroup(value)
    ? { ...(value as Record<string, Shown>), [entryIndexKey]: String(at) }
    : value

/**
 * Converts form values back to file values; fields that the form does not show keep their old
 * values.
 */
export function storedGroup(
  entered: Stored,
  fields: readonly EditorField[],
  before: Stored,
): PlainGroup {
  const own = isPlainGroup(entered) ? entered : {}
  const old = isPlainGroup(before) ? before : {}
  const hidden = Object.entries(old).filter(([key]) => !fields.some((field) => field.key === key))
  const entries = fields.flatMap(({ key, shape, required }): [string, unknown][] => {
    const value = stored(own[key], shape, old[key])
    // If the form showed nothing of a value, it cannot have removed it.
    if (value === undefined && old[key] !== undefined && isBlank(shown(old[key], shape)))
      return [[key, old[key]]]
    return value === undefined && !(required && old[key] !== undefined)
      ? []
      : [[key, value ?? emptyOf(shape)]]
  })
  return Object.fromEntries([...entries, ...hidden])
}

const isBlank = (value: Shown): boolean =>
  typeof value === 'string' ? value === '' : Object.values(value).every(isBlank)

const emptyOf = (shape: EditorShape): unknown =>
  shape.kind === 'list' ? [] : shape.kind === 'text' || shape.kind === 'choice' ? '' : {}

/** The file value of a form value; undefined if it was left blank. */
function stored(entered: Stored, shape: EditorShape, before: Stored): unknown {
  if (entered === undefined || entered === null || entered === '') return undefined
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return typedAs(String(entered), shape, before)
    case 'list': {
      const items = (Array.isArray(entered) ? entered : []).flatMap((item: unknown, n) => {
        const at = isPlainGroup(item) ? Number(item[entryIndexKey]) : n
        const old: unknown = Array.isArray(before) ? before[at] : undefined
        return stored(item, shape.item, old) ?? []
      })
      return items.length === 0 && !Array.isArray(before) ? undefined : items
    }
    case 'group-or-word':
    case 'group': {
      if (shape.kind === 'group-or-word' && isPlainGroup(entered) && entered[wordKey])
        return entered[wordKey]
      const group = storedGroup(entered, shape.fields, before)
      return Object.keys(group).length === 0 && !isPlainGroup(before) ? undefined : group
    }
    case 'records': {
      const old = isPlainGroup(before) ? before : {}
      const records = (Array.isArray(entered) ? entered : []).flatMap(
        (record: unknown): [string, unknown][] => {
          if (!isPlainGroup(record) || typeof record[idKey] !== 'string' || record[idKey] === '')
            return []
          const id = record[idKey]
          const value = stored(
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
 * Converts a form text to the type that the schema accepts. The old value is kept if its text is
 * unchanged.
 */
function typedAs(
  text: string,
  { schema }: { readonly schema: { safeParse: (value: unknown) => { success: boolean } } },
  before: Stored,
): unknown {
  if (typeof before !== 'object' && before !== undefined && String(before) === text) return before
  const number = /^-?\d+(\.\d+)?$/.test(text) ? [Number(text)] : []
  const yesNo = text === 'true' || text === 'false' ? [text === 'true'] : []
  // Numbers and booleans must match their text exactly: `"99.7%"` and `08` stay texts.
  const candidates: unknown[] = [...number.filter((n) => String(n) === text), ...yesNo, text]
  return candidates.find((candidate) => schema.safeParse(candidate).success) ?? text
}
