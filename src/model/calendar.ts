/**
 * Arithmetic of dates. Dates are ISO strings in the whole program, so that no time zone can move
 * them; only this file converts them to day numbers.
 */

const dayLength = 86_400_000

/** Whole days since 1970-01-01 of an ISO day. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayLength
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The ISO day a number of days after an ISO day, or before it if the number is negative. */
export const addDays = (day: string, days: number): string =>
  new Date((dayNumber(day) + days) * dayLength).toISOString().slice(0, 10)

/** The ISO day of a day number of spreadsheets, which is right from March 1900. */
export const dayOfSerial = (days: number): string => addDays(serialStart, days)

/** The day number of an ISO day in spreadsheets. */
export const serialDay = (day: string): number => daysBetween(serialStart, day)

/** The day from which spreadsheets count, as if there had been a 29 February 1900. */
const serialStart = '1899-12-30'

export const dayBefore = (day: string): string => addDays(day, -1)
export const dayAfter = (day: string): string => addDays(day, 1)

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** The last ISO day of a month. */
export const lastOfMonth = (year: number, month: number): string =>
  dayBefore(isoDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1))

export const isoDay = (year: number, month: number, day: number): string =>
  [
    String(year).padStart(4, '0'),
    ...[month, day].map((part) => String(part).padStart(2, '0')),
  ].join('-')

/** Months since the year 0 of the month of a date. */
const monthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** Months from the month of one day or month to that of another; 0 within one month. */
export const monthsBetween = (from: string, to: string): number =>
  monthNumber(to) - monthNumber(from)

/** The same day a number of months later, or the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [, , date = 1] = day.split('-').map(Number)
  const count = monthNumber(day) + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = lastOfMonth(year, month)
  const wanted = isoDay(year, month, date)
  return wanted < last ? wanted : last
}

/** "2024年6月6日", or "2023年12月" for a month. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-')
  const start = `${year}年${Number(month)}月`
  return day === undefined ? start : `${start}${Number(day)}日`
}

/** Today in a time zone, as an ISO day. `now` is a parameter so that nothing here reads the clock. */
export function dayIn(timeZone: string, now: Date): string {
  // The Swedish locale writes ISO dates.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
}

/** The moment of a clock time in a time zone, in UTC as calendars write it: `20250416T040000Z`. */
export function momentIn(timeZone: string, day: string, time: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const shownAt = (moment: number): number =>
    Date.parse(`${format.format(moment).replace(' ', 'T')}Z`)
  // The first step applies the zone's offset from UTC; the second corrects it if the offset differs
  // on that day.
  const near = wall - (shownAt(wall) - wall)
  const moment = near - (shownAt(near) - wall)
  return new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '')
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))]
  if (day < 1 || day > (monthLengths[month - 1] ?? 0)) return false
  return month !== 2 || day <= 28 || isLeap(Number(text.slice(0, 4)))
}
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
