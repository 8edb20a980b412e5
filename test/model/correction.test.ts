import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctionsOf, covers } from '#model/correction.ts'
import { valueAt } from '#model/correction-writing.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { anyDataset } from '../support/any-dataset.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

test('a value is found below a key that holds a full stop itself', () => {
  expect(valueAt({ figures: { '1.5万次以上': { value: 3 } } }, 'figures.1.5万次以上.value')).toBe(3)
  expect(valueAt({ a: { b: 1 }, 'a.b': 2 }, 'a.b')).toBe(2)
  expect(valueAt({}, 'constructor')).toBeUndefined()
})

test('corrections have different ids, even several of one place on one day', () => {
  const on = { on: '2024-06-12', from: '一', to: '二', reason: '核对' }
  const corrections = ['a', 'a', 'a/2', 'a'].map((at) => ({ ...on, at }))
  const dataset = datasetWith({ inspections: [inspectionWith({ corrections })] })
  const ids = correctionsOf(dataset).map(({ id }) => id)
  expect(new Set(ids).size).toBe(4)
})

describe('of any record', () => {
  const key = fc.constantFrom('甲', 'tally', '1', '1.5万', 'a.b', 'constructor', '2024')
  const record = fc.letrec<{ any: unknown; group: Record<string, unknown> }>((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, fc.nat(9), fc.array(tie('any'), { maxLength: 2 }), tie('group')),
    group: fc.dictionary(key, tie('any'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  })).group
  /** Each value with the keys that lead to it. */
  const places = (of: unknown, path: readonly string[] = []): [string[], unknown][] => [
    ...(path.length === 0 ? [] : [[[...path], of] as [string[], unknown]]),
    ...(typeof of === 'object' && of !== null
      ? Object.entries(of).flatMap(([name, inner]) => places(inner, [...path, name]))
      : []),
  ]

  test('every value is found at its place, if no other is called the same', () => {
    fc.assert(
      fc.property(record, (root) => {
        const all = places(root).map(([path, value]) => ({ at: path.join('.'), value }))
        for (const { at, value } of all) {
          const found = valueAt(root, at)
          if (all.filter((one) => one.at === at).length === 1) expect(found).toBe(value)
          else expect(all.filter((one) => one.at === at).map((one) => one.value)).toContain(found)
        }
      }),
    )
  })

  test('a path that does not exist has no value', () => {
    fc.assert(
      fc.property(record, fc.array(key, { minLength: 1, maxLength: 4 }), (root, path) => {
        const at = path.join('.')
        const isThere = places(root).some(([keys]) => keys.join('.') === at)
        expect(valueAt(root, at) !== undefined).toBe(isThere)
      }),
    )
  })

  test('a path covers itself and everything below it, but not another key with the same start', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1 }), fc.array(key), (path, more) => {
        const at = path.join('.')
        expect(covers(at, [...path, ...more].join('.'))).toBe(true)
        expect(covers(at, `${at}x`)).toBe(false)
        if (more.length > 0) expect(covers([...path, ...more].join('.'), at)).toBe(false)
      }),
    )
  })
})

test('each correction of a dataset is once in the list, the newest first, with an id of its own', () => {
  fc.assert(
    fc.property(anyDataset, anyDayOfSpring, (dataset, on) => {
      const again = { on, at: 'areas.media', from: '一', to: '二', reason: '核对' }
      const inspections = dataset.inspections.map((one) => ({
        ...one,
        corrections: [...(one.corrections ?? []), again, again],
      }))
      const all = correctionsOf({ ...dataset, inspections })
      const reports = Object.values(dataset.selfInspections).flatMap((of) => Object.values(of))
      const count = [...inspections, ...reports].flatMap(({ corrections = [] }) => corrections)
      expect(all).toHaveLength(count.length + dataset.withdrawals.length)
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      const days = all.map(({ correction }) => correction.on)
      expect(days).toEqual(days.toSorted().reverse())
    }),
  )
})
