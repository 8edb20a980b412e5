import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from '#model/calendar.ts'
import {
  everyIndicator,
  type IndicatorRecord,
  indicatorsInForce,
  replacedBy,
} from '#model/catalogue.ts'
import type { Catalogue } from '#schema/indicator.ts'
import { anyDayOfSpring } from '../support/any.ts'

const stale = (days: number): Catalogue['indicators'] => ({
  'media-stale': {
    name: '内容不更新',
    area: 'media',
    kind: 'veto',
    thresholds: { 没有更新: { value: days, unit: '天' } },
    verified: false,
  },
})
const unfiled = { name: '未备案', area: 'media', kind: 'ordinary', verified: false } as const

const catalogues: Record<string, Catalogue> = {
  // The city's own version is listed first: the order of the files must not matter.
  city: {
    title: '本市指标',
    source: '市府办文件',
    replaces: 'national',
    valid_from: '2021-01-01',
    valid_to: '2023-12-31',
    indicators: stale(10),
  },
  national: {
    title: '国家指标',
    source: '国办文件',
    indicators: { ...stale(14), unfiled },
  },
}

const daysOn = (day: string): number | undefined =>
  indicatorsInForce(catalogues, day).get('media-stale')?.indicator.thresholds?.['没有更新']?.value

describe('a city can set its own threshold', () => {
  test.each([
    ['2020-12-31', 14],
    ['2021-01-01', 10],
    ['2023-12-31', 10],
    ['2024-01-01', 14],
  ])('on %s the limit is %i days', (day, days) => {
    expect(daysOn(day)).toBe(days)
  })

  test('an indicator that the city does not repeat stays in force', () => {
    expect(indicatorsInForce(catalogues, '2022-06-30').get('unfiled')?.from).toBe('national')
  })
})

test('an indicator out of force still has a name', () => {
  const old: Record<string, Catalogue> = {
    old: { title: '旧', source: '旧文件', valid_to: '2018-12-31', indicators: { unfiled } },
  }
  expect(indicatorsInForce(old, '2024-03-31').size).toBe(0)
  expect(everyIndicator(old).get('unfiled')?.indicator.name).toBe('未备案')
})

test('catalogues that replace each other in a cycle do not cause an endless loop', () => {
  const cycle: Record<string, Catalogue> = {
    a: { title: '甲', source: '甲', replaces: 'b', indicators: stale(10) },
    b: { title: '乙', source: '乙', replaces: 'a', indicators: stale(14) },
  }
  expect(indicatorsInForce(cycle, '2024-03-31').size).toBe(1)
})

test('an indicator has its name from the catalogue that replaces the others, in any order of files', () => {
  const renamed = (name: string): Catalogue['indicators'] => ({ unfiled: { ...unfiled, name } })
  const city: Catalogue = {
    title: '本市指标',
    source: '市府办文件',
    replaces: 'national',
    indicators: renamed('未按规定备案'),
  }
  const national: Catalogue = { title: '国家指标', source: '国办文件', indicators: { unfiled } }
  for (const both of [
    { city, national },
    { national, city },
  ])
    expect(everyIndicator(both).get('unfiled')?.indicator.name).toBe('未按规定备案')
})

describe('of any catalogues that replace one another', () => {
  const names = ['stale', 'unfiled', 'dead-link'] as const
  /** Each may replace one before it, and repeats an indicator only of the one that it replaces. */
  const some = fc
    .array(
      fc.record({
        replaces: fc.option(fc.nat()),
        from: fc.option(anyDayOfSpring),
        to: fc.option(anyDayOfSpring),
        has: fc.subarray([...names]),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) => {
      const found: Record<string, Catalogue> = {}
      for (const [n, { replaces, from, to, has }] of all.entries()) {
        const id = `c${n}`
        found[id] = {
          title: id,
          source: id,
          ...(replaces === null || n === 0 ? {} : { replaces: `c${replaces % n}` }),
          ...(from === null ? {} : { valid_from: from }),
          ...(to === null ? {} : { valid_to: to }),
          indicators: {},
        }
        const before = replacedBy(found, id)
        for (const name of has)
          if (
            Object.entries(found).every(
              ([other, { indicators }]) => !(name in indicators) || before.has(other),
            )
          )
            found[id].indicators[name] = { ...unfiled, name: `${id} ${name}` }
      }
      return found
    })
  const isValid = ({ valid_from, valid_to }: Catalogue, day: string): boolean =>
    (valid_from ?? day) <= day && day <= (valid_to ?? day)
  const namesOf = (records: ReadonlyMap<string, IndicatorRecord>): Record<string, string> =>
    Object.fromEntries([...records].map(([id, { from }]) => [id, from]).toSorted())

  test('the indicators in force, and their names, do not depend on the order of the files', () => {
    const shuffled = some.chain((all) =>
      fc.record({
        all: fc.constant(all),
        other: fc
          .shuffledSubarray(Object.entries(all), { minLength: Object.keys(all).length })
          .map((entries) => Object.fromEntries(entries)),
        day: anyDayOfSpring,
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ all, other, day }) => {
        expect(namesOf(indicatorsInForce(other, day))).toEqual(namesOf(indicatorsInForce(all, day)))
        expect(namesOf(everyIndicator(other))).toEqual(namesOf(everyIndicator(all)))
      }),
    )
  })

  test('an indicator is in force exactly while a catalogue with it is, and no other in force replaces that', () => {
    fc.assert(
      fc.property(some, anyDayOfSpring, (all, day) => {
        const force = indicatorsInForce(all, day)
        const valid = Object.keys(all).filter((id) => all[id] && isValid(all[id], day))
        for (const name of names) {
          const having = valid.filter((id) => Object.hasOwn(all[id]?.indicators ?? {}, name))
          const from = force.get(name)?.from
          expect(from === undefined).toBe(having.length === 0)
          if (from === undefined) continue
          expect(having).toContain(from)
          for (const other of having) expect(replacedBy(all, other)).not.toContain(from)
        }
      }),
    )
  })

  test('nothing changes from one day to the next unless a catalogue begins or has ended', () => {
    fc.assert(
      fc.property(some, anyDayOfSpring, (all, day) => {
        const next = dayAfter(day)
        fc.pre(Object.values(all).every((one) => one.valid_from !== next && one.valid_to !== day))
        expect(namesOf(indicatorsInForce(all, next))).toEqual(namesOf(indicatorsInForce(all, day)))
      }),
    )
  })

  test('no catalogue replaces itself, even in a cycle', () => {
    const ids = ['a', 'b', 'c', 'd']
    const cycles = fc
      .tuple(...ids.map(() => fc.option(fc.constantFrom(...ids, 'unknown'))))
      .map((all) =>
        Object.fromEntries(
          ids.map((id, n): [string, Catalogue] => {
            const replaces = all[n]
            const rest = { title: id, source: id, indicators: {} }
            return [id, typeof replaces === 'string' ? { ...rest, replaces } : rest]
          }),
        ),
      )
    fc.assert(
      fc.property(cycles, fc.constantFrom(...ids), (all, id) => {
        expect(replacedBy(all, id)).not.toContain(id)
      }),
    )
  })
})
