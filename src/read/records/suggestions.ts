import type { ProblemCode } from '#messages/catalogue.ts'
import { dayOfSerial, isDay, isoDay } from '#model/calendar.ts'
import {
  chineseNumber,
  digitByDigit,
  digitCharacters,
  placeValues,
} from '#model/chinese-numeral.ts'
import { halfWidth } from '#model/plain-text.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { nameOfSpace, oddSpaces } from '../yaml/typos.ts'

/** The likely intended value, for a value that a field does not accept. */
export interface Suggestion {
  readonly code: ProblemCode
  readonly args: Readonly<Record<string, string>>
}

/** A rejected value, with its source text where YAML parsed it as something other than text. */
interface Found {
  readonly value: unknown
  readonly typed: string | null
}

/** The typo that explains a rejected value; null when none is recognised. */
export function suggestionFor(expected: string, found: Found): Suggestion | null {
  const text = typeof found.value === 'string' ? found.value : found.typed
  for (const guess of guesses[expected] ?? []) {
    const suggestion = guess({ ...found, text: text ?? '' })
    if (suggestion !== null) return suggestion
  }
  return null
}

type Guess = (found: Found & { readonly text: string }) => Suggestion | null

const better = (code: ProblemCode, value: string, args: Suggestion['args'] = {}): Suggestion => ({
  code,
  args: { better: value, ...args },
})

const spaces = new RegExp(`[${oddSpaces}]`, 'u')

const quoted = /^[“”‘’"](.*)[“”‘’"]$/
const isId = (text: string): boolean => idPattern.test(text)

const date: Guess = ({ text }) => {
  const plain = withDigits(halfWidth(text).replace(quoted, '$1').trim())
    .replace(/(?<=\d日?) ?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?|[以之]?前)$/, '')
    .trim()
  const serial = /^\d{5}$/.test(plain) ? daySinceExcel(Number(plain)) : null
  if (serial !== null) return better('date-format', serial)
  const parts = /^(\d{4})\s*[-年/.．—–]\s*(\d{1,2})\s*(?:[-月/.．—–]\s*(\d{1,2})\s*[日号]?)?$/.exec(
    plain,
  )
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const [, year = '', month = '', day] = parts ?? compact ?? []
  return day === undefined ? null : dated(text, year, month, day)
}
const month: Guess = ({ text }) => {
  const parts = /^(\d{4})\s*[-年/.．—–]\s*(\d{1,2})\s*月?$/.exec(
    halfWidth(text).replace(quoted, '$1'),
  )
  const [, year = '', number = ''] = parts ?? []
  return parts === null || Number(number) < 1 || Number(number) > 12
    ? null
    : better('date-format', `${year}-${number.padStart(2, '0')}`)
}

/** Replaces Chinese numerals in a date such as 二〇二四年三月十五日 with digits. */
const withDigits = (text: string): string =>
  text.replace(datesInChinese, (word) =>
    word.includes('十') ? String(chineseNumber(word) ?? word) : digitByDigit(word),
  )
const datesInChinese = new RegExp(`[${digitCharacters}十]+(?=[年月日])`, 'g')

/** Converts an Excel serial date; null for a date outside 2000 to 2049. */
function daySinceExcel(days: number): string | null {
  const day = dayOfSerial(days)
  return day >= '2000' && day < '2050' ? day : null
}

function dated(typed: string, year: string, month: string, day: string): Suggestion | null {
  const iso = isoDay(Number(year), Number(month), Number(day))
  return isDay(iso) && iso !== typed ? better('date-format', iso) : null
}

const quotes: Guess = ({ text }) => {
  const inner = quoted.exec(text.trim())?.[1]
  return inner === undefined ? null : better('full-width-quote', inner)
}

const digits: Guess = ({ text, value }) => {
  const plain = halfWidth(text)
  const fits = /^-?\d+(\.\d+)?%?$/.test(plain)
  return typeof value === 'string' && fits && plain !== text
    ? better('full-width-digits', plain)
    : null
}

const space: Guess = ({ text }) => {
  const plain = text.trim()
  const [odd] = spaces.exec(text) ?? []
  return odd !== undefined && (isId(plain) || /^-?\d+(\.\d+)?$/.test(plain))
    ? better('odd-space', plain, { space: nameOfSpace(odd), count: '' })
    : null
}

const separated: Guess = ({ text }) =>
  /^\d{1,3}([,，' ]\d{3})+(\.\d+)?$/.test(text)
    ? better('number-with-separator', text.replaceAll(/[,，' ]/g, ''))
    : null

const quotedNumber: Guess = ({ text, value }) =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? better('number-quoted', text) : null

const unit: Guess = ({ text }) => {
  const plain = halfWidth(text).replaceAll(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '')
  const parts = /^(约|近|超过?|共|第)?\s*(\d+(?:\.\d+)?)\s*([^\d\s.][^\d]{0,5})?$/.exec(plain)
  const [, before = '', number = '', after = ''] = parts ?? []
  if (parts === null || before + after === '') return null
  // 6152万 is not 6152: the suggestion has to multiply the number out.
  const [placeWords = ''] = /^[十百千万亿]*/.exec(after) ?? []
  const factor = [...placeWords].reduce((product, word) => product * (placeValues[word] ?? 1), 1)
  if (factor > 1) {
    const whole = String(Math.round(Number(number) * factor))
    const hint = `；要照原文显示的写 { value: ${whole}, stated: ${text} }`
    return better('number-with-unit', whole, { extra: before + after, hint })
  }
  const about = /^[约近]/.test(before) || /[余多]|左右/.test(after)
  const hint = about ? `；是约数的写 { value: ${number}, approximate: true, stated: ${text} }` : ''
  return better('number-with-unit', number, { extra: before + after, hint })
}

/** Matches a figure with its unit, which is a field of its own: 2729条, 约6152万次. */
const measured: Guess = ({ text }) => {
  const parts = /^(约|近)?\s*(\d+(?:\.\d+)?)\s*([^\d\s.]{1,6})$/.exec(halfWidth(text))
  const [, before = '', number = '', after = ''] = parts ?? []
  if (parts === null || /[余多]|左右/.test(after)) return null
  const about = before === '' ? '' : ', approximate: true'
  return better('number-with-unit', `{ value: ${number}, unit: ${after}${about} }`, {
    extra: before + after,
    hint: '，页面会连单位一起显示',
  })
}

/** Matches a range such as 50-60 or 4至9. */
const range: Guess = ({ text }) => {
  const [, least = '', most = ''] =
    /^(\d+(?:\.\d+)?)\s*(?:[-—–~～]|至|到)\s*(\d+(?:\.\d+)?)$/.exec(halfWidth(text)) ?? []
  return least === '' || Number(least) >= Number(most)
    ? null
    : better('number-range', `{ at_least: ${least}, at_most: ${most}, stated: "${text}" }`)
}

const percent: Guess = ({ text }) => {
  const plain = halfWidth(text).replace(quoted, '$1')
  return /^\d+(\.\d+)?$/.test(plain) && (Number(plain) > 1 || plain === '0')
    ? better('percent-sign', `"${plain}%"`)
    : null
}

const yes = ['yes', 'y', 'on', 'true', '是', '有', '对', '√', '1']
const no = ['no', 'n', 'off', 'false', '否', '无', '不', '不是', '×', '0']
const yesNo: Guess = ({ text }) => {
  const word = halfWidth(text).replace(quoted, '$1').toLowerCase()
  return yes.includes(word)
    ? better('yes-no-word', 'true')
    : no.includes(word)
      ? better('yes-no-word', 'false')
      : null
}

const time: Guess = ({ text }) => {
  const plain = halfWidth(text).replace(quoted, '$1')
  const parts = /^(上午|下午|晚上?)?(\d{1,2})(?::|时|点)(\d{2})?分?$/.exec(plain)
  const [, half = '', hour = '', minute = '00'] = parts ?? []
  if (parts === null) return null
  const hours = /^[下晚]/.test(half) && Number(hour) < 12 ? Number(hour) + 12 : Number(hour)
  return hours > 24 || Number(minute) > (hours === 24 ? 0 : 59)
    ? null
    : better('time-format', `"${String(hours).padStart(2, '0')}:${minute}"`)
}

const list: Guess = ({ text }) => {
  const bare = text.replace(/^[[［【](.*)[\]］】]$/, '$1')
  const items = bare
    .split(/[,，、;；\s]+/)
    .map((item) =>
      halfWidth(item)
        .replace(quoted, '$1')
        .replace(/^[-—–•·]/, ''),
    )
    .filter((item) => item !== '')
  if (items.length === 0 || !items.every(isId)) return null
  const [bracket = ''] = /^[［【]/.exec(text) ?? []
  const code = bracket === '' ? 'list-brackets' : 'full-width-bracket'
  const args = bracket === '' ? {} : { found: bracket }
  return better(code, `[${items.join(', ')}]`, args)
}

const ids: Guess = ({ text }) => {
  const items = text.split(/[，、；]\s*/)
  return items.length > 1 && items.every(isId)
    ? better('full-width-comma', items.join(', '), { found: /[，、；]/.exec(text)?.[0] ?? '，' })
    : null
}

const idLetters: Guess = ({ text }) => {
  const plain = halfWidth(text)
  return plain !== text && isId(plain) ? better('full-width-digits', plain) : null
}

/** Matches a text that YAML parsed as a number, a boolean or null because it has no quotes. */
const unquoted: Guess = ({ value, typed }) => {
  if (typed === null || typed === '' || typeof value === 'string') return null
  const shown =
    value === null ? '空值' : typeof value === 'number' ? `数字 ${value}` : String(value)
  const kind = typeof value === 'boolean' ? `“是/否”的 ${shown}` : shown
  return better('text-not-quoted', `"${typed}"`, { typed, kind })
}

const number = [space, digits, separated, quotedNumber, unit]
const idWords = [unquoted, space, quotes, ids, idLetters]

/** The guesses to try, by the problem code of the rejected value. */
const guesses: Readonly<Record<string, readonly Guess[]>> = {
  'expects-date': [quotes, date],
  'expects-date-or-month': [quotes, date, month],
  'expects-start-day': [quotes, date],
  'expects-figure': [...number, range],
  'expects-count': number,
  'expects-number': number,
  'expects-measure': [space, digits, separated, quotedNumber, measured, unit],
  'expects-count-name': number,
  'expects-percent': [percent, quotes],
  'expects-yes-no': [yesNo],
  'expects-yes-no-or-not-stated': [yesNo],
  'expects-time': [time],
  'expects-text': [unquoted],
  'expects-id': idWords,
  'expects-units': [list],
  'expects-audience': [list],
  'expects-list': [list],
  'expects-choice': idWords,
}

/** Matches a comment that became part of a value, as in `49 ＃备注`; null when there is none. */
export function commentIn(text: string): Suggestion | null {
  const [, before = '', rest = ''] =
    /^(.*?\S)(?:\s*＃|#(?=\s*\p{Script=Han}))\s*(.+)$/u.exec(text) ?? []
  return before === '' ? null : better('comment-sign', `${before} # ${rest}`)
}

/**
 * A key and a half-width or full-width colon at the start of a text, as in `failed：1` or
 * `failed:1`.
 */
const entry = new RegExp(`^([^\\s:：]+?)([${oddSpaces}]*[:：][${oddSpaces}]*)(.*)$`, 'u')

/**
 * Matches an entry that became a text or a key because of its colon or the missing space after it.
 */
export function entryIn(text: string): Suggestion | null {
  const [, key = '', character = '', rest = ''] = entry.exec(text.trim()) ?? []
  if (key === '') return null
  const whole = `${key}: ${rest}`.trim()
  if (character.includes('：')) return better('full-width-colon', whole)
  const [odd] = spaces.exec(character) ?? []
  if (odd !== undefined) return better('odd-space', whole, { space: nameOfSpace(odd), count: '' })
  return rest === '' ? null : better('colon-without-space', whole)
}
