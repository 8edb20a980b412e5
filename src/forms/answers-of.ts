import { isPlainGroup } from '#model/plain-group.ts'
import { type Answer, type Answers, recordIdKey } from './answers.ts'
import type { Field, Shape } from './field.ts'

/** The answers that lead to the values of a file: the inverse of what a form writes. */
export function answersOf(fields: readonly Field[], value: unknown): Answers {
  if (!isPlainGroup(value)) return {}
  return Object.fromEntries(
    fields.flatMap(({ key, shape }): [string, Answer][] => {
      const own = Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined
      return own === undefined || own === null ? [] : [[key, answerOf(shape, own)]]
    }),
  )
}

function answerOf(shape: Shape, value: unknown): Answer {
  switch (shape.kind) {
    case 'areas':
    case 'several':
      return listOf(value).map(String)
    case 'list':
      return listOf(value).map((item) => answerOf(shape.item, item))
    case 'named':
      return { rows: entriesOf(value).map(([name, inner]) => ({ name, value: String(inner) })) }
    case 'records':
      return entriesOf(value).map(([id, record]) => ({
        ...answersOf(shape.fields, record),
        [recordIdKey]: id,
      }))
    case 'group':
    case 'group-or-word':
      return isPlainGroup(value) ? answersOf(shape.fields, value) : String(value)
    default:
      return String(value)
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const entriesOf = (value: unknown): [string, unknown][] =>
  isPlainGroup(value) ? Object.entries(value) : []
