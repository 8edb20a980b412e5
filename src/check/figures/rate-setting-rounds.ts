import { boundsOf, numberOf } from '#model/figure.ts'
import { countNames, type CountName, type Figure } from '#schema/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { blocksOf } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/** One of several rounds sets the rate, and the block's own counts equal those of that round. */
export const rateSettingRounds: Check = {
  name: 'rate-setting-rounds',
  description: 'One round at most sets the rate, and the counts beside the rounds are its counts.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    for (const { file, path, group } of blocksOf(dataset)) {
      if (group.rounds === undefined || !isUsable(file, path)) continue
      const setting = Object.entries(group.rounds).filter(([, round]) => round.sets_rate === true)
      const [first, ...others] = setting
      if (first === undefined) continue
      const [label, { tally: counts = {} }] = first
      for (const [other] of others) {
        const place = atValue(...path, 'rounds', other, 'sets_rate')
        problems.push(problem('rounds-set-rate', file, place, { label, other }))
      }
      if (others.length > 0) continue
      for (const [name, figure] of Object.entries(group.tally ?? {}) as [CountName, Figure][]) {
        const [own, its] = [numberOf(figure), numberOf(counts[name])]
        if (own === null || its === null || mayBeEqual(figure, counts[name])) continue
        const place = atValue(...path, 'tally', name)
        const args = { name: countNames[name], own, label, its }
        problems.push(problem('tally-not-of-round', file, place, args, 'warning'))
      }
    }
    return problems
  },
}

/** Whether two numbers, each possibly qualified, can be equal. */
function mayBeEqual(one: Figure | undefined, other: Figure | undefined): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)]
  return (
    (a.least ?? -Infinity) <= (b.most ?? Infinity) && (b.least ?? -Infinity) <= (a.most ?? Infinity)
  )
}
