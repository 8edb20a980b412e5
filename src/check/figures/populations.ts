import { daysBetween } from '#model/calendar.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { exactCountOf, exactly } from '#model/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Group } from '#schema/group.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * The number of accounts or websites follows from the one before and from those that were opened and
 * closed since, as far as a document prints them.
 */
export const populations: Check = {
  name: 'populations',
  description:
    'The total is the one before, plus those opened and less those closed, where printed.',
  check({ dataset, isUsable }) {
    return dataset.inspections.flatMap((inspection) =>
      Object.entries(inspection.areas).flatMap(([area, group]): Problem[] => {
        const file = inspectionFile(inspection)
        const path = ['areas', area]
        const flows = flowsIn(group)
        const total = exactCountOf(group.tally ?? {}, 'total')
        if (flows === null || total === null || group.as_printed === true) return []
        const before = ownBefore(group) ?? totalBefore(dataset, inspection, area)
        if (before === null || !isUsable(file, path)) return []
        const expected = before.total + flows.opened - flows.closed
        if (expected === total) return []
        const args = {
          label: before.label,
          before: before.total,
          flows: flows.words.join('、'),
          expected,
          total,
        }
        return [
          problem('population-differs', file, atValue(...path, 'tally', 'total'), args, 'warning'),
        ]
      }),
    )
  },
}

interface Flows {
  readonly opened: number
  readonly closed: number
  readonly words: readonly string[]
}

/** What a document calls accounts that come or go. Those that only should go are still there. */
const opening = /^(?:新增|新开|新建|开通|补录|重开|恢复)/
const closing = /^(?:关停|注销|关闭|停用|去重|合并|清理|关停注销)(?!前|后|率|未)/

/** The printed numbers of those opened and closed; null when none is printed, or one is not exact. */
function flowsIn({ figures = {} }: Group): Flows | null {
  let [opened, closed] = [0, 0]
  const words: string[] = []
  for (const [name, measure] of Object.entries(figures)) {
    const isOpening = opening.test(name)
    if (!isOpening && !closing.test(name)) continue
    const number = exactly(measure)
    if (number === null) return null
    if (isOpening) opened += number
    else closed += number
    words.push(`${name}${number}`)
  }
  return words.length === 0 ? null : { opened, closed, words }
}

interface Before {
  readonly label: string
  readonly total: number
}

/** The number before a clean-up that the document prints itself. */
function ownBefore({ figures = {} }: Group): Before | null {
  for (const [label, measure] of Object.entries(figures)) {
    const total = /^(?:清理前|原有|上期|上季度末?)/.test(label) ? exactly(measure) : null
    if (total !== null) return { label, total }
  }
  return null
}

/** In days: openings are counted since the round before, not since a year. */
const nearby = 100

/** The total of the same area in the office's round just before. */
function totalBefore(dataset: Dataset, inspection: Inspection, area: string): Before | null {
  const previous = dataset.inspections.findLast(
    ({ issuer, activity, period }) =>
      issuer === inspection.issuer &&
      activity === inspection.activity &&
      period.end < inspection.period.start,
  )
  if (previous === undefined) return null
  if (daysBetween(previous.period.end, inspection.period.start) > nearby) return null
  const total = exactCountOf(previous.areas[area]?.tally ?? {}, 'total')
  return total === null ? null : { label: previous.period.label, total }
}
