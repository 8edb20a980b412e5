import type { z } from 'zod'
import { definitionOf, metaOf, withoutOptional } from './definition.ts'

/** One level of a schema; the schemas inside it are read in turn. */
type SchemaParts =
  | { readonly of: 'text' | 'number' | 'yes-no' }
  /** One word, with its title. */
  | { readonly of: 'constant'; readonly word: string; readonly title: string }
  /** One of a list of words, with what each means where the schema tells it. */
  | {
      readonly of: 'words'
      readonly words: readonly string[]
      readonly meanings: readonly string[]
    }
  /** A value with several notations. */
  | { readonly of: 'ways'; readonly ways: readonly z.ZodType[] }
  | { readonly of: 'list'; readonly item: z.ZodType }
  /** Values by id, or by names chosen in the file. */
  | { readonly of: 'table'; readonly name: z.ZodType; readonly value: z.ZodType }
  | { readonly of: 'group'; readonly fields: readonly FieldParts[] }
  | { readonly of: 'other' }

/** A field of an object, with the title, help and examples of its schema. */
interface FieldParts {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly example: unknown
  readonly required: boolean
  readonly schema: z.ZodType
}

/** Reads one level of a schema, unwrapping optional ones, to build a form from it. */
export function readSchema(schema: z.ZodType): SchemaParts {
  const { type, shape, element, keyType, valueType, options, entries, values } = definitionOf(
    withoutOptional(schema),
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
      return constant(String(values?.[0]), schema)
    case 'enum':
      return { of: 'words', words: Object.values(entries ?? {}), meanings: meaningsOf(schema) }
    case 'union':
      return { of: 'ways', ways: options ?? [] }
    case 'object':
      return { of: 'group', fields: Object.entries(shape ?? {}).map(fieldParts) }
    case 'array':
      return element === undefined
        ? { of: 'other' }
        : { of: 'list', item: withoutOptional(element) }
    case 'record':
      return keyType === undefined || valueType === undefined
        ? { of: 'other' }
        : { of: 'table', name: keyType, value: withoutOptional(valueType) }
    default:
      return { of: 'other' }
  }
}

function fieldParts([key, schema]: [string, z.ZodType]): FieldParts {
  const inner = withoutOptional(schema)
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

const constant = (word: string, schema: z.ZodType): SchemaParts => ({
  of: 'constant',
  word,
  title: metaOf(schema)?.title ?? word,
})

/** The words of the codes of an enumeration, in their order; none where the schema has no such. */
function meaningsOf(schema: z.ZodType): readonly string[] {
  const words = metaOf(withoutOptional(schema))?.['enumDescriptions']
  return Array.isArray(words) ? words.map(String) : []
}
