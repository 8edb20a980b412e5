import { expect, test } from 'vitest'
import { rectificationDates } from '#check/dates/rectification-dates.ts'
import type { RectificationStep } from '#schema/issue.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found } from '../found.ts'

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

test('steps are sorted for each unit; a step without units concerns all', () => {
  const problemsFor = (units?: string[]): string[] => {
    const rectification: RectificationStep[] = [
      { on: '2024-04-20', step: 'reported', units: ['jia'] },
      { on: '2024-04-12', step: 'reported', ...(units === undefined ? {} : { units }) },
    ]
    const issues = { a: { ...issue, units: ['jia', 'yi'], rectification } }
    return found(rectificationDates, { inspections: [inspectionWith({ issues })] })
  }
  expect(problemsFor(['yi'])).toEqual([])
  expect(problemsFor(['jia', 'yi'])).toHaveLength(1)
  expect(problemsFor()).toHaveLength(1)
})

test('an extension is never to an earlier day', () => {
  const rectification: RectificationStep[] = [
    { on: '2024-04-20', step: 'extended', until: '2024-04-02' },
  ]
  const inspections = [inspectionWith({ issues: { a: { ...issue, rectification } } })]
  expect(found(rectificationDates, { inspections })).toEqual([
    'error period-backwards data/inspections/2024-q1.yaml issues.a.rectification.0.until',
  ])
})
