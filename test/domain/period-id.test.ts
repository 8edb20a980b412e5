import { describe, expect, test } from 'vitest'
import { addMonths, idAfter, periodIdOf, periodOf } from '#domain/period-id.ts'
import { inspectionWith } from '../support/dataset.ts'

const labelled = (id: string, label: string, start: string, end: string) =>
  inspectionWith({ id, period: { label, start, end } })

describe('the period that an id tells', () => {
  test.each([
    ['2024-q2', '2024年第二季度', '2024-04-01', '2024-06-30'],
    ['2024-h2', '2024年下半年', '2024-07-01', '2024-12-31'],
    ['2025-02', '2025年2月', '2025-02-01', '2025-02-28'],
    ['2024', '2024年', '2024-01-01', '2024-12-31'],
    ['gao-county-2024-q4', '2024年第四季度', '2024-10-01', '2024-12-31'],
  ])('%s is %s', (id, label, start, end) => {
    const wanted = periodIdOf(id)
    if (wanted === null) throw new Error(id)
    expect(periodOf(wanted, null)).toEqual({ period: { label, start, end }, proposed: false })
  })

  test.each(['2024-q5', '2024-h3', '2025-00', 'spring', '24-q1'])('%s tells none', (id) => {
    expect(periodIdOf(id)).toBeNull()
  })

  test('it is named the way the office names its periods', () => {
    const before = labelled('2025-q1', '2025年一季度', '2025-01-01', '2025-03-31')
    const wanted = periodIdOf('2025-q2')
    expect(wanted && periodOf(wanted, before).period.label).toBe('2025年二季度')
  })

  test('after a numbered round comes a round, whose days are only proposed', () => {
    const before = labelled('2025-04', '2025年第4期', '2025-05-01', '2025-05-14')
    const wanted = periodIdOf('2025-05')
    expect(wanted && periodOf(wanted, before)).toEqual({
      period: { label: '2025年第5期', start: '2025-05-15', end: '2025-05-28' },
      proposed: true,
    })
  })
})

test.each([
  ['2024-q4', '2024年第四季度', '2025-q1'],
  ['2024-h1', '2024年上半年', '2024-h2'],
  ['2024-12', '2024年12月', '2025-01'],
  ['2024-12', '2024年第12期', '2024-13'],
  ['spring', '春季', null],
])('after %s (%s) comes %s', (id, label, next) => {
  expect(idAfter(labelled(id, label, '2024-01-01', '2024-03-31'))).toBe(next)
})

test('a month that is too short ends a day counted in months', () => {
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28')
})
