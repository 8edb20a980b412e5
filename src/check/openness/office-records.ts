import { authoredFile } from '#schema/authored-files.ts'
import { isDay } from '#model/calendar.ts'
import { isYear, unitLedgers } from '#model/openness-files.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/** A list is complete only when the office looked after the year; the gazette follows its document. */
export const officeRecords: Check = {
  name: 'office-records',
  description:
    'No list is called complete before the year has passed and somebody looked, and no issue of the gazette is of another year than its document.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    const published = new Map(
      unitLedgers(dataset).flatMap(({ ledger }) =>
        Object.entries(ledger.policies ?? {}).map(([id, policy]) => [id, policy.published]),
      ),
    )
    for (const [year, { units = {}, gazette = {} }] of Object.entries(dataset.opennessOffice)) {
      if (!isYear(year)) continue
      const file = authoredFile('openness-office', year)
      for (const [unit, { looked_on: looked, complete }] of Object.entries(units)) {
        if (complete !== true || !isUsable(file, ['units', unit])) continue
        if (looked !== undefined && looked > `${year}-12-31`) continue
        const args = {
          looked: looked === undefined ? '没有填' : `是 ${looked}，这一年还没有过完`,
        }
        problems.push(problem('complete-early', file, atValue('units', unit, 'complete'), args))
      }
      for (const [id, issue] of Object.entries(gazette.printed ?? {})) {
        const day = published.get(id)
        const named = /(?<!\d)((?:19|20)\d{2})\s*年/.exec(issue)?.[1]
        if (day === undefined || named === undefined || !isDay(day)) continue
        if (named === day.slice(0, 4)) continue
        const args = { issue, date: day }
        const place = atValue('gazette', 'printed', id)
        problems.push(problem('gazette-year', file, place, args, 'warning'))
      }
    }
    return problems
  },
}
