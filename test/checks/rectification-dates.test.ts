import { expect, test } from 'vitest'
import { rectificationDates } from '#checks/rectification-dates.ts'
import { inspectionWith, issue } from '../support/dataset.ts'
import { found } from './found.ts'

test.each([
  [['2024-03-12', '2024-03-12', '2024-04-20'], []],
  [['2024-03-12', '2024-03-02'], ['steps-backwards 1']],
  [['2023-12-31', '2024-03-02'], ['step-before-period 0']],
  [[], []],
])('steps on %j of an issue of 2024 Q1: %j', (days, expected) => {
  const rectification = days.map((on) => ({ on, step: 'reported' as const }))
  const inspections = [inspectionWith({ issues: { a: { ...issue, rectification } } })]
  expect(found(rectificationDates, { inspections })).toEqual(
    expected.map((one) => {
      const [code, n] = one.split(' ')
      return `warning ${code} data/inspections/2024-q1.yaml issues.a.rectification.${n}.on`
    }),
  )
})
