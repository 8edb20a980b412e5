import { Pairs, type Printable } from '#model/yaml-text.ts'
import { type Answers, enteredIn, isAnswerGroup } from './answers.ts'
import { type FormFile, forms } from './form-kinds.ts'
import { yamlText } from './write.ts'

/**
 * The key under which the answers hold, as JSON, what an opened file has and the form does not show.
 */
export const restKey = '$rest'

/** The text of the file that a form writes, with what follows from what the form is for. */
export function fileText({ kind, of }: FormFile, answers: Answers): string {
  const { fields } = forms[kind]
  const { entries } = enteredIn(fields, kind === 'openness' ? withYear(answers, of) : answers)
  return yamlText(new Pairs([...entries, ...Object.entries(restIn(answers))]))
}

/** Whether nothing was filled in, so that there is no file to write. */
export const hasNothing = (form: FormFile, answers: Answers): boolean =>
  fileText(form, answers).trim() === '{}'

/** The answers with the year of the report, if anything else of the report was entered. */
function withYear(answers: Answers, year: string): Answers {
  const { annual_report: report } = answers
  const isEmpty = ({ [yearKey]: _year, ...others }: Answers): boolean =>
    Object.values(others).every((answer) => answer === '')
  return isAnswerGroup(report)
    ? { ...answers, annual_report: isEmpty(report) ? {} : { ...report, [yearKey]: year } }
    : answers
}
const yearKey = 'year'

function restIn({ [restKey]: rest }: Answers): Readonly<Record<string, Printable>> {
  return typeof rest === 'string' ? (JSON.parse(rest) as Record<string, Printable>) : {}
}
