import { isDay } from '#domain/calendar.ts'
import { halfWidth, withoutAddresses } from '#domain/plain-text.ts'

/** A number that identifies a person, and where it stands. */
export interface PersonalNumber {
  readonly what: '身份证号' | '手机号码' | '银行卡号'
  readonly number: string
  readonly index: number
}

const before = String.raw`(?<![\dA-Za-z])`
const after = String.raw`(?![\dA-Za-z])`
const gap = '[ -]?'

/** Of 18 characters, whole or in groups of 6, 8 and 4, or of four; or the 15 digits used until 2000. */
const identityCard = new RegExp(
  `${before}(?:\\d{6}${gap}\\d{8}${gap}\\d{3}[\\dXx]|(?:\\d{4}${gap}){4}\\d[\\dXx]|\\d{6}${gap}\\d{6}${gap}\\d{3})${after}`,
  'g',
)
/** With or without the country, in the groups in which people write it. */
const mobile =
  /(?<![\d.])(?:(?:\+|00)?86[ -]?)?(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|1[3-9]\d\.\d{4}\.\d{4}|1[3-9]\d[ -]\d{3}[ -]\d{5}|1[3-9]\d{2}[ -]\d{3}[ -]\d{4}|1[3-9]\d{3}[ -]\d{6})(?![\d%]|\.\d)/g
const bankCard = new RegExp(
  `(?<![\\dA-Za-z.])(?:\\d{4}([ -]?)\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{1,3})?|\\d{6}[ -]\\d{10,13})${after}`,
  'g',
)

/** Words before a number, or over it, that make it a telephone. */
export const phoneHint =
  /电话|手机(?!报|端|客户|应用|阅读|网)|联系(?:人|方式|号)|号码|[Pp]hone|[Tt]el\b|[Mm]obile/
/** What makes eleven digits a quantity. */
const quantity = /^ ?(?:人?次|元|万|亿|条|字)/
/** So many characters before and behind a number are looked at, however long its text is. */
const hintReach = 40
const quantityReach = 10

const elevenDigits = /[\d０-９](?:[ .\u3000\u00a0－-]?[\d０-９]){10}/

/** The personal numbers of a text, however they are grouped and in digits of either width. */
export function* personalNumbers(text: string): Generator<PersonalNumber> {
  // Most texts hold no number as long; to look for each kind takes longer.
  if (!elevenDigits.test(text)) return
  const ascii = halfWidth(text)
  const cards = new Set<number>()
  for (const { 0: number, index } of ascii.matchAll(identityCard))
    if (isIdentityCard(number.replace(/[ -]/g, ''))) {
      cards.add(index)
      yield { what: '身份证号', number, index }
    }
  const prose = withoutAddresses(ascii)
  for (const { 0: number, index } of prose.matchAll(mobile)) {
    const rest = prose.slice(index + number.length, index + number.length + quantityReach)
    const before = prose.slice(Math.max(0, index - hintReach), index)
    if (quantity.test(rest) && !phoneHint.test(before)) continue
    yield { what: '手机号码', number, index }
  }
  for (const { 0: number, index } of prose.matchAll(bankCard))
    if (!cards.has(index) && isBankCard(number.replace(/[ -]/g, '')))
      yield { what: '银行卡号', number, index }
}

/**
 * An e-mail address. Its parts have the lengths of RFC 5321 (4.5.3.1) and RFC 1035 (2.3.4), so that
 * a long text without one is searched in time that grows in step with its length.
 */
export const emailAddress = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g

/**
 * A line of a file as a report may show it: what may identify a person is hidden, wrong check digits
 * or not, and every other character keeps its place. `open` holds what the office itself publishes.
 */
export function withoutPersonalNumbers(text: string, open: string): string {
  if (!/[\d０-９]{3}|[@＠]/.test(text)) return text
  const ascii = halfWidth(text)
  const found = [
    ...personalNumbers(text),
    ...[...ascii.matchAll(/(?<!\d)\d{15,19}[Xx]?(?!\d)/g), ...ascii.matchAll(emailAddress)].map(
      ({ 0: number, index }) => ({ number, index }),
    ),
  ]
  // Every number is of ASCII, so that its characters are units of UTF-16.
  const hidden = text.split('')
  for (const { number, index } of found)
    if (!open.includes(number)) hidden.fill('*', index + 3, index + number.length - 2)
  return hidden.join('')
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The first two digits of a place of residence. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/

/** A birthday that exists and, of 18 characters, the check digit of GB 11643. */
function isIdentityCard(number: string): boolean {
  if (number.length === 15) return provinces.test(number) && isBirthday(`19${number.slice(6, 12)}`)
  const birthday = number.slice(6, 14)
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
  return (
    /^(?:18|19|20)/.test(birthday) &&
    isBirthday(birthday) &&
    '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase()
  )
}

function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)]
  return isDay(`${year}-${month}-${day}`)
}

/** The check digit of Luhn; a number of one repeated digit is a sample. */
function isBankCard(number: string): boolean {
  const sum = [...number].reverse().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 && !/^(\d)\1+$/.test(number)
}
