import { authoredFile } from '#schema/authored-files.ts'
import { dayAfter } from '#model/calendar.ts'
import { isWeekend } from '#model/working-days.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { problem, type Check } from '../check.ts'

const file = authoredFile('site')

/** Holidays and make-up days in the settings do not contradict each other or the calendar. */
export const holidays: Check = {
  name: 'holidays',
  description:
    'Holidays end after they begin, lie in their year and do not overlap; make-up days are weekend days.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    const seen = new Set<string>()
    for (const [year, { off, work = [] }] of Object.entries(dataset.site.holidays ?? {})) {
      const at = (...path: Path): Path => ['holidays', year, ...path]
      if (!isUsable(file, at())) continue
      const checkDuplicate = (day: string, path: Path): void => {
        if (seen.has(day)) problems.push(problem('holiday-twice', file, atValue(...path), { day }))
        seen.add(day)
      }
      const inYear = (day: string, path: Path): boolean => {
        if (isOfYear(day, year)) return true
        problems.push(problem('holiday-outside-year', file, atValue(...path), { day, year }))
        return false
      }
      for (const [n, { start, end }] of off.entries()) {
        const path = at('off', n)
        if (end < start) {
          problems.push(problem('period-backwards', file, atValue(...path, 'end'), { start, end }))
          continue
        }
        // Both dates are reported, since either may be wrong.
        const [first, last] = [inYear(start, [...path, 'start']), inYear(end, [...path, 'end'])]
        if (!first || !last) continue
        for (let day = start; day <= end; day = dayAfter(day)) checkDuplicate(day, path)
      }
      for (const [n, day] of work.entries()) {
        const path = at('work', n)
        if (!inYear(day, path)) continue
        checkDuplicate(day, path)
        if (!isWeekend(day))
          problems.push(problem('make-up-on-weekday', file, atValue(...path), { day }))
      }
    }
    return problems
  },
}

/**
 * Whether a day belongs to the notice of a year, which may start in the last days of the year
 * before: New Year of 2023 on 2022-12-31.
 */
const isOfYear = (day: string, year: string): boolean =>
  day.startsWith(`${year}-`) || day.startsWith(`${Number(year) - 1}-12-`)
