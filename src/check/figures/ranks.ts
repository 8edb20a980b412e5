import { isGroup, numberOf } from '#model/figure.ts'
import { readPercent } from '#model/printed-percent.ts'
import { countNames, type CountName, type Measure } from '#schema/figure.ts'
import { type Group, isRateName, rateNames } from '#schema/group.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { blocksOf, figuresOf } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** A number with its rank in one ranking. */
interface Ranked {
  readonly file: string
  readonly path: Path
  readonly name: string
  readonly value: number
  readonly rank: number
  /** The kind of number; only numbers with the same unit and full mark are compared. */
  readonly kind: string
  readonly isScore: boolean
}

/** Ranks follow the order of the scores. Equal scores may share a rank. Only a warning. */
export const ranks: Check = {
  name: 'ranks',
  description: 'A better rank has no worse score.',
  check({ dataset }) {
    // In a unit's own report, each rank belongs to a different ranking.
    const files = new Set(dataset.inspections.map(inspectionFile))
    const rankings: Ranked[][] = []
    for (const { file, path, figures } of figuresOf(dataset))
      if (files.has(file))
        rankings.push(
          Object.entries(figures).flatMap(([name, measure]) =>
            rankedOf(measure, name, file, [...path, name]),
          ),
        )
    for (const { file, path, group } of blocksOf(dataset))
      for (const [by, { parts }] of Object.entries(group.splits ?? {}))
        rankings.push(
          Object.entries(parts).flatMap(([part, block]) => {
            const at = [...path, 'splits', by, 'parts', part]
            return isGroup(block)
              ? rankedIn(block, part, file, at)
              : rankedOf(block, part, file, at)
          }),
        )
    return rankings.flatMap((ranked) =>
      [...Map.groupBy(ranked, ({ kind }) => kind).values()].flatMap(checkRanking),
    )
  },
}

/** The ranked numbers of a block: its counts, rates and free figures. */
function rankedIn(block: Group, part: string, file: string, at: Path): Ranked[] {
  const numbers = [
    ...Object.entries(block.tally ?? {}).map(([name, count]) => ({
      in: 'tally',
      name,
      label: countNames[name as CountName],
      number: count,
    })),
    ...Object.entries(block.rates ?? {}).map(([name, { stated = '', rank }]) => {
      const label = isRateName(name) ? rateNames[name] : name
      const print = readPercent(stated, label)
      const value = print?.says === 'exactly' ? Number(print.digits) : undefined
      return { in: 'rates', name, label, number: { value, rank } }
    }),
    ...Object.entries(block.figures ?? {}).map(([name, number]) => ({
      in: 'figures',
      name,
      label: name,
      number,
    })),
  ]
  return numbers.flatMap(({ in: kind, name, label, number }) =>
    rankedOf(number, label, file, [...at, kind, name]).map((ranked) => ({
      ...ranked,
      name: `${part}${label}`,
      kind: `${label} ${ranked.kind}`,
    })),
  )
}

function rankedOf(measure: Measure | undefined, name: string, file: string, path: Path): Ranked[] {
  const value = numberOf(measure)
  if (typeof measure !== 'object' || value === null || measure.rank === undefined) return []
  const { rank, unit = '', full } = measure
  const isScore =
    (unit === '分' || full !== undefined || /得分|率$/.test(name)) && !/扣|减|失/.test(name)
  return [{ file, path, name, value, rank, kind: `${unit} ${full ?? ''}`, isScore }]
}

function checkRanking(all: readonly Ranked[]): Problem[] {
  const byRank = all.toSorted((one, other) => one.rank - other.rank)
  // If a rank has several scores, the set contains several rankings.
  const isOne = byRank.every(
    ({ rank, value }, n) => byRank[n + 1]?.rank !== rank || byRank[n + 1]?.value === value,
  )
  const isRising = byRank.every(({ value }, n) => value <= (byRank[n + 1]?.value ?? Infinity))
  // For numbers of problems, the smallest may rank first.
  if (!isOne || (isRising && !byRank.some(({ isScore }) => isScore))) return []
  return byRank.flatMap((one, n) => {
    const before = byRank[n - 1]
    if (before === undefined || before.value >= one.value) return []
    const args = {
      name: before.name,
      rank: before.rank,
      value: before.value,
      other: one.name,
      otherRank: one.rank,
      otherValue: one.value,
    }
    return [problem('rank-order', one.file, atValue(...one.path, 'rank'), args, 'warning')]
  })
}
