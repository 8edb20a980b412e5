import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Site } from '#schema/site.ts'
import { dayAfter, weekdayOf } from './calendar.ts'
import { computedOnce } from './memoized.ts'

/**
 * China's working days: weekends, and the holidays and make-up days of the State Council's yearly
 * notices. The office's own data has priority; for other years the package `chinese-days` is used.
 * Only its table of ISO days is used, since its functions depend on the machine's time zone.
 */
export type Holidays = Site['holidays']

/** Whether a year's notice is known, from the data or from the package. */
const isKnown = (year: string, holidays: Holidays): boolean =>
  Object.hasOwn(holidays ?? {}, year) || packagedYears().has(year)

// Computed on first use: at the top of the module it would bring the calendar into every script.
const packagedYears = /* @__PURE__ */ computedOnce(
  (): ReadonlySet<string> => new Set(Object.keys(calendar.holidays).map((day) => day.slice(0, 4))),
)

/** The years whose notices are known, in their order. */
export const knownYears = (holidays: Holidays): string[] =>
  [...new Set([...packagedYears(), ...Object.keys(holidays ?? {})])].sort()

/** Whether a day is a working day; null if the notice of its year is not known. */
export function isWorkingDay(day: string, holidays: Holidays): boolean | null {
  const year = day.slice(0, 4)
  // The notice of the next year may begin in December.
  for (const { off, work = [] } of Object.values(holidays ?? {})) {
    if (work.includes(day)) return true
    if (off.some(({ start, end }) => start <= day && day <= end)) return false
  }
  if (!isKnown(year, holidays)) return null
  if (!Object.hasOwn(holidays ?? {}, year)) {
    if (Object.hasOwn(calendar.workdays, day)) return true
    if (Object.hasOwn(calendar.holidays, day)) return false
  }
  return !isWeekend(day)
}

export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day))

/**
 * The last of a number of working days after a day, which itself is not counted; or the first year
 * whose notice would be needed but is not known.
 */
export function workingDaysAfter(
  start: string,
  days: number,
  holidays: Holidays,
): { readonly last: string } | { readonly unknownYear: string } {
  let day = start
  for (let left = days; left > 0;) {
    day = dayAfter(day)
    const works = isWorkingDay(day, holidays)
    if (works === null) return { unknownYear: day.slice(0, 4) }
    if (works) left -= 1
  }
  return { last: day }
}

/** The working days after a day, up to and with another; null if the notice of a year is not known. */
export function workingDaysBetween(start: string, end: string, holidays: Holidays): number | null {
  let count = 0
  for (let day = start; day < end;) {
    day = dayAfter(day)
    const works = isWorkingDay(day, holidays)
    if (works === null) return null
    if (works) count += 1
  }
  return count
}
