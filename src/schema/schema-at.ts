import type { z } from 'zod'

/** Keys and list positions from the root of a file. */
type Path = readonly (string | number)[]

interface Described {
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly entries?: Record<string, string>
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
}

/** The possible schemas at a path; unions give several. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const node = schema._zod.def as Described
  if (node.innerType !== undefined) return schemaAt(node.innerType, path)
  if (node.options !== undefined) return node.options.flatMap((option) => schemaAt(option, path))
  const [segment, ...rest] = path
  if (segment === undefined) return [schema]
  const next = fieldIn(node.shape, String(segment)) ?? node.element ?? node.valueType
  return next === undefined ? [] : schemaAt(next, rest)
}

/** The field of a shape. A key such as `constructor` is not a field. */
const fieldIn = (shape: Described['shape'], key: string): z.ZodType | undefined =>
  shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined

/** The keys of a schema: fields of an object, or the fixed keys of a record. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  const { shape, keyType } = (schema?._zod.def ?? {}) as Described
  return Object.keys(shape ?? (keyType?._zod.def as Described | undefined)?.entries ?? {})
}

/** Title and description of a field; null for a key chosen in the file. */
export function fieldAt(
  schema: z.ZodType,
  path: Path,
): { readonly title: string; readonly description: string | undefined } | null {
  const key = String(path.at(-1))
  const parents = schemaAt(schema, path.slice(0, -1))
  let field = parents.map((node) => fieldIn((node._zod.def as Described).shape, key)).find(Boolean)
  // An optional field has its metadata on the inner schema.
  while (field !== undefined && field.meta() === undefined)
    field = (field._zod.def as Described).innerType
  const { title, description } = field?.meta() ?? {}
  return title === undefined ? null : { title, description }
}

/** The Chinese title of a field, else its key. */
export const metaTitle = (schema: z.ZodType, path: Path): string =>
  fieldAt(schema, path)?.title ?? String(path.at(-1))

/** The meaning of each word that a field allows, if its description gives it: `veto 单项否决，…`. */
export const meaningsAt = (schema: z.ZodType, path: Path): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...(fieldAt(schema, path)?.description ?? '').matchAll(/(?:^|[，；])([a-z_-]+) ([^，；]+)/g),
    ].map(([, word = '', meaning = '']) => [word, meaning]),
  )
