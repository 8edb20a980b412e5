import { describe, expect, test } from 'vitest'
import { dueState, lastDayInTime, unitsOwing } from '#domain/deadline.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

describe('a deadline of 6 June 2024', () => {
  test.each([
    ['2024-06-05', 'upcoming', 1],
    ['2024-06-06', 'today', 0],
    ['2024-06-07', 'passed', 1],
    ['2024-06-08', 'passed', 2],
    ['2023-06-06', 'upcoming', 366],
  ])('on %s: %s, %i days', (asOf, state, days) => {
    expect(dueState(order, asOf)).toEqual({ state, days })
  })

  test.each([
    ['2024-06-04', 'upcoming', 1],
    ['2024-06-05', 'today', 0],
    ['2024-06-06', 'passed', 1],
  ])('that does not include its day, on %s: %s, %i days', (asOf, state, days) => {
    expect(dueState({ ...order, inclusive: false }, asOf)).toEqual({ state, days })
  })
})

test('the last day in time goes back over the ends of months and years', () => {
  const before = (due: string): string | null => lastDayInTime({ ...order, due, inclusive: false })
  expect(before('2024-03-01')).toBe('2024-02-29')
  expect(before('2024-01-01')).toBe('2023-12-31')
  expect(lastDayInTime({ ...order, inclusive: true })).toBe('2024-06-06')
})

test('a duty without a date is never passed', () => {
  const standing = { ...order, due: undefined, words: '当日清零' }
  expect(lastDayInTime(standing)).toBeNull()
  expect(dueState(standing, '2030-01-01')).toEqual({ state: 'standing', days: 0 })
})

describe('a duty falls on', () => {
  const appendix = { title: '名单', columns: ['单位'], rows: [[{ of: 'units.yi' }], ['units.jia']] }
  const inspection = inspectionWith({ appendices: { named: appendix } })
  const dataset = datasetWith({ inspections: [inspection] })
  const owing = (who: typeof order.who): string[] =>
    unitsOwing(dataset, { id: 'd', deadline: { ...order, who }, inspection })

  test('all units that are registered', () => {
    expect(owing('all-units')).toEqual(['jia', 'yi', 'bing'])
  })
  test('the units that the document lists', () => {
    expect(owing(['bing', 'jia'])).toEqual(['bing', 'jia'])
  })
  test('the units to which the appendix points, and nobody else', () => {
    expect(owing({ appendix: 'named' })).toEqual(['yi'])
  })
  test('nobody, when there is no such appendix', () => {
    expect(owing({ appendix: 'other' })).toEqual([])
  })
})
