import { expect, test } from 'vitest'
import { previousRound } from '#check/dates/previous-round.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found } from '../found.ts'

test.each([
  ['2023年第四季度', 0],
  ['2023年度', 0],
  ['2023年第三季度', 0],
  ['2023年上半年', 0],
  ['上季度', 0],
  ['2023年12月', 0],
  // The same period of the year before.
  ['12月份', 0],
  ['2024年第一季度', 1],
  ['2024年第二季度', 1],
  ['2022年第四季度', 1],
])('before 2024年第一季度 came %s: %i warnings', (label, count) => {
  const previous_round = { label, rectified: 'yes', reported: 'not-stated' } as const
  expect(found(previousRound, { inspections: [inspectionWith({ previous_round })] })).toEqual(
    Array(count).fill(
      'warning previous-round-differs data/inspections/2024-q1.yaml previous_round.label',
    ),
  )
})
