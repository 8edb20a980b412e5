import { countOfPart, isGroup } from '#model/figure.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { atValue } from '#messages/problem.ts'
import { blocksOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'
import { splitLabel } from './sums.ts'

/**
 * The parts of a split give the count named by its `of`. The total need not be printed, but parts
 * that all give other counts are a mistake.
 */
export const splitOf: Check = {
  name: 'split-of',
  description: 'The count that a split splits is given by its parts.',
  check({ dataset }) {
    return [...blocksOf(dataset)].flatMap(({ group, file, path }) =>
      Object.entries(group.splits ?? {}).flatMap(([by, { of, parts }]) => {
        const all = Object.values(parts)
        const blocks = all.filter(isGroup)
        if (blocks.length === 0 || blocks.length < all.length) return []
        if (blocks.some((part) => part.tally?.[of] !== undefined || countOfPart(part, of) !== null))
          return []
        const names = (Object.keys(countNames) as CountName[]).filter((name) =>
          blocks.every((part) => countOfPart(part, name) !== null),
        )
        if (names.length === 0) return []
        const args = {
          split: splitLabel(by),
          of: countNames[of],
          given: names.map((name) => `${countNames[name]}（${name}）`).join('、'),
        }
        return [
          problem('split-of-nothing', file, atValue(...path, 'splits', by, 'of'), args, 'warning'),
        ]
      }),
    )
  },
}
