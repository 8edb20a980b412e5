import { expect, test } from 'vitest'
import { countedDays } from '#check/dates/counted-days.ts'
import { inspectionWith, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const { due: _due, ...undated } = order
const file = 'data/inspections/2024-q1.yaml'
const counted = (after: string, document = {}) => ({
  inspections: [
    inspectionWith({
      document,
      deadlines: { d: { ...undated, within: { days: 10, kind: 'working' as const, after } } },
    }),
  ],
})

test('working days need the holidays of their year', () => {
  expect(found(countedDays, counted('2024-09-20'))).toEqual([])
  expect(found(countedDays, counted('2099-09-20'))).toEqual([
    `error working-days-unknown ${file} deadlines.d.within`,
  ])
})

test('days counted from a date of the document need that date', () => {
  expect(found(countedDays, counted('issued', { issued: '2024-03-08' }))).toEqual([])
  expect(found(countedDays, counted('issued', { issued: '2024-03' }))).toEqual([
    `warning start-day-unknown ${file} deadlines.d.within.after`,
  ])
})
