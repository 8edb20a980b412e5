import {
  hasIdentityCheckDigit,
  hasLuhnCheckDigit,
  hasRegionAndBirthday,
  isCreditCode,
  isRegistrationNumber,
} from './check-digits.ts'
import { directLabel, isHinted } from './number-labels.ts'
import { halfWidth, withoutAddresses } from '../plain-text.ts'

/** A number that identifies a person, with its position. */
export interface PersonalNumber {
  readonly what: '身份证号' | '手机号码' | '银行卡号'
  /** The number in half-width digits, without invisible characters. */
  readonly number: string
  /** Start and end in the text, including invisible characters. */
  readonly index: number
  readonly end: number
  /**
   * `certain`: it passes every test of such numbers; a bank card also needs a label that says so.
   * `likely`: it may be another number, but the words around it call it one. `possible`: only its
   * form fits.
   */
  readonly certainty: 'certain' | 'likely' | 'possible'
}

/** Characters that people write between groups of digits. */
const separator = String.raw`[ ._·/|,*-]`
/** Between two digits of an identity number: at most four such signs, or a line break. */
const someGap = String.raw`(?:${separator}{1,4}|[ ]{0,8}\r?\n[ ]{0,8})`
const gap = `${someGap}?`
/** The first two digits of an identity number: a province (GB/T 2260). */
const province = [
  '1_[1-5]',
  '2_[1-3]',
  '3_[1-7]',
  '4_[1-6]',
  '5_[0-4]',
  '6_[1-5]',
  '7_1',
  '8_[123]',
]
  .join('|')
  .replaceAll('_', gap)
/**
 * Numbers of 18 characters, and of the 15 digits used until 2000; a number may begin as either. The
 * province, the century and the month are tested before anything is captured, and more than 15
 * digits that are each in a box do not contain a number of 15: in a long row of digits a number
 * might begin at each of them.
 */
const identityCard = new RegExp(
  `(?<!\\d)(?=${province})(?=((?:\\d${gap}){6}(?:1${gap}9|2${gap}0)${gap}(?:\\d${gap}){9}(?:[X×✕✖]|\\d(?!\\d)))?)(?=(?:(?!(?:\\d${someGap}){15}\\d)((?:\\d${gap}){8}[01]${gap}\\d${gap}[0-3]${gap}(?:\\d${gap}){3}\\d(?!\\d)))?)\\d`,
  'gi',
)
/**
 * The lengths of the groups in which people write them: broken once, as printed, or one digit in
 * each box of a form. A number in any other groups has to pass every test, and no other digits may
 * be beside it.
 */
const identityGroups =
  /^(?:\d+|\d+,\d+|6,8,4|6,8,3,1|4,4,4,4,2|6,4,4,4|6,4,2,2,4|6,6,3|1(?:,1){17}|1(?:,1){14})$/
/** What parts the groups of a number that may have a wrong check digit. */
const usualGaps = /^[\dX×✕✖]+(?:(?:[ -]|[ ]*\r?\n[ ]*)[\dX×✕✖]+)*$/i

/** Prefixes in use by telephone companies, with or without country code, in the usual groups. */
const prefix = '1(?:3\\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])'
const mobile = new RegExp(
  `(?:(?<=^ {0,4}[1-9]\\d?\\.)|(?<![\\d._]|\\d-))(?:\\(?(?:\\+|00)?86\\)?[ -]?)?(?:\\(${prefix}\\)[ -]?\\d{4}[ -]?\\d{4}|${prefix}\\(\\d{4}\\)\\d{4}|${[
    `${prefix}[ -]?\\d{4}[ -]?\\d{4}`,
    `${prefix}(?:${separator}{1,4}\\d{4}){2}`,
    `${prefix}[ -]\\d{3}[ -]\\d{5}`,
    `${prefix}\\d[ -]\\d{3}[ -]\\d{4}`,
    `${prefix}\\d\\d[ -]\\d{6}`,
    // Broken by a line end, which YAML turns into a space.
    `${prefix}\\d{0,7}(?: |[ \\t]{0,8}\\r?\\n[ \\t]{0,8})\\d{1,8}`,
  ].join('|')})(?![\\d%]|\\.\\d|-\\d)`,
  'gm',
)
const bankCard =
  /(?<![\dA-Za-z.]|\d-)(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{6}[ -]\d{10,13})(?![\dA-Za-z]|-\d)/g
/**
 * First digits and lengths of bank cards by UnionPay and its predecessors, Visa, Mastercard and JCB
 * (ISO/IEC 7812).
 */
const issuer =
  /^(?:62\d{14,17}|60(?:1382|1428|2907|2969|3\d{3})\d{10,13}|9558\d{15}|4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35(?:2[89]|[3-8]\d)\d{12})$/

/** Counted objects and units that show that eleven digits are a quantity. */
const counted =
  /(?:[量额]|[人次总户件条篇丝]数|资金|投资|预算|金额|面积|产值|收入|支出|[合总小累共]计|[￥¥$])(?:[（(][^（）()]{0,8}[)）])?[约达为共计到近超逾过:： ]*$/
const unit =
  /^ ?(?:号(?!码)|[期届批]|人?次|余?[元万亿]|[条字件个户辆吨股份票篇步]|平方|立方|千瓦|公里|米|字节|[KMGkmg]?[Bb](?![a-z]))/

/** Eleven digits without letters between them. */
const elevenDigits = /\p{Nd}(?:[^\p{Nd}\p{L}]{0,20}\p{Nd}){10}/u

/**
 * The personal numbers of a text, in any grouping, in half-width or full-width digits, with
 * invisible characters ignored. Numbers with another label (工单编号, 项目代码, 流水号) are skipped, except
 * identity numbers that pass all tests.
 *
 * @param head the heading of the column or the names above a number, which say what it is
 */
export function* personalNumbers(text: string, head = ''): Generator<PersonalNumber> {
  // Most texts hold no number as long; to look for each kind takes longer.
  if (!elevenDigits.test(unseen.test(text) ? text.replaceAll(everyUnseen, '') : text)) return
  const { seen, at } = visible(text)
  const place = (
    index: number,
    number: string,
  ): Pick<PersonalNumber, 'number' | 'index' | 'end'> => ({
    number,
    index: at(index),
    end: at(index + number.length - 1) + 1,
  })
  const prose = withoutAddresses(seen)
  const contextAt = (index: number, number: string): NumberContext => {
    const before = prose.slice(Math.max(0, index - 120), index)
    return { head, before, after: prose.slice(index + number.length, index + number.length + 20) }
  }
  const cards = new Set<number>()
  let last = 0
  for (const { 1: long, 2: short, index } of seen.matchAll(identityCard))
    for (const number of [long, short]) {
      if (number === undefined || index < last) continue
      const certainty = identityCertainty(number, () => contextAt(index, number))
      if (certainty === null) continue
      last = index + number.length
      cards.add(index)
      yield { what: '身份证号', ...place(index, number), certainty }
    }
  for (const { 0: number, index } of prose.matchAll(mobile)) {
    const certainty = mobileCertainty(number, contextAt(index, number))
    if (certainty !== null) yield { what: '手机号码', ...place(index, number), certainty }
  }
  for (const { 0: number, index } of prose.matchAll(bankCard)) {
    if (cards.has(index)) continue
    const certainty = bankCertainty(number, contextAt(index, number))
    if (certainty !== null) yield { what: '银行卡号', ...place(index, number), certainty }
  }
}

/** The text around a number. */
interface NumberContext {
  /** The heading of its column, or its key. */
  readonly head: string
  readonly before: string
  readonly after: string
}

type Certainty = PersonalNumber['certainty'] | null

const labelOf = ({ head, before }: NumberContext): ReturnType<typeof directLabel> =>
  directLabel(`${head}：${before}`)

/** Whether digit groups separated by spaces are part of a longer row of numbers, as in a table. */
const isInRow = (number: string, { before, after }: NumberContext): boolean =>
  /[ |,]/.test(number) &&
  (/\d[\d.%]{0,12}[ |,]{1,4}$/.test(before) || /^[ |,]{1,4}[\d,.%]{0,12}\d/.test(after))

/**
 * Whether other digits are beside a number, with the same separator as between its groups, as in
 * the figures of a table.
 */
function isBesideDigits(written: string, { before, after }: NumberContext): boolean {
  const gaps = new Set(written.split(/[\dX]+/i))
  const [, gapBefore] = /\d([^\dX]{1,20})$/i.exec(before.slice(-21)) ?? []
  const [, gapAfter] = /^([^\dX]{1,20})\d/i.exec(after) ?? []
  return [gapBefore, gapAfter].some((one) => one !== undefined && gaps.has(one))
}

/** Labels that mark 15 digits as a business registration number. */
const registered = /(?:注册|登记|执照)号?码?[:： 为是]{0,4}$/

function identityCertainty(written: string, contextOf: () => NumberContext): Certainty {
  const characters = written.replace(/[×✕✖]$/, 'X')
  const number = characters.replace(/[^\dX]+/gi, '').toUpperCase()
  if (!hasRegionAndBirthday(number)) return null
  const groups = characters.split(/[^\dX]+/i)
  const isUsual =
    identityGroups.test(groups.map(({ length }) => length).join()) && usualGaps.test(written)
  if (!isUsual && (number.length !== 18 || !hasIdentityCheckDigit(number))) return null
  const context = contextOf()
  if (!isUsual && isBesideDigits(written, context)) return null
  const { head, before, after } = context
  const isHintedAt = labelOf(context) === 'identity' || isHinted('identity', head, before, after)
  if (number.length === 18) {
    if (hasIdentityCheckDigit(number)) return 'certain'
    return isHintedAt ? 'possible' : null
  }
  if (isHintedAt) return 'likely'
  if (registered.test(`${head}：${before}`) && isRegistrationNumber(number)) return null
  return groups.length === 1 || groups.length === 3 ? 'possible' : null
}

/**
 * Latin letters before a number that mean a telephone. Other letters are the start of a longer
 * number.
 */
const phoneLetters = /^(?:tel|phone|mobile|mob|cell|m|t|wx|vx)$/i

function mobileCertainty(written: string, context: NumberContext): Certainty {
  if (written.replace(/^\(?(?:\+|00)?86|\D/g, '').length !== 11) return null
  const { head, before, after } = context
  const label = labelOf(context)
  if (label === 'numbering' || label === 'identity') return null
  const letters = /[A-Za-z]{1,20}$/.exec(before)?.[0]
  if (letters !== undefined && !phoneLetters.test(letters)) return null
  if (label !== 'phone' && (isQuantity(context) || isFileName(context))) return null
  if (label === 'phone' || isHinted('phone', head, before, after)) return 'likely'
  const isUsual =
    /^(?:\(?(?:\+|00)86\)?[ -]?)?\(?\d{3}\)?(|[ ._·/|,*-]{1,4})\(?\d{4}\)?\1\d{4}$/.test(written)
  // Letters behind it make it a piece of another name.
  return isUsual && !isInRow(written, context) && !/^\w/.test(after) ? 'possible' : null
}

/** Whether the words before a number, its unit or the head of its column say that it is a count. */
const isQuantity = ({ head, before, after }: NumberContext): boolean =>
  unit.test(after) || counted.test(before) || counted.test(head)

/** Whether a number is the whole name of a file: “13512345678.jpg”. */
const isFileName = ({ before, after }: NumberContext): boolean =>
  /(?:^|[“"‘'「《（(/\\\s:：])$/.test(before) && /^\.[a-z][a-z\d]{1,4}(?![\w@])/i.test(after)

function bankCertainty(written: string, context: NumberContext): Certainty {
  const number = written.replace(/[ -]/g, '')
  if (!hasLuhnCheckDigit(number)) return null
  const { head, before, after } = context
  const label = labelOf(context)
  if (label !== null && label !== 'bank') return null
  if (label !== 'bank' && isQuantity(context)) return null
  const isKnown = issuer.test(number)
  if (label === 'bank' || isHinted('bank', head, before, after))
    return isKnown ? 'certain' : 'possible'
  return isKnown && !isCreditCode(number) && !isInRow(written, context) ? 'possible' : null
}

/**
 * Characters that are invisible between two digits: default-ignorable characters, format
 * characters, combining marks (the frame of 1️⃣), and controls other than line breaks.
 */
const unseenCharacters = String.raw`[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]`
const unseen = new RegExp(unseenCharacters, 'u')
const everyUnseen = new RegExp(unseenCharacters, 'gu')
/** Digits of another alphabet or style, and letters that look like the check digit X. */
const otherDigits = /(?![\d０-９])\p{Nd}|[\u2169\u2179\u0425\u0445\u03a7\u03c7]/u

/**
 * The visible text in half-width characters, and the offset of each of its characters in the
 * original text.
 */
function visible(text: string): { readonly seen: string; readonly at: (index: number) => number } {
  const characters = halfWidth(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2000-\u200a\u202f\u205f\t]/g, ' ')
    .replace(/[\u2022\u2027\u22c5\u30fb\uff65]/g, '·')
    .replace(/[\v\f\u0085\u2028\u2029]|\r(?!\n)/g, '\n')
  if (!unseen.test(characters) && !otherDigits.test(characters))
    return { seen: characters, at: (index) => index }
  const places: number[] = []
  let seen = ''
  let at = 0
  for (const character of characters) {
    if (!unseen.test(character)) {
      const shown = otherDigits.test(character) ? digitOrX(character) : character
      for (let n = 0; n < shown.length; n++) places.push(at + n)
      seen += shown
    }
    at += character.length
  }
  return { seen, at: (index) => places[index] ?? text.length }
}

/** The digits of every script have consecutive code points from 0 to 9 (Unicode, 4.6). */
function digitOrX(character: string): string {
  if (!/\p{Nd}/u.test(character)) return 'X'
  const point = character.codePointAt(0) ?? 0
  let below = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(point - below - 1))) below++
  return String(below % 10)
}

/**
 * An e-mail address. Lengths are limited as in RFC 5321 (4.5.3.1) and RFC 1035 (2.3.4), so that
 * searching a long text takes linear time.
 */
export const emailAddress = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g

/**
 * A line of a file as a report may show it. Everything that may identify a person is masked, even
 * with wrong check digits; all other characters stay in place. `open` is text that the office
 * itself publishes, such as its contact.
 */
export function withoutPersonalNumbers(text: string, open: string): string {
  if (!/\p{Nd}|[@＠]/u.test(text)) return text
  const ascii = halfWidth(text)
  const found = [
    ...personalNumbers(text),
    ...[...ascii.matchAll(/(?<!\d)\d{15,19}[Xx]?(?!\d)/g), ...ascii.matchAll(emailAddress)].map(
      ({ 0: number, index }) => ({ number, index, end: index + number.length }),
    ),
  ]
  // In UTF-16 code units, of which a digit of another style has two.
  const hidden = text.split('')
  for (const { number, index, end } of found)
    if (!open.includes(number)) hidden.fill('*', index + 3, end - 2)
  return hidden.join('').toWellFormed()
}
