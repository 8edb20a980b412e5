import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { dayAfter, weekdayOf } from './calendar.ts'

/**
 * China's working days: the weekends, and the holidays and make-up days of the State Council's
 * yearly notices as the package `chinese-days` holds them. Only its table is used, by ISO days: its
 * functions go through the machine's time zone.
 */
const holidays: Readonly<Record<string, string>> = calendar.holidays
const makeUpDays: Readonly<Record<string, string>> = calendar.workdays

const years = Object.keys(holidays)
  .map((day) => day.slice(0, 4))
  .sort()

/** The first and the last year whose notice is known; between them every year is. */
export const knownYears = { first: years.at(0) ?? '', last: years.at(-1) ?? '' } as const

/** Whether people work on a day; null in a year whose notice is not known. */
export function isWorkingDay(day: string): boolean | null {
  const year = day.slice(0, 4)
  if (year < knownYears.first || year > knownYears.last) return null
  if (Object.hasOwn(makeUpDays, day)) return true
  if (Object.hasOwn(holidays, day)) return false
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
