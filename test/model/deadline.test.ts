import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAfter } from '#model/calendar.ts'
import { indexDataset, type Inspection } from '#model/dataset.ts'
import { dueState, lastDayInTime, unitsOwing } from '#model/deadline.ts'
import { deadlineText } from '#model/reference.ts'
import type { Deadline } from '#schema/deadline.ts'
import { anyDay } from '../support/any.ts'
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

describe('a standing interval', () => {
  const { due: _day, ...undated } = order
  const every = (count: number, unit: NonNullable<Deadline['every']>['unit']): Deadline => ({
    ...undated,
    every: { count, unit },
  })

  test('has no last day, and is never passed', () => {
    expect(lastDayInTime(every(1, 'month'))).toBeNull()
    expect(dueState(every(1, 'month'), '2030-01-01')).toEqual({ state: 'standing', days: 0 })
  })
  test.each([
    [1, 'day', '每日'],
    [2, 'week', '每2周'],
    [1, 'month', '每月'],
    [2, 'month', '每2个月'],
    [1, 'quarter', '每季度'],
    [1, 'half-year', '每半年'],
    [1, 'year', '每年'],
  ] as const)('of %i %s reads %s', (count, unit, words) => {
    expect(deadlineText(every(count, unit))).toBe(words)
  })
  test('reads as the document prints it, where that is recorded', () => {
    expect(deadlineText({ ...every(1, 'month'), words: '每月至少1篇' })).toBe('每月至少1篇')
  })
})

describe('a clock time', () => {
  const at = (time: string, more = {}) => lastDayInTime({ ...order, time, ...more })

  test('includes its own day up to that time', () => {
    expect(at('12:00')).toBe('2024-06-06')
    expect(at('24:00')).toBe('2024-06-06')
    expect(at('12:00', { inclusive: false })).toBe('2024-06-06')
  })
  test('at the very beginning of a day leaves the day before', () => {
    expect(at('00:00')).toBe('2024-06-05')
  })
})

describe('a number of days', () => {
  const { due, ...undated } = order
  const counted = (within: Deadline['within'], document?: Inspection['document']) => {
    const deadline: Deadline = { ...undated, within }
    const inspection = inspectionWith({ deadlines: { d: deadline }, document })
    const [record] = indexDataset(datasetWith({ inspections: [inspection] })).deadlines
    return record?.deadline ?? deadline
  }

  test('counts from the day after its start, and the last one counts in full', () => {
    expect(due).toBeDefined()
    const ten = counted({ days: 10, kind: 'calendar', after: '2024-02-25' })
    expect(lastDayInTime(ten)).toBe('2024-03-06')
    expect(dueState(ten, '2024-03-06')).toEqual({ state: 'today', days: 0 })
    expect(dueState(ten, '2024-03-07')).toEqual({ state: 'passed', days: 1 })
  })
  test('of work leaves out weekends and holidays, and counts days made up', () => {
    expect(lastDayInTime(counted({ days: 10, kind: 'working', after: '2024-09-24' }))).toBe(
      '2024-10-12',
    )
  })
  test("starts from the document's own date", () => {
    const within = { days: 10, kind: 'working', after: 'issued' } as const
    expect(lastDayInTime(counted(within, { issued: '2024-03-08' }))).toBe('2024-03-22')
  })
  test.each([
    ['a document without that date', 'issued', { published: '2024-03-08' }],
    ['a document of which only the month is known', 'issued', { issued: '2024-03' }],
    ['a start of its own for every unit', undefined, { issued: '2024-03-08' }],
    ['a year whose holidays are not known', '2099-03-08', {}],
  ])('computes nothing from %s', (_what, after, document) => {
    const deadline = counted({ days: 10, kind: 'working', after }, document)
    expect(lastDayInTime(deadline)).toBeNull()
    expect(dueState(deadline, '2100-01-01')).toEqual({ state: 'standing', days: 0 })
  })
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
  test.each([
    ['2024-06-06', ['yi', 'bing']],
    ['2024-06-07', ['jia', 'yi', 'bing']],
    [undefined, ['jia', 'yi', 'bing']],
  ])('no unit that became another on or before its day: %s', (on, expected) => {
    const { jia = { name: '', tier: '' }, ...others } = dataset.units
    const units = { jia: { ...jia, became: { unit: 'yi', on } }, ...others }
    const record = { id: 'd', deadline: order, inspection }
    expect(unitsOwing({ ...dataset, units }, record)).toEqual(expected)
  })
  test('the units that the document lists', () => {
    expect(owing(['bing', 'jia'])).toEqual(['bing', 'jia'])
  })
  test('the units to which the appendix points, and nobody else', () => {
    expect(owing({ appendix: 'named' })).toEqual(['yi'])
  })
  test('no unit, when there is no such appendix', () => {
    expect(owing({ appendix: 'other' })).toEqual([])
  })
})

describe('of any deadline', () => {
  const deadlines = fc
    .record({
      due: anyDay,
      inclusive: fc.option(fc.boolean(), { nil: undefined }),
      time: fc.option(fc.constantFrom('00:00', '12:00', '23:59'), { nil: undefined }),
    })
    .map((parts): Deadline => ({ ...order, ...parts }))

  test('the last day in time is its own day or the one before', () => {
    fc.assert(
      fc.property(deadlines, (deadline) => {
        expect([deadline.due, addDays(deadline.due ?? '', -1)]).toContain(lastDayInTime(deadline))
      }),
    )
  })

  test('each day it is one day nearer until its day, and one day farther after it', () => {
    const signed = (deadline: Deadline, asOf: string): number => {
      const { state, days } = dueState(deadline, asOf)
      expect(days > 0).toBe(state !== 'today')
      return state === 'passed' ? -days : days
    }
    fc.assert(
      fc.property(deadlines, anyDay, (deadline, asOf) => {
        expect(signed(deadline, dayAfter(asOf))).toBe(signed(deadline, asOf) - 1)
      }),
    )
  })

  test('it has not passed on its last day, but on the next', () => {
    fc.assert(
      fc.property(deadlines, (deadline) => {
        const last = lastDayInTime(deadline) ?? ''
        expect(dueState(deadline, last).state).toBe('today')
        expect(dueState(deadline, dayAfter(last)).state).toBe('passed')
      }),
    )
  })
})
