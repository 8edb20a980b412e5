import type { z } from 'zod'

/** What a schema is made of, one level deep: the schemas inside are read in turn. */
export type SchemaParts =
  | { readonly of: 'text' | 'number' | 'yes-no' | 'constant' }
  /** One of some words. */
  | { readonly of: 'words'; readonly words: readonly string[] }
  /** A value that may be written in several ways. */
  | { readonly of: 'ways'; readonly ways: readonly z.ZodType[] }
  | { readonly of: 'list'; readonly item: z.ZodType }
  /** Values by names of the file's own, or by ids. */
  | { readonly of: 'table'; readonly name: z.ZodType; readonly value: z.ZodType }
  | { readonly of: 'group'; readonly fields: readonly FieldParts[] }
  | { readonly of: 'other' }

/** A field of a group, in the words that the schema has for it. */
export interface FieldParts {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly example: unknown
  readonly required: boolean
  readonly schema: z.ZodType
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

/** Reads a schema, whether it may be left out or not, for those that make a form of it. */
export function readSchema(schema: z.ZodType): SchemaParts {
  const { type, shape, element, keyType, valueType, options, entries } = definitionOf(
    innermost(schema),
  )
  switch (type) {
    case 'string':
      return { of: 'text' }
    case 'number':
    case 'int':
      return { of: 'number' }
    case 'boolean':
      return { of: 'yes-no' }
    case 'literal':
      return { of: 'constant' }
    case 'enum':
      return { of: 'words', words: Object.values(entries ?? {}) }
    case 'union':
      return { of: 'ways', ways: options ?? [] }
    case 'object':
      return { of: 'group', fields: Object.entries(shape ?? {}).map(fieldParts) }
    case 'array':
      return element === undefined ? { of: 'other' } : { of: 'list', item: innermost(element) }
    case 'record':
      return keyType === undefined || valueType === undefined
        ? { of: 'other' }
        : { of: 'table', name: keyType, value: innermost(valueType) }
    default:
      return { of: 'other' }
  }
}

function fieldParts([key, schema]: [string, z.ZodType]): FieldParts {
  const inner = innermost(schema)
  const { title = key, description = null, examples } = inner.meta() ?? {}
  return {
    key,
    title,
    help: description,
    example: Array.isArray(examples) ? examples[0] : undefined,
    required: !schema.safeParse(undefined).success,
    schema: inner,
  }
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition

/** The schema of a value that may be left out. */
function innermost(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema)
  return type === 'optional' && innerType !== undefined ? innermost(innerType) : schema
}
