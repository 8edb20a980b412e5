import { numberOf } from '#domain/figure.ts'
import type { Change } from '#schema/figure.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import { figuresOf } from './blocks.ts'
import { problem, type Check } from './check.ts'

/** A printed growth agrees with the two numbers that it lies between. Only ever a warning. */
export const changes: Check = {
  name: 'changes',
  description: 'A change whose earlier number is known equals what the two numbers give.',
  check({ dataset }) {
    return [...figuresOf(dataset)].flatMap(({ file, path, figures }) =>
      Object.entries(figures).flatMap(([label, measure]) => {
        const now = numberOf(measure)
        const moved = typeof measure === 'object' ? (measure.changes ?? []) : []
        if (now === null) return []
        return moved.flatMap((change, n): Problem[] => {
          const computed = amountOf(change, now)
          if (computed === null || change.value === undefined) return []
          const shown = rounded(computed, decimalsIn(change.value))
          if (shown === change.value) return []
          const args = {
            name: label,
            stated: `${String(change.value)}${change.unit ?? ''}`,
            from: change.from ?? 0,
            now,
            computed: `${String(shown)}${change.unit ?? ''}`,
          }
          const place = atValue(...path, label, 'changes', n, 'value')
          return [problem('change-differs', file, place, args, 'warning')]
        })
      }),
    )
  },
}

/** The size of the change that two numbers give, in the unit it is printed in. */
function amountOf({ from, unit, direction }: Change, now: number): number | null {
  if (from === undefined || direction === 'level') return null
  const difference = Math.abs(now - from)
  if (unit !== '%') return difference
  return from === 0 ? null : (100 * difference) / Math.abs(from)
}

const decimalsIn = (value: number): number => String(value).split('.')[1]?.length ?? 0

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))
