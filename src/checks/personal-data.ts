import type { Problem } from '#problems/problem.ts'
import { problem, type Check } from './check.ts'
import { textsOf, withoutAddresses } from './texts.ts'

/** What identifies a person is not published. */
export const personalData: Check = {
  name: 'personal-data',
  description:
    'No identity card, mobile or bank card number and no unlisted e-mail address in any text.',
  check({ dataset }) {
    const problems: Problem[] = []
    const contact = dataset.site.contact ?? ''
    for (const { file, text, placeAt, path } of textsOf(dataset)) {
      // What the office itself gives for the public to write to.
      if (file === 'data/site.yaml' && path?.[0] === 'contact') continue
      if (!/[\d０-９]{3}|[@＠]/.test(text) || checksum.test(text)) continue
      const ascii = halfWidth(text)
      for (const match of ascii.matchAll(emailAddress))
        if (!contact.includes(match[0]))
          problems.push(
            problem('email-not-listed', file, placeAt(match.index), { email: masked(match[0]) }),
          )
      for (const { what, number, index } of numbersIn(ascii))
        if (!contact.includes(number))
          problems.push(
            problem('personal-data', file, placeAt(index), { what, number: masked(number) }),
          )
    }
    return problems
  },
}

const emailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Any number can stand in a SHA-256. */
const checksum = /^[\da-f]{64}$/i

const identityCard = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g
const mobile = /(?<![\d.])1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\d%])/g
const bankCard = /(?<![\dA-Za-z.])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?![\dA-Za-z])/g

interface Found {
  readonly what: string
  readonly number: string
  readonly index: number
}

function* numbersIn(text: string): Generator<Found> {
  const cards = new Set<number>()
  for (const { 0: number, index } of text.matchAll(identityCard))
    if (isIdentityCard(number)) {
      cards.add(index)
      yield { what: '身份证号', number, index }
    }
  const prose = withoutAddresses(text)
  for (const { 0: number, index } of prose.matchAll(mobile))
    yield { what: '手机号码', number, index }
  for (const { 0: number, index } of prose.matchAll(bankCard))
    if (!cards.has(index) && isBankCard(number.replace(/[ -]/g, '')))
      yield { what: '银行卡号', number, index }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A birthday that exists and the check digit of GB 11643. */
function isIdentityCard(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)]
  const birthday = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const exists =
    /^(?:18|19|20)/.test(year) &&
    !Number.isNaN(birthday.getTime()) &&
    birthday.getUTCDate() === Number(day)
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
  return exists && '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase()
}

/** The check digit of Luhn; a number of one repeated digit is a sample. */
function isBankCard(number: string): boolean {
  const sum = [...number].reverse().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 && !/^(\d)\1+$/.test(number)
}

/** Full-width signs as half-width ones; every character keeps its place. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

/** Enough to find it again; a report may be public too. */
const masked = (text: string): string =>
  text.length < 6 ? `${text.slice(0, 1)}…` : `${text.slice(0, 3)}…${text.slice(-2)}`
