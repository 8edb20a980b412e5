import { countOf, numberOf } from '#domain/figure.ts'
import { countNames, type CountName, type Figure, type Tally } from '#schema/figure.ts'
import { splitNames, type Area, type Split, type SplitName } from '#schema/group.ts'
import { atKey, atValue, type Level, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** Counts that must be in order wherever both are printed: the first never exceeds the second. */
const ordered: readonly (readonly [CountName, CountName])[] = [
  ['running', 'total'],
  ['checked', 'total'],
  ['checked', 'running'],
  ['failed', 'checked'],
  ['passed', 'checked'],
  ['valid', 'received'],
  ['closed', 'valid'],
  ['closed_on_time', 'closed'],
]

/** The parts of a split add up to what they split, and counts stand in their order. */
export const partsAndTotals: Check = {
  name: 'parts-and-totals',
  description: 'Parts add up to their total; checked ≤ running ≤ total; failed ≤ checked.',
  check({ dataset, intact }) {
    return dataset.inspections.flatMap((inspection) =>
      Object.entries(inspection.areas).flatMap(([id, area]) => {
        const file = inspectionFile(inspection)
        const level: Level = area.as_printed === true ? 'warning' : 'error'
        return [
          ...checkTally(area.tally ?? {}, file, ['areas', id, 'tally'], level),
          ...checkSplits(area, file, id, level, (path) => intact(file, path)),
        ]
      }),
    )
  },
}

function checkTally(tally: Tally, file: string, path: string[], level: Level): Problem[] {
  const problems: Problem[] = []
  const tooLarge = new Set<CountName>()
  for (const [smaller, larger] of ordered) {
    const value = numberOf(tally[smaller])
    const limit = numberOf(tally[larger])
    // One message for one count, though it may exceed several.
    if (value === null || limit === null || value <= limit || tooLarge.has(smaller)) continue
    tooLarge.add(smaller)
    const args = { smaller: countNames[smaller], larger: countNames[larger], value, limit }
    problems.push(problem('count-exceeds', file, atValue(...path, smaller), args, level))
  }
  const passed = numberOf(tally.passed)
  const failed = numberOf(tally.failed)
  const checked = numberOf(tally.checked)
  if (passed === null || failed === null || checked === null) return problems
  if (passed + failed !== checked && !tooLarge.has('passed') && !tooLarge.has('failed')) {
    const args = { passed, failed, checked }
    problems.push(problem('outcome-does-not-add-up', file, atValue(...path, 'passed'), args, level))
  }
  return problems
}

function checkSplits(
  area: Area,
  file: string,
  id: string,
  level: Level,
  intact: (path: string[]) => boolean,
): Problem[] {
  const problems: Problem[] = []
  for (const [by, split] of Object.entries(area.splits ?? {}) as [SplitName, Split][]) {
    const path = ['areas', id, 'splits', by]
    for (const [label, part] of Object.entries(split.parts))
      if (isGroup(part))
        problems.push(...checkTally(part.tally, file, [...path, 'parts', label, 'tally'], level))
    if (split.exhaustive === false || !intact(path)) continue
    const total = countOf(area.tally ?? {}, split.of)
    const parts = Object.values(split.parts).map((part) => partCount(part, split.of))
    if (total === null || parts.includes(null)) continue
    const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
    if (sum !== total)
      problems.push(
        problem(
          'parts-do-not-add-up',
          file,
          atKey(...path, 'parts'),
          {
            split: `按${splitNames[by]}`,
            sum,
            name: countNames[split.of],
            total,
            difference: Math.abs(sum - total),
          },
          level,
        ),
      )
  }
  return problems
}

type Part = Split['parts'][string]

const isGroup = (part: Part): part is Exclude<Part, Figure> =>
  typeof part === 'object' && 'tally' in part

/** The count of one part of a split. */
const partCount = (part: Part, of: CountName): number | null =>
  isGroup(part) ? countOf(part.tally, of) : numberOf(part)
