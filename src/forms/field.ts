/**
 * The room `forms/` turns the schemas into forms: the fields of a form, its answers as YAML, and the
 * check of one file in the browser. The configuration of the content editor comes from the same
 * schemas. Start here: this file derives the fields of a form from a schema.
 */

import type { z } from 'zod'
import { missingWords } from '#model/figure.ts'
import { readSchema } from '#schema/read-schema.ts'
import { codesWithWords } from '#schema/scalars.ts'

/** The kind of input for a place of a file. */
export type Shape =
  /** A text, a day, a number, an address …; `expects` is the problem code of a wrong value. */
  | {
      readonly kind: 'text'
      readonly expects: string
      /** Words allowed instead of a value, with their meanings: the reason why there is none. */
      readonly instead: Choices
    }
  /** `isYesNo`: `true` and `false` among the choices are values, not words. */
  | { readonly kind: 'choice'; readonly choices: Choices; readonly isYesNo?: true }
  /** Ids chosen among the areas of the site. */
  | { readonly kind: 'areas' }
  /** Several of some words. */
  | { readonly kind: 'several'; readonly choices: Choices }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** A group, or a word instead of it. */
  | {
      readonly kind: 'group-or-word'
      readonly fields: readonly Field[]
      readonly instead: Choices
    }
  /** Groups with a title, each under an id that the form gives to it. */
  | { readonly kind: 'records'; readonly fields: readonly Field[] }
  /** The id of one of the records of another field. */
  | { readonly kind: 'reference'; readonly to: string }
  /** Names chosen by the report, each with a value. */
  | { readonly kind: 'named'; readonly value: Shape }

export type Choices = Readonly<Record<string, string>>

/** A field of a form, with the texts of the schema. */
export interface Field {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly example: string | null
  readonly required: boolean
  readonly shape: Shape
  /** Not asked for, because it follows from what the form is for. */
  readonly isDerived?: true
}

/**
 * The fields of an object in the order of the schema, and the titles of those that a form does not
 * support because they are recursive.
 */
export function fieldsOf(object: z.ZodType): { fields: Field[]; unsupported: string[] } {
  const parts = readSchema(object)
  const fields: Field[] = []
  const unsupported: string[] = []
  for (const { schema, example, ...field } of parts.of === 'group' ? parts.fields : []) {
    const shape = shapeOf(schema, field.key)
    if (shape === null) unsupported.push(field.title)
    else
      fields.push({
        ...field,
        help: helpOf(field.help, shape),
        // An id is chosen by the title of its record.
        example: shape.kind === 'reference' ? null : exampleOf(example),
        shape,
      })
  }
  return { fields, unsupported }
}

/** The help of a field, without what it says of codes and ids, which a form shows as words. */
function helpOf(help: string | null, shape: Shape): string | null {
  switch (shape.kind) {
    case 'choice':
    case 'several':
      return help === codesWithWords(shape.choices) ? null : help
    case 'records':
    case 'reference':
      return help?.replace(/^[^；]*编号[^；]*；/, '') ?? null
    default:
      return help
  }
}

const exampleOf = (example: unknown): string | null =>
  typeof example === 'string' || typeof example === 'number' ? String(example) : null

/**
 * The input for a schema; null for recursive groups of figures and ids of records other than areas,
 * which a form does not support.
 */
function shapeOf(schema: z.ZodType, key = ''): Shape | null {
  const parts = readSchema(schema)
  switch (parts.of) {
    case 'text':
    case 'number':
      if (expects(schema) !== 'expects-id') return text(schema)
      return key in references ? { kind: 'reference', to: references[key] ?? '' } : null
    case 'yes-no':
      return { kind: 'choice', choices: yesNo, isYesNo: true }
    case 'words':
      return { kind: 'choice', choices: choicesOf(parts.words, parts.meanings) }
    case 'ways':
      return unionOf(schema, parts.ways)
    case 'list':
      return listOf(parts.item, key)
    case 'group':
      return groupOf(schema)
    case 'table': {
      const value = shapeOf(parts.value)
      const isNamed = expects(parts.name) === 'expects-text'
      if (isNamed) return value?.kind === 'text' ? { kind: 'named', value } : null
      return value?.kind === 'group' && value.fields[0]?.key === 'title'
        ? { kind: 'records', fields: value.fields }
        : null
    }
    default:
      return null
  }
}

function listOf(element: z.ZodType, key: string): Shape | null {
  if (expects(element) === 'expects-id') return key === 'areas' ? { kind: 'areas' } : null
  const item = shapeOf(element)
  if (item?.kind === 'choice') return { kind: 'several', choices: item.choices }
  return item === null ? null : { kind: 'list', item }
}

/** A group without the optional fields that a form does not support; null if it needs one. */
function groupOf(schema: z.ZodType): Shape | null {
  const parts = readSchema(schema)
  const { fields } = fieldsOf(schema)
  const offered = new Set(fields.map(({ key }) => key))
  const isWhole =
    parts.of === 'group' && parts.fields.every(({ key, required }) => !required || offered.has(key))
  return isWhole && fields.length > 0 ? { kind: 'group', fields } : null
}

/**
 * The input for a union: its plain alternative, with the words that give the reason for a missing
 * value.
 */
function unionOf(schema: z.ZodType, ways: readonly z.ZodType[]): Shape | null {
  const all = ways.map((way) => readSchema(way))
  const words = all.find((way) => way.of === 'words')
  const instead = words === undefined ? {} : choicesOf(words.words)
  if (all.some(({ of }) => of === 'text' || of === 'number')) return text(schema, instead)
  if (all.some(({ of }) => of === 'yes-no'))
    return { kind: 'choice', choices: { ...yesNo, ...instead }, isYesNo: true }
  const constant = all.find((way) => way.of === 'constant')
  if (constant === undefined) return null
  const group = ways.map(groupOf).find((way) => way !== null)
  return group?.kind === 'group'
    ? { ...group, kind: 'group-or-word', instead: { [constant.word]: constant.title } }
    : null
}

/** The fields of records whose ids other fields hold, by the key of the holding field. */
const references: Choices = { policy: 'policies' }

const yesNo: Choices = { true: '是', false: '否' }

const text = (schema: z.ZodType, instead: Choices = {}): Shape => ({
  kind: 'text',
  expects: expects(schema),
  instead,
})

/** The problem code of an empty value, which tells the expected kind. */
const expects = (schema: z.ZodType): string => schema.safeParse('').error?.issues[0]?.message ?? ''

const meanings: Choices = missingWords

const choicesOf = (words: readonly string[], own: readonly string[] = []): Choices =>
  Object.fromEntries(words.map((word, n) => [word, own[n] ?? meanings[word] ?? word]))
