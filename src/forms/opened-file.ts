import type { LocatedProblem } from '#messages/problem.ts'
import { locate } from '#model/records/locate.ts'
import { readRecord } from '#read/records/read-record.ts'
import { answersOf } from './answers-of.ts'
import type { Answers } from './answers.ts'
import { restKey } from './file-text.ts'
import { fileOf, type FormFile, forms } from './form-kinds.ts'

/**
 * The answers of a file that was filled in before, also by hand, with what the form does not show;
 * or what is wrong with a file that cannot be read as one of its kind. Comments are lost.
 */
export function openedAnswers(
  form: FormFile,
  text: string,
): { readonly answers: Answers } | { readonly wrong: readonly LocatedProblem[] } {
  const { schema, placeholder, fields } = forms[form.kind]
  const file = fileOf(form)
  const { value, source, problems } = readRecord({ file, text }, schema, placeholder)
  const wrong = problems.filter(({ level }) => level === 'error')
  if (wrong.length > 0) return { wrong: locate(wrong, new Map([[file, source]])) }
  const shown = new Set(fields.map(({ key }) => key))
  const rest = Object.entries(value).filter(([key]) => !shown.has(key))
  return {
    answers: {
      ...answersOf(fields, value),
      ...(rest.length === 0 ? {} : { [restKey]: JSON.stringify(Object.fromEntries(rest)) }),
    },
  }
}
