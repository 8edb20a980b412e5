import { parse, stringify } from 'yaml'
import { fileKinds } from '#schema/file-kinds.ts'
import { jsonSchemas } from '#export/json/json-schema.ts'

/**
 * Text that must arrive unchanged on pages and in files: markup, quotes, ends of a script, a
 * comment and a CDATA section, right-to-left letters, four-byte characters. Direction marks are not
 * included, because the check refuses them.
 */
export const hostile = `<script>alert(1)</script>"'&amp;</script><!-- ]]> العربية 𠮷😀`
/** The start of a text that a spreadsheet would execute as a formula. */
export const formula = `=cmd|' /C calc'!A0 `
const unbroken = 'N'.repeat(120)
const long = '很长的备注。'.repeat(1700)
/**
 * Fields with a text that begins like a formula, has ten thousand characters, or has no line break
 * opportunity.
 */
const commanded = /[. ](remark|problem|measure|summary)$/
const lengthy = /[. ](remark|summary|outlook)$/
const unparted = /[. ](name|label|title)$/

/** Fields whose texts must match others: keys, paths, files and settings. */
const agreed =
  /[. ](platform|platforms\.\*|time_zone|of|numerator|denominator|at|file|sha256)$|\.rows\.of$|[. ]acknowledged\./

interface Schema {
  $ref?: string
  type?: string
  enum?: unknown
  const?: unknown
  pattern?: string
  format?: string
  anyOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  definitions?: Record<string, Schema>
}

/** Authored files with hostile text at the end of every field that allows free text. */
export function withHostileTexts(files: ReadonlyMap<string, string>): {
  files: Map<string, string>
  /** Fields that received it: `data/units.yaml units.*.name`. */
  reached: Set<string>
  /** All fields that allow it. */
  possible: Set<string>
} {
  const schemas = jsonSchemas()
  const reached = new Set<string>()
  const possible = new Set<string>()
  const changedFiles = new Map(files)
  for (const [kind, { place }] of Object.entries(fileKinds)) {
    const root = JSON.parse(schemas.get(`${kind}.json`) ?? '') as Schema
    fieldsOf(root, [root], place, possible, new Set())
    const matches = new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`)
    for (const [path, text] of files)
      if (matches.test(path))
        changedFiles.set(path, stringify(changed(parse(text), root, [root], place, reached)))
  }
  return { files: changedFiles, reached, possible }
}

/** A schema and its alternatives. */
function alternatives(root: Schema, schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((schema) => {
    const target = schema.$ref?.split('/').at(-1)
    const inner = [
      ...(target === undefined ? [] : [root.definitions?.[target] ?? {}]),
      ...(schema.anyOf ?? []),
      ...(schema.allOf ?? []),
    ]
    return [schema, ...alternatives(root, inner)]
  })
}

const isFree = ({ type, enum: choices, const: only, pattern, format }: Schema): boolean =>
  type === 'string' &&
  [choices, only, pattern, format].every((restriction) => restriction === undefined)

/** Schemas below a key of a map, and the name of the key in a path. */
function below(schemas: readonly Schema[], key: string): { name: string; schemas: Schema[] } {
  const named = schemas.flatMap(({ properties }) => properties?.[key] ?? [])
  const others = schemas.flatMap(({ additionalProperties: more }) =>
    typeof more === 'object' ? [more] : [],
  )
  return named.length > 0 ? { name: `.${key}`, schemas: named } : { name: '.*', schemas: others }
}

const joined = (place: string, name: string): string =>
  place.includes(' ') ? place + name : `${place} ${name.slice(1)}`

function changed(
  value: unknown,
  root: Schema,
  schemas: readonly Schema[],
  place: string,
  reached: Set<string>,
): unknown {
  const all = alternatives(root, schemas)
  if (typeof value === 'string') {
    const isChoice = all.some(
      ({ enum: choices, const: only }) =>
        only === value || (Array.isArray(choices) && choices.includes(value)),
    )
    if (isChoice || !all.some(isFree) || agreed.test(place)) return value
    reached.add(place)
    const start = commanded.test(place) ? formula : ''
    const end = lengthy.test(place) ? long : unparted.test(place) ? unbroken : ''
    return `${start}${value}${hostile}${end}`
  }
  if (Array.isArray(value))
    return value.map((item: unknown) =>
      changed(
        item,
        root,
        all.flatMap(({ items }) => items ?? []),
        place,
        reached,
      ),
    )
  if (typeof value !== 'object' || value === null) return value
  const filled = { ...absent(value, root, all, place), ...value }
  return Object.fromEntries(
    Object.entries(filled).map(([key, inner]) => {
      const next = below(all, key)
      return [key, changed(inner, root, next.schemas, joined(place, next.name), reached)]
    }),
  )
}

/**
 * Optional text fields that an object lacks; if there are several kinds of object, those of its
 * kind.
 */
function absent(
  value: object,
  root: Schema,
  schemas: readonly Schema[],
  place: string,
): Record<string, string> {
  const own = schemas.filter(
    ({ properties }) => properties && Object.keys(value).every((key) => key in properties),
  )
  const texts = own
    .flatMap(({ properties }) => Object.entries(properties ?? {}))
    .filter(
      ([key, schema]) =>
        !(key in value) &&
        !agreed.test(joined(place, `.${key}`)) &&
        alternatives(root, [schema]).some(isFree),
    )
  // Printed numbers are often percentages.
  return Object.fromEntries(texts.map(([key]) => [key, '补100%']))
}

function fieldsOf(
  root: Schema,
  schemas: readonly Schema[],
  place: string,
  found: Set<string>,
  seen: ReadonlySet<Schema>,
): void {
  const all = alternatives(root, schemas)
  if (all.some(isFree) && !agreed.test(place)) found.add(place)
  const inside = new Set([...seen, ...all])
  const fresh = all.filter((schema) => !seen.has(schema))
  for (const { properties = {}, additionalProperties: more, items } of fresh) {
    if (items !== undefined) fieldsOf(root, [items], place, found, inside)
    for (const [key, schema] of Object.entries(properties))
      fieldsOf(root, [schema], joined(place, `.${key}`), found, inside)
    if (typeof more === 'object') fieldsOf(root, [more], joined(place, '.*'), found, inside)
  }
}
