import { authoredFile } from '#schema/authored-files.ts'
import { daysBetween } from '#model/calendar.ts'
import { indexDataset, type Inspection } from '#model/dataset.ts'
import type { Period } from '#schema/period.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * Dates are within a plausible distance of their period. A wrong digit in a year (2042, 0204) still
 * gives a valid date.
 */
export const datesInReach: Check = {
  name: 'dates-in-reach',
  description: 'No date lies years from its period, and no period begins after it is published.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    const checkReach = (
      file: string,
      path: Path,
      period: Period,
      date: string,
      years: Reach,
    ): void => {
      const far = yearsApart(date, period)
      const limit = far < 0 ? years.before : years.after
      if (Math.abs(far) <= limit || !isUsable(file, path)) return
      const args = { date, period: period.label, years: limit }
      problems.push(problem('date-far', file, atValue(...path), args, 'warning'))
    }
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { period, published_here: here } = inspection
      if (!isUsable(file, ['period'])) continue
      if (here < period.start && isUsable(file, ['published_here'])) {
        const args = { start: period.start, name: '本站发布日期', date: here, at: 'published_here' }
        problems.push(
          problem('period-not-begun', file, atValue('period', 'start'), args, 'warning'),
        )
        continue
      }
      problems.push(...documentTooEarly(inspection, file))
      for (const { path, date, reach } of datesOf(inspection))
        checkReach(file, path, period, date, reach)
    }
    const { orders } = indexDataset(dataset)
    const periodOf = (id: string): Period | undefined => orders.get(id)?.deadline.period
    for (const { file, period: id, report } of namedReports(dataset)) {
      const period = periodOf(id)
      if (period !== undefined && /^\d/.test(report.published))
        checkReach(file, ['published'], period, report.published, near)
    }
    for (const [id, { looked_on: looked }] of Object.entries(dataset.registers)) {
      const period = periodOf(id)
      if (period !== undefined && looked !== undefined)
        checkReach(authoredFile('register', id), ['looked_on'], period, looked, near)
    }
    return problems
  },
}

/**
 * A period must have begun when its document is signed. A date that is years away is reported by
 * the other check.
 */
function documentTooEarly({ period, document = {} }: Inspection, file: string): Problem[] {
  const names = { issued: '成文日期', published: '原发布日期' } as const
  return (['issued', 'published'] as const).flatMap((key) => {
    const date = document[key]
    if (date === undefined || date >= period.start.slice(0, date.length)) return []
    if (-yearsApart(date, period) > near.before) return []
    const args = { start: period.start, name: names[key], date, at: `document.${key}` }
    return [problem('period-not-begun', file, atValue('document', key), args, 'warning')]
  })
}

/** How many years a date may lie before and after its period. */
interface Reach {
  readonly before: number
  readonly after: number
}

const near: Reach = { before: 3, after: 3 }
/** An old document may be published on the web years later. */
const archived: Reach = { before: 3, after: 15 }
/** A site may have been without updates for years when an inspection finds it. */
const longAgo: Reach = { before: 25, after: 3 }

interface Dated {
  readonly path: Path
  readonly date: string
  readonly reach: Reach
}

function datesOf(inspection: Inspection): Dated[] {
  const { document = {}, deadlines = {}, issues = {} } = inspection
  const at = (path: Path, date: string | undefined, reach: Reach = near): Dated[] =>
    date === undefined ? [] : [{ path, date, reach }]
  return [
    ...at(['published_here'], inspection.published_here, archived),
    ...at(['rechecked_until'], inspection.rechecked_until),
    ...at(['document', 'issued'], document.issued),
    ...at(['document', 'published'], document.published, archived),
    ...at(['document', 'reposted'], document.reposted, archived),
    ...Object.entries(deadlines).flatMap(([id, { due, period }]) => [
      ...at(['deadlines', id, 'due'], due),
      ...at(['deadlines', id, 'period', 'start'], period?.start),
      ...at(['deadlines', id, 'period', 'end'], period?.end),
    ]),
    ...Object.entries(issues).flatMap(([id, { window, rectification = [] }]) => [
      ...at(['issues', id, 'window', 'start'], window?.start, longAgo),
      ...at(['issues', id, 'window', 'end'], window?.end, longAgo),
      ...rectification.flatMap(({ on }, n) => at(['issues', id, 'rectification', n, 'on'], on)),
    ]),
  ]
}

/** Years from a period to a date: negative if it lies before the period, 0 if inside. */
function yearsApart(date: string, { start, end }: Period): number {
  const day = date.length === 7 ? `${date}-01` : date
  if (day < start) return -daysBetween(day, start) / 366
  return day > end ? daysBetween(end, day) / 366 : 0
}
