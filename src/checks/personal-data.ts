import type { Dataset, Inspection } from '#domain/dataset.ts'
import { halfWidth } from '#domain/plain-text.ts'
import type { Path, Problem } from '#problems/problem.ts'
import { problem, type Check } from './check.ts'
import { emailAddress, personalNumbers, phoneHint } from './personal-numbers.ts'
import { inEveryText } from './texts.ts'

/** What identifies a person is not published. */
export const personalData: Check = {
  name: 'personal-data',
  description:
    'No identity card, mobile or bank card number and no unlisted e-mail address in any text, and none typed as a number.',
  check: (input) => identifying(input),
}

const contactOf = ({ site }: Dataset): string => site.contact ?? ''

const identifying = inEveryText(({ file, text, placeAt, path, isNumber }, contact, record) => {
  // What the office itself gives for the public to write to.
  if (file === 'data/site.yaml' && path?.[0] === 'contact') return []
  // Any number can stand in a SHA-256.
  if (checksum.test(text)) return []
  const problems: Problem[] = []
  if (/[@＠]/.test(text))
    for (const match of halfWidth(text).matchAll(emailAddress))
      if (!contact.includes(match[0]))
        problems.push(
          problem('email-not-listed', file, placeAt(match.index), { email: masked(match[0]) }),
        )
  for (const { what, number, index } of personalNumbers(text)) {
    if (contact.includes(number)) continue
    // Eleven digits may well be a quantity, unless something says what they are.
    const isCount = isNumber && what === '手机号码' && !isCalledPhone(record, path)
    if (!isCount)
      problems.push(
        problem('personal-data', file, placeAt(index), { what, number: masked(number) }),
      )
  }
  return problems
}, contactOf)

const checksum = /^[\da-f]{64}$/i

/** Whether a key above a number, or the head of its column, speaks of a telephone. */
function isCalledPhone(record: Partial<Inspection>, path: Path | null): boolean {
  if (path?.some((key) => typeof key === 'string' && phoneHint.test(key)) === true) return true
  const [kind, id, rows, , column] = path ?? []
  if (kind !== 'appendices' || rows !== 'rows') return false
  const head = record.appendices?.[String(id)]?.columns?.[Number(column)]
  return head !== undefined && phoneHint.test(head)
}

/** Enough to find it again; a report may be public too. */
const masked = (text: string): string =>
  text.length < 6 ? `${text.slice(0, 1)}…` : `${text.slice(0, 3)}…${text.slice(-2)}`
