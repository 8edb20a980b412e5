import { expect, test } from 'vitest'
import { rateOperands } from '#check/figures/rate-operands.ts'
import type { Rate } from '#schema/group.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const inspections = (rate: Rate) => [
  inspectionWith({
    areas: {
      media: { tally: { checked: 40 }, figures: { 已解读文件: 38 }, rates: { 解读率: rate } },
    },
  }),
]

test.each<[Rate, string[]]>([
  [{ numerator: '已解读文件', denominator: 'checked' }, []],
  [{ numerator: 38, denominator: 40 }, []],
  [{ numerator: '解读文件', denominator: 'checked' }, ['numerator']],
  [{ numerator: '已解读文件', denominator: '全部文件' }, ['denominator']],
])('a rate of %j names numbers of its block, but for %j', (rate, sides) => {
  expect(found(rateOperands, { inspections: inspections(rate) })).toEqual(
    sides.map(
      (side) =>
        `error expects-count-name data/inspections/2024-q1.yaml areas.media.rates.解读率.${side}`,
    ),
  )
})

test('the message lists the names that the block has', () => {
  const [problem] = problemsOf(rateOperands, {
    inspections: inspections({ numerator: '解读文件' }),
  })
  expect(problem?.args['known']).toMatch(/^已解读文件、/)
})
