import { type Answer, isNamed, recordAt, rowAt } from './answers.ts'
import type { Path } from '#schema/path.ts'

/** Path from all answers to one of them; rows of names are under `rows`. */
export type AnswerPath = readonly (string | number)[]

export const answerAt = (
  answer: Answer | undefined,
  [step, ...rest]: AnswerPath,
): Answer | undefined => (step === undefined ? answer : answerAt(stepInto(answer, step), rest))

const stepInto = (answer: Answer | undefined, step: string | number): Answer | undefined =>
  typeof answer === 'object' && Object.prototype.hasOwnProperty.call(answer, step)
    ? (answer as Readonly<Record<string | number, Answer>>)[step]
    : undefined

/** A copy of the answers with another one at a place; missing parents are created. */
export function withAnswer<T extends Answer>(
  answers: T,
  [step, ...rest]: AnswerPath,
  next: Answer,
): T {
  if (step === undefined) return next as T
  const inner = withAnswer(
    stepInto(answers, step) ?? (typeof rest[0] === 'number' ? [] : {}),
    rest,
    next,
  )
  if (Array.isArray(answers)) {
    const copy: Answer[] = [...(answers as readonly Answer[])]
    copy[Number(step)] = inner
    return copy as unknown as T
  }
  return { ...(typeof answers === 'object' ? answers : {}), [step]: inner } as T
}

/** The rows of a list or of a table of names. */
export function answerRows(answer: Answer | undefined): readonly Answer[] {
  if (isNamed(answer)) return answer.rows as unknown as readonly Answer[]
  return Array.isArray(answer) ? (answer as readonly Answer[]) : []
}

/** Converts a path in the file to a place in the form, where names and ids are rows. */
export function placeOf(answers: Answer, path: Path): AnswerPath {
  const place: (string | number)[] = []
  let here: Answer | undefined = answers
  for (const step of path) {
    if (isNamed(here)) {
      const row = rowAt(here, step)
      return row < 0 ? place : [...place, 'rows', row, 'value']
    }
    const record = typeof step === 'string' ? recordAt(here, step) : -1
    place.push(record < 0 ? step : record)
    here = stepInto(here, record < 0 ? step : record)
  }
  return place
}
