import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { type Register, registerOf, rowsByGroup } from '#model/register.ts'
import type { Deadline } from '#schema/deadline.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

function register(
  asOf: string,
  parts: Partial<Dataset> = {},
  deadline: Deadline = order,
): Register {
  const inspection = inspectionWith({ deadlines: { order: deadline } })
  const dataset = datasetWith({ inspections: [inspection], ...parts })
  return registerOf(dataset, { id: 'order', deadline, inspection }, asOf)
}

const stateOf = (unit: string, { rows }: Register): unknown =>
  rows.find((row) => row.unit === unit)?.status
const looked = (on: string): Partial<Dataset> => ({ registers: { '2024-q2': { looked_on: on } } })
const reported = (published: string): Partial<Dataset> => ({
  selfInspections: { '2024-q2': { jia: { title: '自查报告', published } } },
})

describe('a unit without any record', () => {
  test.each([
    ['2024-06-05', { state: 'upcoming', days: 1 }],
    ['2024-06-06', { state: 'due-today', on: '2024-06-06' }],
    ['2024-06-07', { state: 'not-recorded' }],
    ['2024-06-08', { state: 'not-recorded' }],
  ])('on %s, before the office has looked', (asOf, state) => {
    expect(stateOf('jia', register(asOf))).toEqual(state)
  })

  test.each([
    ['2024-06-05', { state: 'upcoming', days: 1 }],
    ['2024-06-06', { state: 'due-today', on: '2024-06-06' }],
    ['2024-06-07', { state: 'overdue', lookedOn: '2024-06-07', days: 1 }],
    // Nobody looked on the 8th, so it is not known that it was missing then.
    ['2024-06-08', { state: 'overdue', lookedOn: '2024-06-07', days: 1 }],
  ])('on %s, when the office looked on 7 June', (asOf, state) => {
    expect(stateOf('jia', register(asOf, looked('2024-06-07')))).toEqual(state)
  })

  test.each(['2024-06-05', '2024-06-06'])('is not accused by a look on %s', (on) => {
    expect(stateOf('jia', register('2024-06-08', looked(on)))).toEqual({ state: 'not-recorded' })
  })

  test('is not accused by a future look', () => {
    const state = stateOf('jia', register('2024-06-07', looked('2024-06-08')))
    expect(state).toEqual({ state: 'not-recorded' })
  })
})

describe('a unit that reported', () => {
  test.each([
    ['2024-06-05', { state: 'on-time', published: '2024-06-05' }],
    ['2024-06-06', { state: 'on-time', published: '2024-06-06' }],
    ['2024-06-07', { state: 'late', published: '2024-06-07', days: 1 }],
    ['2024-06-08', { state: 'late', published: '2024-06-08', days: 2 }],
  ])('on %s', (published, state) => {
    const all = { ...reported(published), ...looked('2024-06-09') }
    expect(stateOf('jia', register('2024-06-10', all))).toEqual(state)
  })

  test('on 6 June is late when the document leaves that day out', () => {
    const exclusive = { ...order, inclusive: false }
    const state = stateOf('jia', register('2024-06-10', reported('2024-06-06'), exclusive))
    expect(state).toEqual({ state: 'late', published: '2024-06-06', days: 1 })
  })
})

describe('an exempt unit', () => {
  const exempt = { '2024-q2': { looked_on: '2024-06-07', exempt: { jia: '已撤并' } } }

  test('has no duty, with the reason', () => {
    const all = register('2024-06-08', { registers: exempt })
    expect(stateOf('jia', all)).toEqual({ state: 'exempt', reason: '已撤并' })
    expect(stateOf('yi', all)).toEqual({ state: 'overdue', lookedOn: '2024-06-07', days: 1 })
    expect([all.published, all.expected]).toEqual([0, 2])
  })

  test('that reports all the same counts as one that reported', () => {
    const all = register('2024-06-08', { registers: exempt, ...reported('2024-06-01') })
    expect(stateOf('jia', all)).toEqual({ state: 'on-time', published: '2024-06-01' })
    expect([all.published, all.expected]).toEqual([1, 3])
  })
})

test('a register lists the units with the duty, and no other', () => {
  const all = register('2024-06-08', {}, { ...order, who: ['yi'] })
  expect(all.rows.map(({ unit }) => unit)).toEqual(['yi'])
})

describe('for any reports, exemptions and looks', () => {
  const units = ['jia', 'yi', 'bing'] as const
  const maybeDay = fc.option(anyDayOfSpring, { nil: undefined })
  const cases = fc.record({
    published: fc.record({ jia: maybeDay, yi: maybeDay, bing: maybeDay }),
    exempt: fc.subarray([...units]),
    lookedOn: maybeDay,
    inclusive: fc.boolean(),
    asOf: anyDayOfSpring,
  })
  type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

  const registerWith = ({ published, exempt, lookedOn, inclusive, asOf }: Case): Register => {
    const reports = Object.entries(published).flatMap(([unit, day]) =>
      day === undefined ? [] : [[unit, { title: '自查报告', published: day }] as const],
    )
    return register(
      asOf,
      {
        selfInspections: { '2024-q2': Object.fromEntries(reports) },
        registers: {
          '2024-q2': {
            ...(lookedOn === undefined ? {} : { looked_on: lookedOn }),
            exempt: Object.fromEntries(exempt.map((unit) => [unit, '机构改革'])),
          },
        },
      },
      { ...order, inclusive },
    )
  }
  const lastDay = ({ inclusive }: Case): string => (inclusive ? '2024-06-06' : '2024-06-05')

  test('no unit is called not published before the office looked after the last day', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const { unit, status } of registerWith(one).rows)
          if (status.state === 'overdue') {
            const published = one.published[unit as (typeof units)[number]]
            expect(one.lookedOn).toBeDefined()
            expect((one.lookedOn ?? '') > lastDay(one)).toBe(true)
            expect((one.lookedOn ?? '') <= one.asOf).toBe(true)
            expect(published === undefined || published > one.asOf).toBe(true)
            expect(one.exempt).not.toContain(unit)
          }
      }),
      { numRuns: 500 },
    )
  })

  test('exactly the units that published by the last day are in time', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const { status } of registerWith(one).rows) {
          if (status.state === 'late') expect(status.published > lastDay(one)).toBe(true)
          if (status.state === 'on-time') expect(status.published <= lastDay(one)).toBe(true)
        }
      }),
    )
  })

  test('each unit is in one group, and the groups and sums agree with the rows', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { rows, published, expected } = registerWith(one)
        expect(rows.map(({ unit }) => unit)).toEqual(units)
        const grouped = rowsByGroup(rows).flatMap((group) => group.rows)
        expect(grouped).toHaveLength(rows.length)
        expect(new Set(grouped)).toEqual(new Set(rows))
        expect(published).toBeLessThanOrEqual(expected)
        const without = rows.filter(({ report, status }) => !report && status.state !== 'exempt')
        expect(expected - published).toBe(without.length)
      }),
    )
  })
})
