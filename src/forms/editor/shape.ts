import type { z } from 'zod'
import { readSchema } from '#schema/read-schema.ts'

/** What the content editor shows of a schema. What it cannot show stays in the file as it is. */
export type Shape =
  | { readonly kind: 'text'; readonly schema: z.ZodType }
  | { readonly kind: 'choice'; readonly schema: z.ZodType; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** Records by id: shown as a list of groups, each with its id. */
  | { readonly kind: 'records'; readonly record: Shape }

export interface Field {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly required: boolean
  readonly shape: Shape
}

/** Groups of figures nest without end; a form does not. */
const deepest = 5

/** The fields of an object in the order of its schema, as far as a form can show them. */
export function fieldsOf(object: z.ZodType, depth = 0): Field[] {
  const parts = readSchema(object)
  if (parts.of !== 'group') return []
  return parts.fields.flatMap(({ key, title, help, required, schema }): Field[] => {
    const shape = shapeOf(schema, depth + 1)
    return shape === null ? [] : [{ key, title, help, required, shape }]
  })
}

function shapeOf(schema: z.ZodType, depth: number): Shape | null {
  if (depth > deepest) return null
  const parts = readSchema(schema)
  switch (parts.of) {
    case 'text':
    case 'number':
      return { kind: 'text', schema }
    case 'yes-no':
      return { kind: 'choice', schema, choices: ['true', 'false'] }
    case 'words':
      return { kind: 'choice', schema, choices: parts.words }
    // As a text, where every way is plain.
    case 'ways':
      return parts.ways.every(isPlain) ? { kind: 'text', schema } : null
    case 'list': {
      const item = shapeOf(parts.item, depth)
      return item === null ? null : { kind: 'list', item }
    }
    case 'table': {
      const record = shapeOf(parts.value, depth)
      return record === null ? null : { kind: 'records', record }
    }
    case 'group': {
      const fields = fieldsOf(schema, depth)
      return fields.length === 0 ? null : { kind: 'group', fields }
    }
    default:
      return null
  }
}

function isPlain(schema: z.ZodType): boolean {
  const parts = readSchema(schema)
  return parts.of === 'ways'
    ? parts.ways.every(isPlain)
    : ['text', 'number', 'yes-no', 'words', 'constant'].includes(parts.of)
}
