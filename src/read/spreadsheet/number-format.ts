import { dayOfSerial } from '#model/calendar.ts'

/** How a number in a cell is read, by the format of the cell (ECMA-376, section 18.8.30). */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  /** Shown as a percentage or with leading zeros: read as shown. */
  | { readonly kind: 'shown'; readonly pattern: string }

const plain: NumberFormat = { kind: 'plain' }
const date: NumberFormat = { kind: 'date' }

/**
 * The built-in formats that are dates or percentages. 27 to 36 and 50 to 58 are dates in Chinese
 * and other East Asian programs.
 */
const dates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
] as const
const percentages: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  67: '0%',
  68: '0.00%',
}

/** The format with an id, from the workbook's own formats or the built-in ones. */
export function numberFormatOf(id: number, own: ReadonlyMap<number, string>): NumberFormat {
  const pattern = own.get(id) ?? percentages[id]
  if (pattern !== undefined) return patternFormat(pattern)
  return dates.some(([from, to]) => id >= from && id <= to) ? date : plain
}

function patternFormat(pattern: string): NumberFormat {
  if (isDatePattern(pattern)) return date
  return pattern.includes('%') || /^0{2,}$/.test(pattern) ? { kind: 'shown', pattern } : plain
}

/**
 * Parts of a pattern that are not digits or dates: quoted and escaped text, paddings, fillers,
 * colours, conditions.
 */
const noDigits = /"[^"]*"?|\\[^]|_[^]|\*[^]|\[(?![hms]+\])[^\]]*\]?/gi

/** Whether a pattern shows a part of a date or of a time of day. */
function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(noDigits, '').replace(/general/gi, '')
  return /[ymdhsg]|AM\/PM|A\/P|上午\/下午|e(?![+-])|b[12]/i.test(bare)
}

/**
 * Formats a number as its cell shows it. A pattern other than a percentage or leading zeros is
 * shown as a percentage.
 */
export function shownNumber(value: number, pattern: string): string {
  const { section, size } = sectionFor(value, pattern.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/))
  const literal = section.replace(/\[[^\]]*\]|_[^]|\*[^]/g, '')
  const [, before = '', digits = '', after = ''] =
    /^((?:"[^"]*"|\\[^]|[^"\\#0?.,])*)([#0?.,]*)([^]*)$/.exec(literal) ?? []
  if (/[#0?]/.test(bareText(after)) || /[eE/]/.test(bareText(after))) return percentage(value)
  const percent = (bare(before) + bare(after)).split('%').length - 1
  const text = `${bareText(before)}${digitsText(size, percent * 2, digits)}${bareText(after)}`
  return text.trim()
}

/**
 * The section of a pattern for a number: the first whose condition holds, else the one for positive
 * numbers, negative numbers or zero.
 */
function sectionFor(value: number, sections: readonly string[]): { section: string; size: number } {
  const size = Math.abs(value)
  const [positive = '', negative, zero] = sections
  if (condition.test(positive)) {
    const section = sections.find((one) => holds(one, value)) ?? positive
    return { section: value < 0 && !/\[</.test(section) ? `\\-${section}` : section, size }
  }
  if (value < 0)
    return negative === undefined
      ? { section: `\\-${positive}`, size }
      : { section: negative, size }
  return { section: value === 0 ? (zero ?? positive) : positive, size }
}

const condition = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/

/** Whether a number meets the condition of a section; a section without one accepts all numbers. */
function holds(section: string, value: number): boolean {
  const [, operator, written] = condition.exec(section) ?? []
  const limit = Number(written)
  switch (operator) {
    case undefined:
      return true
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '=':
      return value === limit
    default:
      return value !== limit
  }
}

/**
 * A pattern without its quoted and escaped text (`bare`), or with the quotes and escapes removed
 * (`bareText`).
 */
const bare = (pattern: string): string => pattern.replace(/"[^"]*"|\\[^]/g, '')
const bareText = (pattern: string): string => pattern.replace(/"([^"]*)"|\\([^])/g, '$1$2')

function digitsText(size: number, places: number, digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const least = fraction.replace(/[^0]/g, '').length
  const most = fraction.replace(/[^#0?]/g, '').length
  const rounded = decimal(size, places, most)
  const [units = '', rest = ''] = rounded.split('.')
  const zeros = whole.replace(/[^0]/g, '').length
  const padded = (units === '0' ? '' : units).padStart(zeros, '0')
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded
  const shown = rest.slice(0, least) + rest.slice(least).replace(/0+$/, '')
  return digits.includes('.') ? `${grouped}.${shown}` : grouped
}

/**
 * Shifts a number by decimal places and rounds it half away from zero, by its 15 significant
 * digits.
 */
function decimal(size: number, places: number, fraction: number): string {
  const [digits = '', exponent = '0'] = size.toExponential(14).split('e')
  const moved = Math.round(Number(`${digits}e${Number(exponent) + places + fraction}`))
  return Number(`${moved}e-${fraction}`).toFixed(fraction)
}

const percentage = (value: number): string => `${Number((value * 100).toPrecision(15))}%`

/** The last serial date of a workbook: 9999-12-31. */
const lastDay = 2_958_465
const secondsOfDay = 86_400
/** Days between the two epochs, 1900 and 1904. */
const daysFrom1904 = 1462

/**
 * Converts a serial date to `2024-03-15`, with the time of day where there is one; null for a
 * number outside the range. In the 1900 system the programs have a 29 February 1900.
 */
export function dayText(value: number, from1904: boolean): string | null {
  // Times of day often have small rounding errors.
  const seconds = Math.floor(value * secondsOfDay + 1e-4)
  const days = Math.floor(seconds / secondsOfDay) + (from1904 ? daysFrom1904 : 0)
  if (seconds < 0 || days > lastDay) return null
  const minutes = Math.floor((seconds % secondsOfDay) / 60)
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  if (days === 0) return time
  const day =
    days === nonexistentLeapDay
      ? '1900-02-29'
      : dayOfSerial(days < nonexistentLeapDay ? days + 1 : days)
  return minutes > 0 ? `${day} ${time}` : day
}

const nonexistentLeapDay = 60
const two = (part: number): string => String(part).padStart(2, '0')
