import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameUnit } from '#model/succession.ts'
import type { Unit } from '#schema/unit.ts'

const unit = (became?: string): Unit => ({
  name: '单位',
  tier: 'county',
  ...(became === undefined ? {} : { became: { unit: became } }),
})

test('a unit is the same as its successor, but not the same as another predecessor of it', () => {
  const units = { old: unit('new'), other: unit('new'), new: unit() }
  expect(isSameUnit(units, 'old', 'new')).toBe(true)
  expect(isSameUnit(units, 'old', 'other')).toBe(false)
})

describe('of any successions of units, even in a cycle or into a unit that does not exist', () => {
  const ids = ['a', 'b', 'c', 'd'] as const
  const some = fc
    .tuple(...ids.map(() => fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined })))
    .map((all) => Object.fromEntries(ids.map((id, n) => [id, unit(all[n])])))
  const one = fc.constantFrom(...ids)

  test('a unit is itself, and the same as another exactly when that is the same as it', () => {
    fc.assert(
      fc.property(some, one, one, (units, a, b) => {
        expect(isSameUnit(units, a, a)).toBe(true)
        expect(isSameUnit(units, a, b)).toBe(isSameUnit(units, b, a))
      }),
    )
  })

  test('it is the same as everything that it became in turn', () => {
    fc.assert(
      fc.property(some, one, (units, a) => {
        let now: string | undefined = a
        for (let times = 0; times < ids.length && now !== undefined; times++) {
          expect(isSameUnit(units, a, now)).toBe(true)
          now = units[now]?.became?.unit
        }
      }),
    )
  })

  test('two units of which neither became the other are different', () => {
    const before = (units: Record<string, Unit>, a: string): Set<string> => {
      const found = new Set<string>()
      for (let now = units[a]?.became?.unit; now !== undefined && !found.has(now);) {
        found.add(now)
        now = units[now]?.became?.unit
      }
      return found
    }
    fc.assert(
      fc.property(some, one, one, (units, a, b) => {
        const isNeither = a !== b && !before(units, a).has(b) && !before(units, b).has(a)
        expect(isSameUnit(units, a, b)).toBe(!isNeither)
      }),
    )
  })
})
