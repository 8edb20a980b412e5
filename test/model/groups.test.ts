import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf } from '#model/groups.ts'
import type { Group } from '#schema/group.ts'

describe('of any blocks of figures, nested in any way', () => {
  const label = fc.constantFrom('甲', '乙', '1.5万', 'tally')
  const record = <T>(of: fc.Arbitrary<T>) =>
    fc.dictionary(label, of, { maxKeys: 2, noNullPrototype: true })
  const { group } = fc.letrec<{ group: Group }>((tie) => ({
    group: fc.record(
      {
        tally: fc.constant({ checked: 10 }),
        as_printed: fc.boolean(),
        splits: record(
          fc.record({
            of: fc.constant('checked' as const),
            parts: record(
              fc.oneof({ maxDepth: 3 }, fc.nat(9), fc.constant({ value: 3 }), tie('group')),
            ),
          }),
        ),
        rounds: record(fc.oneof({ maxDepth: 3 }, fc.constant({ sets_rate: true }), tie('group'))),
      },
      { requiredKeys: [], noNullPrototype: true },
    ) as fc.Arbitrary<Group>,
  }))
  const inspections = record(group).map((areas) => ({ areas }))
  /** Every value on the way to a place, beginning with the record itself. */
  const wayTo = (root: object, path: readonly string[]): unknown[] =>
    path.reduce<unknown[]>(
      (way, key) => [...way, (way.at(-1) as Record<string, unknown>)[key]],
      [root],
    )

  test('each is found at its own path only', () => {
    fc.assert(
      fc.property(inspections, (inspection) => {
        const found = [...groupsOf(inspection)]
        for (const one of found) expect(wayTo(inspection, one.path).at(-1)).toBe(one.group)
        const paths = found.map(({ path }) => JSON.stringify(path))
        expect(new Set(paths).size).toBe(paths.length)
      }),
    )
  })

  test('none is left out, and a part that is only a number is not a block', () => {
    const isBlock = (part: unknown): part is Group =>
      typeof part === 'object' && part !== null && !('value' in part)
    const count = (of: Group): number => {
      const parts = Object.values(of.splits ?? {}).flatMap((split) => Object.values(split.parts))
      const below = [...parts.filter(isBlock), ...Object.values(of.rounds ?? {})]
      return below.reduce((sum, one) => sum + count(one), 1)
    }
    fc.assert(
      fc.property(inspections, (inspection) => {
        const all = Object.values(inspection.areas).reduce((sum, area) => sum + count(area), 0)
        expect([...groupsOf(inspection)]).toHaveLength(all)
      }),
    )
  })

  test('a block is marked as printed exactly where it or one around it is', () => {
    fc.assert(
      fc.property(inspections, (inspection) => {
        for (const { path, asPrinted } of groupsOf(inspection))
          expect(asPrinted).toBe(
            wayTo(inspection, path).some((one) => (one as Group).as_printed === true),
          )
      }),
    )
  })
})
