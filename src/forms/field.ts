import type { z } from 'zod'
import { missingWords } from '#domain/figure.ts'

/** What can be entered at a place of a file. */
export type Shape =
  /** A text, a day, a number, an address …, typed or chosen as text; `expects` is the code of what it must be. */
  | {
      readonly kind: 'text'
      readonly expects: string
      /** Words that may stand instead, each with its meaning: why there is no value. */
      readonly instead: Choices
    }
  | { readonly kind: 'choice'; readonly choices: Choices }
  /** Ids chosen among the areas of the site. */
  | { readonly kind: 'areas' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** Names of the report's own, each with a value. */
  | { readonly kind: 'named'; readonly value: Shape }

export type Choices = Readonly<Record<string, string>>

/** One field of a form, in the words that the schema has for it. */
export interface Field {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly example: string | null
  readonly required: boolean
  readonly shape: Shape
}

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition

/**
 * The fields of an object in the order of the schema, and the titles of those that a form cannot
 * show because they nest without end.
 */
export function fieldsOf(object: z.ZodType): { fields: Field[]; left: string[] } {
  const fields: Field[] = []
  const left: string[] = []
  for (const [key, schema] of Object.entries(definitionOf(object).shape ?? {})) {
    const inner = innermost(schema)
    const { title = key, description = null, examples } = inner.meta() ?? {}
    const shape = shapeOf(inner, key)
    if (shape === null) left.push(title)
    else
      fields.push({
        key,
        title,
        help: description,
        example: exampleOf(Array.isArray(examples) ? examples[0] : undefined),
        required: !schema.safeParse(undefined).success,
        shape,
      })
  }
  return { fields, left }
}

const exampleOf = (example: unknown): string | null =>
  typeof example === 'string' || typeof example === 'number' ? String(example) : null

/** The schema of a field that may be left out. */
function innermost(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema)
  return type === 'optional' && innerType !== undefined ? innermost(innerType) : schema
}

/** Null for what a form cannot show: groups of figures, which nest, and ids of other records than areas. */
function shapeOf(schema: z.ZodType, key = ''): Shape | null {
  const { type, element, keyType, valueType, options, entries } = definitionOf(schema)
  switch (type) {
    case 'string':
    case 'number':
      return text(schema)
    case 'enum':
      return { kind: 'choice', choices: choicesOf(entries) }
    case 'union':
      return unionOf(schema, options ?? [])
    case 'array':
      return element === undefined ? null : listOf(element, key)
    case 'object':
      return groupOf(schema)
    case 'record': {
      const value = valueType === undefined ? null : shapeOf(valueType)
      const isNamed = keyType !== undefined && expects(keyType) === 'expects-text'
      return isNamed && value?.kind === 'text' ? { kind: 'named', value } : null
    }
    default:
      return null
  }
}

function listOf(element: z.ZodType, key: string): Shape | null {
  if (expects(element) === 'expects-id') return key === 'areas' ? { kind: 'areas' } : null
  const item = shapeOf(element)
  return item === null ? null : { kind: 'list', item }
}

function groupOf(schema: z.ZodType): Shape | null {
  const { fields, left } = fieldsOf(schema)
  return left.length > 0 ? null : { kind: 'group', fields }
}

/** Of several ways to write a value, the plain one; the words that say why there is none stand beside it. */
function unionOf(schema: z.ZodType, options: readonly z.ZodType[]): Shape | null {
  const plain = options.filter((option) => /^(string|number)$/.test(definitionOf(option).type))
  const words = options.find((option) => definitionOf(option).type === 'enum')
  if (plain.length === 0) return null
  const instead = words === undefined ? {} : choicesOf(definitionOf(words).entries)
  return text(schema, instead)
}

const text = (schema: z.ZodType, instead: Choices = {}): Shape => ({
  kind: 'text',
  expects: expects(schema),
  instead,
})

/** The code of the message of a value that is none: it tells what kind of value belongs there. */
const expects = (schema: z.ZodType): string => schema.safeParse('').error?.issues[0]?.message ?? ''

const meanings: Choices = missingWords

const choicesOf = (entries: Definition['entries'] = {}): Choices =>
  Object.fromEntries(Object.values(entries).map((word) => [word, meanings[word] ?? word]))
