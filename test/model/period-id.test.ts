import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter, monthsBetween } from '#model/calendar.ts'
import { compareText } from '#model/dataset.ts'
import { idAfter, isPerhapsRound, periodIdOf, periodOf } from '#model/period-id.ts'
import { inspectionWith } from '../support/dataset.ts'

const labelled = (id: string, label: string, start: string, end: string) =>
  inspectionWith({ id, period: { label, start, end } })

describe('the period of an id', () => {
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

  test.each([
    [
      '2024-q1-b2',
      { label: '2024年第一季度第二批', start: '2024-01-01', end: '2024-03-31', batch: 2 },
    ],
    [
      '2024-h1-b1',
      { label: '2024年上半年第一批', start: '2024-01-01', end: '2024-06-30', batch: 1 },
    ],
  ])('%s is a batch of a period', (id, period) => {
    const wanted = periodIdOf(id)
    expect(wanted && periodOf(wanted, null)).toEqual({ period, proposed: false })
  })

  test('a second batch is named like the first', () => {
    const before = labelled('2024-q1-b1', '2024年一季度第一批', '2024-01-01', '2024-03-31')
    const wanted = periodIdOf('2024-q1-b2')
    expect(wanted && periodOf(wanted, before).period.label).toBe('2024年一季度第二批')
  })

  test('a round has its number as its sequence; its days are only proposed', () => {
    const wanted = periodIdOf('2025-r05')
    if (wanted === null) throw new Error('no id')
    expect(periodOf(wanted, null)).toEqual({
      period: { label: '2025年第5次', start: '2025-01-01', end: '2025-12-31', sequence: 5 },
      proposed: true,
    })
    const before = labelled('2025-r04', '2025年第4次检查', '2025-05-01', '2025-05-14')
    expect(periodOf(wanted, before).period.label).toBe('2025年第5次检查')
  })

  test('a number up to 12 may be a month or a round, unless an earlier one tells', () => {
    const wanted = periodIdOf('2025-05')
    if (wanted === null) throw new Error('no id')
    const month = labelled('2025-04', '2025年4月', '2025-04-01', '2025-04-30')
    const round = labelled('2025-04', '2025年第4期', '2025-05-01', '2025-05-14')
    const quarter = labelled('2025-q1', '2025年第一季度', '2025-01-01', '2025-03-31')
    expect([month, round, quarter, null].map((one) => isPerhapsRound(wanted, one))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test.each(['2024-q5', '2025-r00', '2024-q1-b0', '2024-h3', '2025-00', 'spring', '24-q1'])(
    '%s has no period',
    (id) => {
      expect(periodIdOf(id)).toBeNull()
    },
  )

  test('it is named as the office names its periods', () => {
    const before = labelled('2025-q1', '2025年一季度', '2025-01-01', '2025-03-31')
    const wanted = periodIdOf('2025-q2')
    expect(wanted && periodOf(wanted, before).period.label).toBe('2025年二季度')
  })

  test('after a numbered round comes the next number, whose days are only proposed', () => {
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
  ['2025-r12', '2025年第12次', '2025-r13'],
  ['2024-q1-b1', '2024年第一季度第一批', null],
  ['spring', '春季', null],
])('after %s (%s) comes %s', (id, label, next) => {
  expect(idAfter(labelled(id, label, '2024-01-01', '2024-03-31'))).toBe(next)
})

describe('of any period', () => {
  const parts = fc.oneof(
    fc.integer({ min: 1, max: 4 }).map((n) => `-q${n}`),
    fc.integer({ min: 1, max: 2 }).map((n) => `-h${n}`),
    fc.integer({ min: 1, max: 12 }).map((n) => `-${String(n).padStart(2, '0')}`),
    fc.constant(''),
  )
  const ids = fc
    .tuple(fc.constantFrom('', 'junlian-'), fc.integer({ min: 2000, max: 2090 }), parts)
    .map(([prefix, year, part]) => `${prefix}${year}${part}`)
  const after = (id: string): string => {
    const { label, start, end } = periodOf(wanted(id), null).period
    const next = idAfter(labelled(id, label, start, end))
    if (next === null) throw new Error(id)
    return next
  }
  const wanted = (id: string) => {
    const known = periodIdOf(id)
    if (known === null) throw new Error(id)
    return known
  }

  test('the next one begins the day after it ends, has the same kind, and its id is sorted after it', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const next = after(id)
        const [one, other] = [id, next].map((each) => periodOf(wanted(each), null).period)
        expect(other?.start).toBe(dayAfter(one?.end ?? ''))
        expect(wanted(next).kind).toBe(wanted(id).kind)
        expect(wanted(next).prefix).toBe(wanted(id).prefix)
        expect(compareText(id, next)).toBe(-1)
      }),
    )
  })

  test('the months from one to the next are the months of the period', () => {
    const months = { quarter: 3, 'half-year': 6, year: 12, numbered: 1, round: 0 }
    fc.assert(
      fc.property(ids, (id) => {
        const [one, other] = [id, after(id)].map((each) => periodOf(wanted(each), null).period)
        if (one === undefined || other === undefined) throw new Error(id)
        expect(monthsBetween(one.start, other.start)).toBe(months[wanted(id).kind])
      }),
    )
  })
})
