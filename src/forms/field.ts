import type { z } from 'zod'
import { missingWords } from '#model/figure.ts'
import { readSchema } from '#schema/read-schema.ts'

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

/**
 * The fields of an object in the order of the schema, and the titles of those that a form cannot
 * show because they nest without end.
 */
export function fieldsOf(object: z.ZodType): { fields: Field[]; left: string[] } {
  const parts = readSchema(object)
  const fields: Field[] = []
  const left: string[] = []
  for (const { schema, example, ...field } of parts.of === 'group' ? parts.fields : []) {
    const shape = shapeOf(schema, field.key)
    if (shape === null) left.push(field.title)
    else fields.push({ ...field, example: exampleOf(example), shape })
  }
  return { fields, left }
}

const exampleOf = (example: unknown): string | null =>
  typeof example === 'string' || typeof example === 'number' ? String(example) : null

/** Null for what a form cannot show: groups of figures, which nest, and ids of other records than areas. */
function shapeOf(schema: z.ZodType, key = ''): Shape | null {
  const parts = readSchema(schema)
  switch (parts.of) {
    case 'text':
    case 'number':
      return text(schema)
    case 'words':
      return { kind: 'choice', choices: choicesOf(parts.words) }
    case 'ways':
      return unionOf(schema, parts.ways)
    case 'list':
      return listOf(parts.item, key)
    case 'group':
      return groupOf(schema)
    case 'table': {
      const value = shapeOf(parts.value)
      const isNamed = expects(parts.name) === 'expects-text'
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
function unionOf(schema: z.ZodType, ways: readonly z.ZodType[]): Shape | null {
  const all = ways.map((way) => readSchema(way))
  if (!all.some(({ of }) => of === 'text' || of === 'number')) return null
  const words = all.find((way) => way.of === 'words')
  return text(schema, words === undefined ? {} : choicesOf(words.words))
}

const text = (schema: z.ZodType, instead: Choices = {}): Shape => ({
  kind: 'text',
  expects: expects(schema),
  instead,
})

/** The code of the message of a value that is none: it tells what kind of value belongs there. */
const expects = (schema: z.ZodType): string => schema.safeParse('').error?.issues[0]?.message ?? ''

const meanings: Choices = missingWords

const choicesOf = (words: readonly string[]): Choices =>
  Object.fromEntries(words.map((word) => [word, meanings[word] ?? word]))
