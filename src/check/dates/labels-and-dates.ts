import { daysBetween } from '#model/calendar.ts'
import type { Dataset } from '#model/dataset.ts'
import { groupsIn, groupsOf } from '#model/groups.ts'
import type { window } from '#schema/group.ts'
import type { Period } from '#schema/period.ts'
import { atValue, type Path } from '#messages/problem.ts'
import type { z } from 'zod'
import { reportsOf } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { spanOf, type Span } from './printed-time.ts'

/** A label that names a quarter, a half-year, months or a year agrees with its dates. */
export const labelsAndDates: Check = {
  name: 'labels-and-dates',
  description: 'What a period or a window is called agrees with its first and last day.',
  check({ dataset, isUsable }) {
    return [...labelled(dataset)].flatMap(({ file, path, dates, isWindow }) => {
      const { label, start, end } = dates
      if (label === undefined || (start ?? end) === undefined || !isUsable(file, path)) return []
      // Dates in the wrong order are reported by another rule.
      if (start !== undefined && end !== undefined && end < start.slice(0, end.length)) return []
      const near = yearsOf(dates).map((year) => spanOf(label, year))
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
  for (const { file, report } of reportsOf(dataset)) {
    if (report.window !== undefined)
      yield { file, path: ['window'], dates: report.window, isWindow: true }
    for (const { group, path } of groupsIn(report.results ?? {}, ['results']))
      if (group.window !== undefined)
        yield { file, path: [...path, 'window'], dates: group.window, isWindow: true }
  }
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
  span: Span,
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
