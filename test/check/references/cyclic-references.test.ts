import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cyclicReferences } from '#check/references/cyclic-references.ts'
import type { Unit } from '#schema/unit.ts'
import { problemsOf } from '../found.ts'

test('property: among any successions of units, each cycle is reported once, and nothing else is', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const some = fc
    .tuple(...ids.map(() => fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined })))
    .map((all) =>
      Object.fromEntries(
        ids.map((id, n): [string, Unit] => {
          const to = all[n]
          const rest = { name: id, tier: 'county' }
          return [id, to === undefined ? rest : { ...rest, became: { unit: to } }]
        }),
      ),
    )
  fc.assert(
    fc.property(some, (units) => {
      const isBackAt = (id: string): boolean => {
        let now: string | undefined = id
        for (let n = 0; n < ids.length && now !== undefined; n++) {
          now = units[now]?.became?.unit
          if (now === id) return true
        }
        return false
      }
      const reported = problemsOf(cyclicReferences, { units }).map(({ args }) =>
        String(args['round']).split('→'),
      )
      for (const round of reported) expect(round.at(-1)).toBe(round[0])
      expect(reported.flatMap((round) => round.slice(1)).toSorted()).toEqual(ids.filter(isBackAt))
    }),
  )
})
