import type { z } from 'zod'
import { readSchema } from '#schema/read-schema.ts'

/**
 * The parts of a schema that the content editor can show. Other parts stay in the file unchanged.
 */
export type EditorShape =
  | { readonly kind: 'text'; readonly schema: z.ZodType }
  /** `meanings`: what each choice means, where the schema tells it. */
  | {
      readonly kind: 'choice'
      readonly schema: z.ZodType
      readonly choices: readonly string[]
      readonly meanings: readonly string[]
    }
  | { readonly kind: 'list'; readonly item: EditorShape }
  | { readonly kind: 'group'; readonly fields: readonly EditorField[] }
  /** A group, or a word instead of it. */
  | {
      readonly kind: 'group-or-word'
      readonly fields: readonly EditorField[]
      readonly word: string
      readonly title: string
    }
  /** Records by id: shown as a list of groups, each with its id. */
  | { readonly kind: 'records'; readonly record: EditorShape }

export interface EditorField {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly required: boolean
  readonly shape: EditorShape
}

/** Levels of groups in a form: groups of figures are recursive. */
const maxDepth = 5

/** The fields of an object that a form can show, in the order of its schema. */
export function editorFields(object: z.ZodType, depth = 0): EditorField[] {
  const parts = readSchema(object)
  if (parts.of !== 'group') return []
  return parts.fields.flatMap(({ key, title, help, required, schema }): EditorField[] => {
    const shape = shapeOf(schema, depth + 1)
    return shape === null ? [] : [{ key, title, help, required, shape }]
  })
}

function shapeOf(schema: z.ZodType, depth: number): EditorShape | null {
  if (depth > maxDepth) return null
  const parts = readSchema(schema)
  switch (parts.of) {
    case 'text':
    case 'number':
      return { kind: 'text', schema }
    case 'yes-no':
      return { kind: 'choice', schema, choices: ['true', 'false'], meanings: [] }
    case 'words':
      return { kind: 'choice', schema, choices: parts.words, meanings: parts.meanings }
    // Shown as text if every alternative is a plain value.
    case 'ways':
      return parts.ways.every(isPlain) ? { kind: 'text', schema } : groupOrWord(parts.ways, depth)
    case 'list': {
      const item = shapeOf(parts.item, depth)
      return item === null ? null : { kind: 'list', item }
    }
    case 'table': {
      const record = shapeOf(parts.value, depth)
      return record === null ? null : { kind: 'records', record }
    }
    case 'group': {
      const fields = editorFields(schema, depth)
      return fields.length === 0 ? null : { kind: 'group', fields }
    }
    default:
      return null
  }
}

/** A group with one word instead of it; null for any other union. */
function groupOrWord(ways: readonly z.ZodType[], depth: number): EditorShape | null {
  if (ways.length !== 2) return null
  const word = ways.map(readSchema).find((way) => way.of === 'constant')
  const group = ways.map((way) => shapeOf(way, depth)).find((shape) => shape?.kind === 'group')
  return word === undefined || group?.kind !== 'group'
    ? null
    : { kind: 'group-or-word', fields: group.fields, word: word.word, title: word.title }
}

function isPlain(schema: z.ZodType): boolean {
  const parts = readSchema(schema)
  return parts.of === 'ways'
    ? parts.ways.every(isPlain)
    : ['text', 'number', 'yes-no', 'words', 'constant'].includes(parts.of)
}
