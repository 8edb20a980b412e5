import { countOf, countOfPart, isGroup, numberOf } from '#domain/figure.ts'
import { countNames, type CountName, type Measure, type Tally } from '#schema/figure.ts'
import { type Group, type Split, splitNames } from '#schema/group.ts'
import { atKey, atValue, type Level, type Path, type Problem } from '#problems/problem.ts'
import { blocksOf, figuresOf } from './blocks.ts'
import { problem, type Check } from './check.ts'

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
  ['closed', 'received'],
  ['verified', 'valid'],
]

/** The parts of a split add up to what they split, and counts stand in their order. */
export const partsAndTotals: Check = {
  name: 'parts-and-totals',
  description: 'Parts add up to their total; checked ≤ running ≤ total; failed ≤ checked.',
  check({ dataset, intact }) {
    return [
      ...[...blocksOf(dataset)].flatMap(({ group, file, path, asPrinted }) => {
        const level = levelOf(asPrinted)
        return [
          ...checkTally(group.tally ?? {}, file, [...path, 'tally'], level),
          ...checkSplits(group, file, path, level, (at) => intact(file, at)),
        ]
      }),
      ...[...figuresOf(dataset)].flatMap(({ figures, file, path, asPrinted }) =>
        checkParts(figures, file, path, levelOf(asPrinted)),
      ),
    ]
  },
}

/** A contradiction that the editor has marked as the document's own only warns. */
const levelOf = (asPrinted: boolean): Level => (asPrinted ? 'warning' : 'error')

/** The parts of a free figure add up to it. */
function checkParts(
  figures: Readonly<Record<string, Measure>>,
  file: string,
  path: Path,
  level: Level,
): Problem[] {
  return Object.entries(figures).flatMap(([label, measure]) => {
    if (typeof measure !== 'object' || measure.parts === undefined) return []
    const { value, parts, exhaustive } = measure
    const numbers = Object.values(parts)
    if (exhaustive === false || typeof value !== 'number') return []
    if (numbers.some((part) => typeof part !== 'number')) return []
    const sum = numbers.reduce<number>(
      (all, part) => all + (typeof part === 'number' ? part : 0),
      0,
    )
    if (Math.abs(sum - value) < 1e-9) return []
    const args = { split: label, sum, name: label, total: value, difference: Math.abs(sum - value) }
    return [problem('parts-do-not-add-up', file, atKey(...path, label, 'parts'), args, level)]
  })
}

function checkTally(tally: Tally, file: string, path: readonly string[], level: Level): Problem[] {
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
  const closed = numberOf(tally.closed)
  const open = numberOf(tally.open)
  const base = numberOf(tally.valid) ?? numberOf(tally.received)
  if (closed !== null && open !== null && base !== null && closed <= base && closed + open > base) {
    const larger = tally.valid === undefined ? countNames.received : countNames.valid
    const args = { smaller: '办结加在办', larger, value: closed + open, limit: base }
    problems.push(problem('count-exceeds', file, atValue(...path, 'open'), args, level))
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
  group: Group,
  file: string,
  at: readonly string[],
  level: Level,
  intact: (path: string[]) => boolean,
): Problem[] {
  return Object.entries(group.splits ?? {}).flatMap(([by, split]) => {
    const path = [...at, 'splits', by]
    if (split.exhaustive === false || !intact(path)) return []
    // Parts with blocks of their own add up in every count that they all give.
    return addable(split).flatMap((name) => {
      const total = countOf(group.tally ?? {}, name)
      const parts = Object.values(split.parts).map((part) => countOfPart(part, name))
      if (total === null || parts.includes(null)) return []
      const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
      if (sum === total) return []
      const args = {
        split: `按${splitNames[by] ?? by}`,
        sum,
        name: countNames[name],
        total,
        difference: Math.abs(sum - total),
      }
      return [problem('parts-do-not-add-up', file, atKey(...path, 'parts'), args, level)]
    })
  })
}

/** The counts in which the parts of a split can be added up: its own, and those its blocks give. */
function addable({ of, parts }: Split): CountName[] {
  const given = Object.values(parts).map((part) =>
    isGroup(part) ? (Object.keys(part.tally ?? {}) as CountName[]) : [of],
  )
  return [...new Set([of, ...given.flat()])]
}
