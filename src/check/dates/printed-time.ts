import { chineseNumber, digitByDigit, digitCharacters } from '#model/chinese-numeral.ts'
import { isoDay, lastOfMonth } from '#model/calendar.ts'
import { halfWidth } from '#model/plain-text.ts'

/** A day or month as written in prose: 2024年3月15日, 3月底, 二〇二四年三月十五日, 2024.3.15. */
export interface PrintedDay {
  /** The text as written, and its position. */
  readonly text: string
  readonly index: number
  readonly year: number | null
  readonly month: number
  /** Null for a month. */
  readonly day: number | 'last' | null
}

/** 十五 and 15 as 15, for what `number` below matches. */
const numberFrom = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? 0)

const number = String.raw`\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]`
const dayInProse = new RegExp(
  String.raw`(?:(?<!\d)(\d{4}|[${digitCharacters}]{4}) ?年 ?)?(?<![\d十])(${number}) ?月(?!度)(?: ?(?:(${number}) ?[日号]|(底|末)))?` +
    String.raw`|(?<![\d.-])(\d{4})([-/.])(\d{1,2})\6(\d{1,2})(?![\d.-])`,
  'g',
)

/** Every day and month in a text. */
export function printedDays(text: string): PrintedDay[] {
  if (!/月|[\d０-９]{4}/.test(text)) return []
  return [...halfWidth(text).matchAll(dayInProse)].flatMap((match) => {
    const [whole, y, m, d, last, isoYear, , isoMonth, isoDate] = match
    const month = numberFrom(m ?? isoMonth ?? '')
    const year = y ?? isoYear
    const written = d ?? isoDate
    const day = last !== undefined ? 'last' : written === undefined ? null : numberFrom(written)
    return [
      {
        text: text.slice(match.index, match.index + whole.length),
        index: match.index,
        year: year === undefined ? null : Number(digitByDigit(year)),
        month,
        day,
      } as const,
    ]
  })
}

/** Whether a printed day or month can be the given ISO day or month. */
export function isDayOf({ year, month, day }: PrintedDay, iso: string): boolean {
  const [isoYear = 0, isoMonth = 0, isoDate] = iso.split('-').map(Number)
  if ((year !== null && year !== isoYear) || month !== isoMonth) return false
  if (day === 'last') return iso === lastOfMonth(isoYear, isoMonth)
  return day === (isoDate ?? null)
}

/** The clock times in a text, 下午5时 as 17:00. */
export function printedClocks(text: string): string[] {
  const pattern = new RegExp(
    String.raw`(上午|早上|凌晨|中午|下午|傍晚|晚上|晚)? ?(?<![\d十])(${number})(?: ?:(\d{2})(?!\d)| ?[时点](?![间限段期])(?:(${number})分|(半))?)`,
    'g',
  )
  return [...halfWidth(text).matchAll(pattern)].map(([, part, hour = '', colon, minute, half]) => {
    const typed = numberFrom(hour)
    const isLate = part !== undefined && /下午|傍晚|晚/.test(part) && typed < 12
    const isNoon = part === '中午' && typed < 3
    const minutes = half === undefined ? Number(colon ?? numberFrom(minute ?? '0')) : 30
    return [typed + (isLate || isNoon ? 12 : 0), minutes]
      .map((one) => String(one).padStart(2, '0'))
      .join(':')
  })
}

export interface TimeSpan {
  readonly start: string
  readonly end: string
}

const spanInWords = new RegExp(
  String.raw`^(?:(\d{4})年?度?)? ?(?:第?([一二三四1-4])季度|[Qq]([1-4])|(上|下)半年|前([二三2-3])个?季度|(${number})(?:月?[-—–~～至到](${number}))?月份?|(全年|))$`,
)

/**
 * The days covered by a label such as 2024年第一季度, 上半年 or 1—3月, in the year that it names or else in
 * the given year; null for other labels.
 */
export function labelSpan(label: string, year: number): TimeSpan | null {
  const match = spanInWords.exec(halfWidth(label).trim())
  if (match === null) return null
  const [, named, quarter, short, half, first, from, to, whole] = match
  if (whole === '' && named === undefined) return null
  const months = (): [number, number] => {
    const one = quarter ?? short
    if (one !== undefined) return [numberFrom(one) * 3 - 2, numberFrom(one) * 3]
    if (half !== undefined) return half === '上' ? [1, 6] : [7, 12]
    if (first !== undefined) return [1, numberFrom(first) * 3]
    if (from !== undefined) return [numberFrom(from), numberFrom(to ?? from)]
    return [1, 12]
  }
  const [start, end] = months()
  if (start < 1 || end > 12 || start > end) return null
  const in_ = named === undefined ? year : Number(named)
  return { start: isoDay(in_, start, 1), end: lastOfMonth(in_, end) }
}
