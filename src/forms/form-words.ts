import { missingWords } from '#model/figure.ts'
import { wording } from '#messages/format.ts'
import type { FormProblem } from './check-file.ts'
import { type Answers, recordAt } from './answers.ts'
import type { Choices, Field, Shape } from './field.ts'

/**
 * A problem in the words of the form: the rules are those of the check, but who fills in a form sees
 * titles, not keys of a file.
 */
export function problemWords({ problem, path }: FormProblem, fields: readonly Field[]): string {
  const titles = titlesOf(fields)
  if (problem.code === 'key-missing') {
    const shape = shapeAt(fields, path ?? [])
    const hasReasons = shape?.kind === 'text' && Object.keys(shape.instead).length > 0
    return `“${String(problem.args['title'])}”还没有填。${hasReasons ? '没有的，选择原因。' : ''}`
  }
  const { says, write: byOffice } = wording(problem)
  const write = ownRemedies[problem.code] ?? byOffice
  const choices = Object.entries(choicesOf(shapeAt(fields, path ?? [])))
  // What only the office can let stand does not go into the file.
  const text =
    problem.level === 'error'
      ? `${says}${write}`.replace(
          /(?:可以)?在 acknowledged 里写明/g,
          '先不写进来，交文件时向收文件的人说明',
        )
      : `${says}${write}`
  return plainWords(text, new Map([...titles, ...choices]))
}

/** What to do in a form, where the file's own remedy is another one. */
const ownRemedies: Readonly<Record<string, string>> = {
  'ledger-other-year': '请核对日期；日期没有错的，在这里删去，上面的年度选那一年，再填到那里。',
}

/** The help of a field without keys and values of the file. */
export const helpWords = (help: string, shape: Shape): string =>
  plainWords(help, new Map(Object.entries(choicesOf(shape))))

/** The words that stand for the codes of a field. */
function choicesOf(shape: Shape | null): Choices {
  if (shape === null) return {}
  return 'choices' in shape ? shape.choices : 'instead' in shape ? shape.instead : {}
}

/** Where a problem is, if the form has many records: `政策文件第3条：`; else nothing. */
export function recordWords(
  { path }: FormProblem,
  fields: readonly Field[],
  answers: Answers,
): string {
  const [key = '', id] = path ?? []
  const field = fields.find((one) => one.key === key)
  if (field?.shape.kind !== 'records' || id === undefined) return ''
  return `${field.title}第${recordAt(answers[key], id) + 1}条：`
}

function plainWords(text: string, titles: ReadonlyMap<string, string>): string {
  return (
    text
      .replace(/(?:可以)?在 acknowledged 里写明/g, '交文件时说明')
      .replace(/site\.yaml 的 contact/g, '本站公布的联系方式')
      // A whole word of the file, with or without its colon; an address is another word.
      .replace(/“?[\w./:@-]+”?/g, (whole) => {
        const word = whole.replace(/^“|:?”?$/g, '')
        const title = titles.get(word) || reasons.get(word)
        return title === undefined ? whole : `“${title}”`
      })
      // A code with its words in brackets would be the same twice.
      .replace(/“([^”]+)”（\1）/g, '“$1”')
      .replace(/ “/g, '“')
      .replace(/” /g, '”')
  )
}

const reasons: ReadonlyMap<string, string> = new Map(Object.entries(missingWords))

/** The title of each key of a form, of nested fields too. */
function titlesOf(fields: readonly Field[]): Map<string, string> {
  const titles = new Map<string, string>()
  const add = (some: readonly Field[]): void => {
    for (const { key, title, shape } of some) {
      if (!titles.has(key)) titles.set(key, title)
      add(fieldsIn(shape))
    }
  }
  add(fields)
  return titles
}

const fieldsIn = (shape: Shape): readonly Field[] =>
  'fields' in shape ? shape.fields : shape.kind === 'list' ? fieldsIn(shape.item) : []

function shapeAt(fields: readonly Field[], path: readonly (string | number)[]): Shape | null {
  const [key, ...rest] = path
  if (typeof key === 'number') return shapeAt(fields, rest)
  const field = fields.find((one) => one.key === key)
  if (field === undefined) return null
  // An id comes before the fields of its record.
  const inner = field.shape.kind === 'records' ? rest.slice(1) : rest
  // The place of one of several words has no shape of its own.
  return inner.length === 0 || field.shape.kind === 'several'
    ? field.shape
    : shapeAt(fieldsIn(field.shape), inner)
}
