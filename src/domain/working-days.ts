import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { dayAfter, weekdayOf } from './calendar.ts'

/**
 * China's working days: the weekends, and the holidays and make-up days of the State Council's
 * yearly notices as the package `chinese-days` holds them. Only its table is used, by ISO days: its
 * functions go through the machine's time zone. Nothing is made of the table before it is asked for,
 * so that it stays out of what runs in a browser.
 */
const isIn = (days: object, day: string): boolean => Object.hasOwn(days, day)

/** The first and the last year whose notice is known; between them every year is. */
export function knownYears(): { readonly first: string; readonly last: string } {
  years ??= Object.keys(calendar.holidays)
    .map((day) => day.slice(0, 4))
    .sort()
  return { first: years.at(0) ?? '', last: years.at(-1) ?? '' }
}
let years: readonly string[] | undefined

/** Whether people work on a day; null in a year whose notice is not known. */
export function isWorkingDay(day: string): boolean | null {
  const { first, last } = knownYears()
  const year = day.slice(0, 4)
  if (year < first || year > last) return null
  if (isIn(calendar.workdays, day)) return true
  if (isIn(calendar.holidays, day)) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** The last of so many working days after a day, which itself is not counted; null when not known. */
export function workingDaysAfter(start: string, days: number): string | null {
  let day = start
  for (let left = days; left > 0;) {
    day = dayAfter(day)
    const works = isWorkingDay(day)
    if (works === null) return null
    if (works) left -= 1
  }
  return day
}
