import { daysBetween } from '#model/calendar.ts'
import type { Dataset } from '#model/dataset.ts'
import { groupsIn, groupsOf } from '#model/groups.ts'
import type { window } from '#schema/window.ts'
import type { Period } from '#schema/period.ts'
import { chineseNumber, digitCharacters } from '#model/chinese-numeral.ts'
import { halfWidth } from '#model/plain-text.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import type { z } from 'zod'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { isDayOf, type PrintedDay, printedDays, labelSpan, type TimeSpan } from './printed-time.ts'

/** A label that names a quarter, a half-year, months or a year agrees with its dates. */
export const labelsAndDates: Check = {
  name: 'labels-and-dates',
  description: 'What a period or a window is called agrees with its first and last day.',
  check({ dataset, isUsable }) {
    return [...labelled(dataset)].flatMap(({ file, path, dates, isWindow }) => {
      const { label, start, end } = dates
      const numbers = differentNumbers(dates, file, path)
      if (numbers.length > 0) return numbers
      if (label === undefined || (start ?? end) === undefined || !isUsable(file, path)) return []
      // Dates in the wrong order are reported by another rule.
      if (start !== undefined && end !== undefined && end < start.slice(0, end.length)) return []
      const days = daysOf(label, yearsOf(dates))
      if (days !== null) return otherDays(days, dates, file, path)
      const near = yearsOf(dates).map((year) => labelSpan(label, year))
      const [span] = near
      if (span === undefined || span === null) return []
      const off = near.map((one) => (one === null ? [] : farFrom(one, start, end, isWindow)))
      const [first] = off
      if (first === undefined || off.some((ends) => ends.length === 0)) return []
      // If both dates disagree with the label, the label is more likely wrong.
      const key = first.length === 2 ? 'label' : (first[0] ?? 'label')
      const found = [start, end].filter(Boolean).join(' 至 ')
      const args = { label, from: span.start, to: span.end, found }
      return [problem('label-differs', file, atValue(...path, key), args, 'warning')]
    })
  },
}

interface Labelled {
  readonly file: string
  readonly path: Path
  readonly dates: Partial<Period> | z.infer<typeof window>
  /** Whether this is a window, which may be narrower than its label says. */
  readonly isWindow: boolean
}

function* labelled(dataset: Dataset): Generator<Labelled> {
  for (const inspection of dataset.inspections) {
    const file = inspectionFile(inspection)
    yield { file, path: ['period'], dates: inspection.period, isWindow: false }
    for (const [id, { period }] of Object.entries(inspection.deadlines ?? {}))
      if (period !== undefined)
        yield { file, path: ['deadlines', id, 'period'], dates: period, isWindow: false }
    for (const { group, path } of groupsOf(inspection))
      if (group.window !== undefined)
        yield { file, path: [...path, 'window'], dates: group.window, isWindow: true }
    for (const [id, { window: dates }] of Object.entries(inspection.issues ?? {}))
      if (dates !== undefined) yield { file, path: ['issues', id, 'window'], dates, isWindow: true }
  }
  for (const { file, report } of namedReports(dataset)) {
    if (report.window !== undefined)
      yield { file, path: ['window'], dates: report.window, isWindow: true }
    for (const { group, path } of groupsIn(report.results ?? {}, ['results']))
      if (group.window !== undefined)
        yield { file, path: [...path, 'window'], dates: group.window, isWindow: true }
  }
}

/** The first and last day that a label prints; the last is null in 2023年12月以来. */
interface Days {
  readonly first: PrintedDay
  readonly last: PrintedDay | null
}

/**
 * The days in a label such as 3月11日至6月10日 or 2023年12月以来; null for other labels. Without a year it
 * is the year of the dates.
 */
function daysOf(label: string, years: readonly number[]): Days | null {
  const [first, last, ...others] = printedDays(label)
  if (first === undefined || others.length > 0 || years.length === 0) return null
  const between = last === undefined ? '' : label.slice(first.index + first.text.length, last.index)
  const before = label.slice(0, first.index)
  const rest = label.slice((last ?? first).index + (last ?? first).text.length)
  if (before.trim() !== '' || !/^(?:以来|起|期间|）)?$/.test(rest.trim())) return null
  if (last === undefined) return /以来|起/.test(rest) ? { first, last: null } : null
  // Whole months are a span, which is compared with some tolerance.
  if (first.day === null || last.day === null || !/^\s*(?:至|到|[-—–~～]+)\s*$/.test(between))
    return null
  // 2023年12月20日至2024年3月20日, or 3月11日至6月10日 of one year.
  return { first, last: { ...last, year: last.year ?? first.year } }
}

function otherDays(
  { first, last }: Days,
  dates: Labelled['dates'],
  file: string,
  path: Path,
): Problem[] {
  const { label = '', start, end } = dates
  const isOther = (printed: PrintedDay | null, date: string | undefined): boolean =>
    printed !== null &&
    date !== undefined &&
    !isDayOf(printed.day === null || date.length > 7 ? printed : { ...printed, day: null }, date) &&
    // A printed month is right for any of its days.
    !(printed.day === null && isDayOf(printed, date.slice(0, 7)))
  const key = isOther(first, start) ? 'start' : isOther(last, end) ? 'end' : null
  if (key === null) return []
  const args = {
    label,
    from: first.text,
    to: last?.text ?? '以后',
    found: [start, end].filter(Boolean).join(' 至 '),
  }
  return [problem('label-differs', file, atValue(...path, key), args, 'warning')]
}

const counted = [
  { field: 'sequence', units: '次期轮', title: '本年第几次' },
  { field: 'batch', units: '批', title: '第几批' },
] as const

/** A label such as 2024年第5次 agrees with the recorded number. */
function differentNumbers(dates: Labelled['dates'], file: string, path: Path): Problem[] {
  const { label } = dates
  if (label === undefined) return []
  return counted.flatMap(({ field, units, title }) => {
    const value = field in dates ? (dates as Partial<Period>)[field] : undefined
    const [, number = '', unit = ''] =
      new RegExp(`第([${digitCharacters}十百\\d]+)([${units}])`).exec(halfWidth(label)) ?? []
    const named = /^\d+$/.test(number) ? Number(number) : chineseNumber(number)
    if (value === undefined || number === '' || named === null || named === value) return []
    const args = { label, named, unit, field, title, value }
    return [problem('label-number-differs', file, atValue(...path, field), args, 'warning')]
  })
}

/** The years that a label without a year may refer to. */
const yearsOf = ({ start, end }: Labelled['dates']): number[] => [
  ...new Set(
    [start, end].flatMap((date) => (date === undefined ? [] : [Number(date.slice(0, 4))])),
  ),
]

/** Tolerance in days: a quarter may be counted from the 20th of the month before. */
const tolerance = 20

function farFrom(
  span: TimeSpan,
  start: string | undefined,
  end: string | undefined,
  isWindow: boolean,
): ('start' | 'end')[] {
  const first = start?.length === 7 ? `${start}-01` : start
  // A month without a day stands for a day no later than its last, which is within the tolerance.
  const last = end?.length === 7 ? `${end}-28` : end
  const early = (date: string): number => daysBetween(date, span.start)
  const late = (date: string): number => daysBetween(span.end, date)
  const startsFar = (date: string): boolean =>
    early(date) > tolerance || (isWindow ? late(date) > 0 : early(date) < -tolerance)
  const endsFar = (date: string): boolean =>
    late(date) > tolerance || (isWindow ? early(date) > 0 : late(date) < -tolerance)
  return [
    ...(first !== undefined && startsFar(first) ? (['start'] as const) : []),
    ...(last !== undefined && endsFar(last) ? (['end'] as const) : []),
  ]
}
