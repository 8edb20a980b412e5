import { exactCountOf } from '#model/figure.ts'
import { countNames } from '#schema/figure.ts'
import { atValue } from '#messages/problem.ts'
import { blocksOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/**
 * Full coverage means that as many were checked as there are. Only a warning, since the total may
 * include closed ones.
 */
export const fullCoverage: Check = {
  name: 'full-coverage',
  description: 'Where everything was inspected, as many were checked as run, or as there are.',
  check({ dataset, isUsable }) {
    return [...blocksOf(dataset)].flatMap(({ group, file, path }) => {
      const { coverage, tally = {} } = group
      const name = tally.running === undefined ? 'total' : 'running'
      const [checked, all] = [exactCountOf(tally, 'checked'), exactCountOf(tally, name)]
      if (!isUsable(file, [...path, 'tally'])) return []
      if (coverage !== 'full' || checked === null || all === null || checked >= all) return []
      const args = { checked, name: countNames[name], all }
      return [problem('coverage-differs', file, atValue(...path, 'coverage'), args, 'warning')]
    })
  },
}
