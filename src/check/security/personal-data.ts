import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset } from '#model/dataset.ts'
import { halfWidth } from '#model/plain-text.ts'
import type { Place, Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'
import {
  emailAddress,
  type PersonalNumber,
  personalNumbers,
} from '#model/texts/personal-numbers.ts'
import { namesAbove, inEveryText, type TypedText } from '../texts/texts.ts'

/** Data that identify a person are not published. */
export const personalData: Check = {
  name: 'personal-data',
  description:
    'No identity card, mobile or bank card number and no unlisted e-mail address in any text, and none typed as a number.',
  check: (input) => identifying(input),
}

const contactOf = ({ site }: Dataset): string =>
  `${site.contact ?? ''} ${site.recipient?.how ?? ''}`

const isOwnContact = (path: TypedText['path']): boolean =>
  path?.[0] === 'contact' || path?.[0] === 'recipient'

const identifying = inEveryText((text, contact, record) => {
  const { file, path } = text
  // The office's own public contact.
  if (file === authoredFile('site') && isOwnContact(path)) return []
  return personalProblems(text, contact, namesAbove(record, path))
}, contactOf)

/**
 * Finds data in one text that identifies a person.
 *
 * @param contact the office's own public contact, which is not reported
 * @param head of the column or the names above the text
 */
export function personalProblems(
  { file, text, placeAt, isNumber }: TypedText,
  contact: string,
  head = '',
): Problem[] {
  // A SHA-256 can contain any number.
  if (checksum.test(text)) return []
  const problems: Problem[] = []
  if (/[@＠]/.test(text))
    for (const match of halfWidth(text).matchAll(emailAddress))
      if (!contact.includes(match[0]))
        problems.push(
          problem('email-not-listed', file, placeAt(match.index), { email: masked(match[0]) }),
        )
  for (const found of personalNumbers(text, head)) {
    if (contact.includes(found.number)) continue
    // Eleven digits may well be a quantity, unless something says what they are.
    if (isNumber && found.what === '手机号码' && found.certainty === 'possible') continue
    problems.push(reported(file, placeAt(found.index), found))
  }
  return problems
}

const checksum = /^[\da-f]{64}$/i

/**
 * The problem of a personal number: `personal-data` if it passes every test; otherwise
 * `personal-number`, which is an error if the words around it identify it, else a warning.
 */
function reported(
  file: string,
  place: Place,
  { what, number, certainty }: PersonalNumber,
): Problem {
  const args = { what, number: masked(number) }
  return certainty === 'certain'
    ? problem('personal-data', file, place, args)
    : problem('personal-number', file, place, args, certainty === 'likely' ? 'error' : 'warning')
}

/** Masks most of the number, since a report may be public; the rest is enough to find it. */
const masked = (text: string): string =>
  text.length < 6 ? `${text.slice(0, 1)}…` : `${text.slice(0, 3)}…${text.slice(-2)}`
