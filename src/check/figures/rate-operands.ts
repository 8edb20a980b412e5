import { countNames } from '#schema/figure.ts'
import { figureCalled } from '#model/figure.ts'
import { shortList } from '#messages/nearest.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { blocksOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/** The name in the numerator or denominator of a rate is that of a number in the same block. */
export const rateOperands: Check = {
  name: 'rate-operands',
  description: 'Numerators and denominators that are names are numbers of the same block.',
  check({ dataset, isUsable }) {
    return [...blocksOf(dataset)].flatMap(({ file, path, group }) =>
      Object.entries(group.rates ?? {}).flatMap(([rate, operands]) =>
        (['numerator', 'denominator'] as const).flatMap((side): Problem[] => {
          const name = operands[side]
          if (typeof name !== 'string' || Object.hasOwn(countNames, name)) return []
          if (figureCalled(group, name) !== undefined || !isUsable(file, path)) return []
          const known = [
            ...Object.keys(group.figures ?? {}),
            ...Object.entries(countNames).map(([key, title]) => `${key}（${title}）`),
          ]
          const args = { found: `“${name}”`, known: shortList(known) }
          return [problem('expects-count-name', file, atValue(...path, 'rates', rate, side), args)]
        }),
      ),
    )
  },
}
