import type { Path } from '#schema/path.ts'
import { Pairs } from '#model/yaml-text.ts'
import type { Field, Shape } from './field.ts'

/**
 * The content of one input of a form, stored as a draft unchanged. An empty input is '' or an empty
 * list.
 */
export type Answer = string | readonly Answer[] | Named | Answers
export interface Answers {
  readonly [key: string]: Answer
}
/** Rows of names and values; names may repeat. */
interface Named {
  readonly rows: readonly { readonly name: string; readonly value: string }[]
}

/** A value for a file; the names of a table are in the order of entry. */
type Entered = string | number | boolean | readonly Entered[] | Pairs

/** The key of a record's id among its answers; no field of a schema has such a key. */
export const recordIdKey = '$id'

/** The key under which a draft holds the ids of all records so far, by field, as lists. */
const usedKey = '$used'

/** The ids of the records of a field, also of those that were removed. */
export function usedIds(answers: Answers, field: string): string[] {
  const used = answers[usedKey]
  const former = isAnswerGroup(used) ? used[field] : undefined
  const ids = [
    ...(Array.isArray(former) ? (former as readonly Answer[]) : []),
    ...recordsIn(answers[field]).map((row) => row[recordIdKey]),
  ]
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** The answers after a change, with the ids of all records that were there before it. */
export function withUsedIds(answers: Answers, before: Answers, fields: readonly Field[]): Answers {
  const used = fields.flatMap(({ key, shape }): [string, Answer][] => {
    if (shape.kind !== 'records') return []
    const ids = [...new Set([...usedIds(before, key), ...usedIds(answers, key)])]
    return ids.length === 0 ? [] : [[key, ids]]
  })
  return used.length === 0 ? answers : { ...answers, [usedKey]: Object.fromEntries(used) }
}

export const isNamed = (answer: Answer | undefined): answer is Named =>
  typeof answer === 'object' && 'rows' in answer && Array.isArray(answer.rows)

export const isAnswerGroup = (answer: Answer | undefined): answer is Answers =>
  typeof answer === 'object' && !Array.isArray(answer) && !isNamed(answer)

/**
 * The answers without empty rows, so that positions match those in the file. What a form stores
 * under keys such as `$id` stays.
 */
export function withoutBlanks(fields: readonly Field[], answers: Answers): Answers {
  return Object.fromEntries([
    ...Object.entries(answers).filter(([key]) => key.startsWith('$')),
    ...fields.flatMap(({ key, shape }): [string, Answer][] => {
      const answer = answers[key]
      return answer === undefined ? [] : [[key, withoutBlank(shape, answer)]]
    }),
  ])
}

function withoutBlank(shape: Shape, answer: Answer): Answer {
  if (shape.kind === 'list' && Array.isArray(answer))
    return answer
      .map((item: Answer) => withoutBlank(shape.item, item))
      .filter((item) => entered(shape.item, item) !== null)
  if (shape.kind === 'named' && isNamed(answer))
    return { rows: answer.rows.filter(({ name, value }) => tidy(name + value) !== '') }
  if (shape.kind === 'records')
    return recordsIn(answer)
      .map((row) => withoutBlanks(shape.fields, row))
      .filter((row) => enteredIn(shape.fields, row).entries.length > 0)
  if ('fields' in shape && isAnswerGroup(answer)) return withoutBlanks(shape.fields, answer)
  return answer
}

/** Converts answers to file values, without empty ones. */
export function enteredIn(fields: readonly Field[], answers: Answers): Pairs {
  return new Pairs(
    fields.flatMap(({ key, shape }): [string, Entered][] => {
      const value = entered(shape, answers[key])
      return value === null ? [] : [[key, value]]
    }),
  )
}

function entered(shape: Shape, answer: Answer | undefined): Entered | null {
  switch (shape.kind) {
    case 'text':
    case 'choice':
    case 'reference':
      return typeof answer === 'string' ? scalar(shape, answer) : null
    case 'areas':
    case 'several':
    case 'list': {
      const item: Shape = shape.kind === 'list' ? shape.item : { kind: 'choice', choices: {} }
      const items = Array.isArray(answer)
        ? answer.flatMap((one: Answer) => entered(item, one) ?? [])
        : []
      return items.length === 0 ? null : items
    }
    case 'named': {
      if (!isNamed(answer)) return null
      const pairs = answer.rows
        .filter(({ name, value }) => tidy(name + value) !== '')
        .map(({ name, value }) => [tidy(name), scalar(shape.value, value) ?? ''] as const)
      return pairs.length === 0 ? null : new Pairs(pairs)
    }
    case 'records': {
      const pairs = recordsIn(answer).flatMap((row): [string, Pairs][] => {
        const record = enteredIn(shape.fields, row)
        return record.entries.length === 0 ? [] : [[String(row[recordIdKey]), record]]
      })
      return pairs.length === 0 ? null : new Pairs(pairs)
    }
    case 'group-or-word':
    case 'group': {
      if (typeof answer === 'string') return scalar(shape, answer)
      const group = enteredIn(shape.fields, isAnswerGroup(answer) ? answer : {})
      return group.entries.length === 0 ? null : group
    }
  }
}

/** The records of a field, each with its id. */
export const recordsIn = (answer: Answer | undefined): readonly Answers[] =>
  Array.isArray(answer) ? answer.filter(isAnswerGroup) : []

function scalar(shape: Shape, answer: string): string | number | boolean | null {
  const text = tidy(answer)
  if (text === '') return null
  if (shape.kind === 'choice' && shape.isYesNo && /^(true|false)$/.test(text))
    return text === 'true'
  const isNumber =
    shape.kind === 'text' && /^expects-(number|count|figure|year)$/.test(shape.expects)
  // A text that is no plain number stays as typed: the check reports it.
  return isNumber && /^-?(0|[1-9]\d{0,14})(\.\d{0,9}[1-9])?$/.test(text) ? Number(text) : text
}

/**
 * Joins a text to one paragraph, as fields require: line breaks are removed, or become a space
 * between words that are not Chinese.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[\t\v\f]/g, ' ')
    .trim()
    .replace(
      /([^])[ ]*[\r\n\u0085\u2028\u2029]+[\s]*(?=([^]))/g,
      (_all, left: string, right: string) =>
        /[\x21-\x7e]/.test(left) && /[\x21-\x7e]/.test(right) ? `${left} ` : left,
    )
}

/** Index of the row with a name, which is the key in the file; -1 if there is none. */
export const rowAt = (answer: Answer | undefined, key: Path[number]): number =>
  isNamed(answer) ? answer.rows.findIndex(({ name }) => tidy(name) === String(key)) : -1

/** Index of the record with an id; -1 if there is none. */
export const recordAt = (answer: Answer | undefined, id: Path[number]): number =>
  recordsIn(answer).findIndex((row) => row[recordIdKey] === id)
