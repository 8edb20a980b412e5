import { addsUp, boundsOf, boundsOfCount, countOf, countOfPart, isGroup } from '#model/figure.ts'
import { countNames, type CountName, type Figure } from '#schema/figure.ts'
import { type Group, type Split, splitNames } from '#schema/group.ts'

/** The name of a split in messages: "按层级". */
export const splitLabel = (by: string): string => `按${splitNames[by] ?? by}`

/**
 * The counts for which the parts of a split can be added up: its own, and those that its blocks
 * give.
 */
export function addable({ of, parts }: Split): CountName[] {
  const given = Object.values(parts).map((part) =>
    isGroup(part) ? (Object.keys(part.tally ?? {}) as CountName[]) : [of],
  )
  return [...new Set([of, ...given.flat()])]
}

/** The sum of the parts of a split; null if a part is unknown. */
export function sumOfParts({ parts, of }: Split, name: CountName): number | null {
  return Object.values(parts).reduce<number | null>((sum, part) => {
    const count = isGroup(part) || name === of ? countOfPart(part, name) : null
    return sum === null || count === null ? null : sum + count
  }, 0)
}

/** The smallest possible count of a part; 0 if nothing is known. */
export function leastOfPart(part: Figure | Group, name: CountName, of: CountName): number {
  // A bare number counts only what the split splits.
  if (!isGroup(part)) return name === of ? (boundsOf(part).least ?? 0) : 0
  return boundsOfCount(part.tally ?? {}, name).least ?? countOfPart(part, name) ?? 0
}

/** A count that the document does not print but whose parts it lists completely. */
interface ImpliedCount {
  readonly by: string
  readonly sum: number
}

/**
 * The counts that follow from the splits of a block, each with the splits that give it.
 *
 * @param usable whether everything in a split could be read
 */
export function impliedCounts(
  { tally = {}, splits = {} }: Group,
  usable: (by: string) => boolean,
): Map<CountName, ImpliedCount[]> {
  const implied = new Map<CountName, ImpliedCount[]>()
  for (const name of Object.keys(countNames) as CountName[]) {
    if (tally[name] !== undefined || countOf(tally, name) !== null) continue
    const counts = Object.entries(splits).flatMap(([by, split]) => {
      const isWhole = addsUp(split) && addable(split).includes(name) && usable(by)
      const sum = isWhole && isExact(split, name) ? sumOfParts(split, name) : null
      return sum === null ? [] : [{ by, sum }]
    })
    if (counts.length > 0) implied.set(name, counts)
  }
  return implied
}

/** Whether no part of a split is approximate. */
export const isExact = ({ parts }: Split, name: CountName): boolean =>
  Object.values(parts).every((part) => {
    const { least, most } = isGroup(part) ? boundsOfCount(part.tally ?? {}, name) : boundsOf(part)
    return least === most
  })
