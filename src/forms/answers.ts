import type { Path } from '#messages/problem.ts'
import type { Field, Shape } from './field.ts'

/** What somebody has entered at one place. Nothing is '', or empty. It is kept as a draft as it is. */
export type Answer = string | readonly Answer[] | Named | Answers
export interface Answers {
  readonly [key: string]: Answer
}
/** Rows of names and values; a name may still stand twice. */
export interface Named {
  readonly rows: readonly { readonly name: string; readonly value: string }[]
}

/** A value for a file, with the pairs of a table in the order in which they were entered. */
export type Entered = string | number | readonly Entered[] | Pairs
export interface Pairs {
  readonly pairs: readonly (readonly [key: string, value: Entered])[]
}

export const isNamed = (answer: Answer | undefined): answer is Named =>
  typeof answer === 'object' && 'rows' in answer && Array.isArray(answer.rows)

const isGroup = (answer: Answer | undefined): answer is Answers =>
  typeof answer === 'object' && !Array.isArray(answer) && !isNamed(answer)

/** The answers without the rows in which nothing was entered, so that their places count as in the file. */
export function withoutBlanks(fields: readonly Field[], answers: Answers): Answers {
  return Object.fromEntries(
    fields.flatMap(({ key, shape }): [string, Answer][] => {
      const answer = answers[key]
      return answer === undefined ? [] : [[key, withoutBlank(shape, answer)]]
    }),
  )
}

function withoutBlank(shape: Shape, answer: Answer): Answer {
  if (shape.kind === 'list' && Array.isArray(answer))
    return answer
      .map((item: Answer) => withoutBlank(shape.item, item))
      .filter((item) => entered(shape.item, item) !== null)
  if (shape.kind === 'named' && isNamed(answer))
    return { rows: answer.rows.filter(({ name, value }) => tidy(name + value) !== '') }
  if (shape.kind === 'group' && isGroup(answer)) return withoutBlanks(shape.fields, answer)
  return answer
}

/** What the answers come to in a file; nothing that was left empty is in it. */
export function enteredIn(fields: readonly Field[], answers: Answers): Pairs {
  return {
    pairs: fields.flatMap(({ key, shape }): [string, Entered][] => {
      const value = entered(shape, answers[key])
      return value === null ? [] : [[key, value]]
    }),
  }
}

function entered(shape: Shape, answer: Answer | undefined): Entered | null {
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return typeof answer === 'string' ? scalar(shape, answer) : null
    case 'areas':
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
      return pairs.length === 0 ? null : { pairs }
    }
    case 'group': {
      const group = enteredIn(shape.fields, isGroup(answer) ? answer : {})
      return group.pairs.length === 0 ? null : group
    }
  }
}

function scalar(shape: Shape, answer: string): string | number | null {
  const text = tidy(answer)
  if (text === '') return null
  const isNumber = shape.kind === 'text' && /^expects-(number|count|figure)$/.test(shape.expects)
  // What is no plain number stays as it was typed: the check says what is wrong with it.
  return isNumber && /^-?(0|[1-9]\d{0,14})(\.\d{0,9}[1-9])?$/.test(text) ? Number(text) : text
}

/**
 * A text as one paragraph, which is what a field holds: line breaks go, and leave a space only
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

/** The path of a row of names as a file has it: by the name. */
export const rowAt = (answer: Answer | undefined, key: Path[number]): number =>
  isNamed(answer) ? answer.rows.findIndex(({ name }) => tidy(name) === String(key)) : -1
