import { isGroup, numberOf } from '#domain/figure.ts'
import type { Measure } from '#schema/figure.ts'
import { atValue, type Path, type Problem } from '#problems/problem.ts'
import { blocksOf, figuresOf } from './blocks.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** A number with its rank, in one ranking. */
interface Ranked {
  readonly file: string
  readonly path: Path
  readonly name: string
  readonly value: number
  readonly rank: number
  /** What alone compares: numbers of the same unit and full mark. */
  readonly kind: string
  readonly isScore: boolean
}

/** Ranks follow the order of the scores; equal scores may share a rank. Only ever a warning. */
export const ranks: Check = {
  name: 'ranks',
  description: 'A better rank has no worse score.',
  check({ dataset }) {
    // In a unit's own report, every rank is one in another ranking.
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
            const at = [...path, 'splits', by, 'parts', part, 'figures']
            return isGroup(block)
              ? Object.entries(block.figures ?? {}).flatMap(([name, measure]) =>
                  rankedOf(measure, name, file, [...at, name]).map((ranked) => ({
                    ...ranked,
                    name: `${part}${name}`,
                    kind: `${name} ${ranked.kind}`,
                  })),
                )
              : []
          }),
        )
    return rankings.flatMap((ranked) =>
      [...Map.groupBy(ranked, ({ kind }) => kind).values()].flatMap(checkRanking),
    )
  },
}

function rankedOf(measure: Measure, name: string, file: string, path: Path): Ranked[] {
  const value = numberOf(measure)
  if (typeof measure !== 'object' || value === null || measure.rank === undefined) return []
  const { rank, unit = '', full } = measure
  const isScore =
    (unit === '分' || full !== undefined || /得分|率$/.test(name)) && !/扣|减|失/.test(name)
  return [{ file, path, name, value, rank, kind: `${unit} ${full ?? ''}`, isScore }]
}

function checkRanking(all: readonly Ranked[]): Problem[] {
  const byRank = all.toSorted((one, other) => one.rank - other.rank)
  // One rank with several scores: these are several rankings in one set.
  const isOne = byRank.every(
    ({ rank, value }, n) => byRank[n + 1]?.rank !== rank || byRank[n + 1]?.value === value,
  )
  const isRising = byRank.every(({ value }, n) => value <= (byRank[n + 1]?.value ?? Infinity))
  // Of problems, the fewest may come first.
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
