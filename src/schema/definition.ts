import type { z } from 'zod'

/** What Zod knows of a schema, as far as the program looks at it: the only reader of its internals. */
interface Definition {
  readonly type: string
  /** Of an object. */
  readonly shape?: Readonly<Record<string, z.ZodType>>
  /** Of an array. */
  readonly element?: z.ZodType
  /** Of a record. */
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  /** Of what may be left out. */
  readonly innerType?: z.ZodType
  /** Of a union. */
  readonly options?: readonly z.ZodType[]
  /** Of an enumeration. */
  readonly entries?: Readonly<Record<string, string>>
  /** Of a literal. */
  readonly values?: readonly unknown[]
  readonly format?: string
}

export const definitionOf = (schema: z.ZodType): Definition =>
  schema._zod.def as unknown as Definition

/** The schema of a value that may be left out. */
export function withoutOptional(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema)
  return type === 'optional' && innerType !== undefined ? withoutOptional(innerType) : schema
}

/** The schemas that a value may have: the inside of what may be left out, each option of a union. */
export function alternativesOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, options } = definitionOf(schema)
  if (innerType !== undefined) return alternativesOf(innerType)
  return options === undefined ? [schema] : options.flatMap(alternativesOf)
}

/** The field of an object by its key; a key such as `constructor` is no field. */
export function fieldOf(schema: z.ZodType, key: string): z.ZodType | undefined {
  const { shape = {} } = definitionOf(schema)
  return Object.hasOwn(shape, key) ? shape[key] : undefined
}

/** The title, explanation and examples of a field. An optional field carries them inside. */
export function metaOf(schema: z.ZodType): z.core.GlobalMeta | undefined {
  const { innerType } = definitionOf(schema)
  return schema.meta() ?? (innerType === undefined ? undefined : metaOf(innerType))
}
