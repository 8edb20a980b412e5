import type { z } from 'zod'

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

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition

/** Groups of figures nest without end; a form does not. */
const deepest = 5

/** The fields of an object in the order of its schema, as far as a form can show them. */
export function fieldsOf(object: z.ZodType, depth = 0): Field[] {
  return Object.entries(definitionOf(object).shape ?? {}).flatMap(([key, schema]): Field[] => {
    const inner = innermost(schema)
    const shape = shapeOf(inner, depth + 1)
    if (shape === null) return []
    const { title = key, description = null } = inner.meta() ?? {}
    const required = !schema.safeParse(undefined).success
    return [{ key, title, help: description, required, shape }]
  })
}

function innermost(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema)
  return innerType !== undefined && type === 'optional' ? innermost(innerType) : schema
}

function shapeOf(schema: z.ZodType, depth: number): Shape | null {
  if (depth > deepest) return null
  const { type, element, valueType, innerType, entries, options = [] } = definitionOf(schema)
  switch (type) {
    case 'string':
    case 'number':
    case 'int':
      return { kind: 'text', schema }
    case 'boolean':
      return { kind: 'choice', schema, choices: ['true', 'false'] }
    case 'enum':
      return { kind: 'choice', schema, choices: Object.values(entries ?? {}) }
    // A value that may be written in several ways: as a text, where all of them are plain.
    case 'union':
      return options.every((one) => isPlain(one)) ? { kind: 'text', schema } : null
    case 'array':
      return wrapped(element, depth, (item) => ({ kind: 'list', item }))
    case 'record':
      return wrapped(valueType, depth, (record) => ({ kind: 'records', record }))
    case 'object': {
      const fields = fieldsOf(schema, depth)
      return fields.length === 0 ? null : { kind: 'group', fields }
    }
    case 'pipe':
    case 'readonly':
    case 'nonoptional':
      return innerType === undefined ? null : shapeOf(innerType, depth)
    default:
      return null
  }
}

function wrapped(
  inner: z.ZodType | undefined,
  depth: number,
  wrap: (shape: Shape) => Shape,
): Shape | null {
  const shape = inner === undefined ? null : shapeOf(innermost(inner), depth)
  return shape === null ? null : wrap(shape)
}

const isPlain = (schema: z.ZodType): boolean => {
  const { type, options } = definitionOf(schema)
  return type === 'union'
    ? (options ?? []).every(isPlain)
    : ['string', 'number', 'int', 'boolean', 'enum', 'literal'].includes(type)
}
