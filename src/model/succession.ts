import type { ById } from './dataset.ts'
import type { Unit } from '#schema/unit.ts'

/** Whether two units are the same one before and after it was renamed or merged. */
export const isSameUnit = (units: ById<Unit>, one: string, other: string): boolean =>
  line(units, one).has(other) || line(units, other).has(one)

/** The number of renamings that are followed, as a guard against cycles. */
const maxRenamings = 100

/** The ids of a unit and its successors. */
function line(units: ById<Unit>, id: string): ReadonlySet<string> {
  const ids = new Set([id])
  for (
    let next = units[id]?.became?.unit;
    next !== undefined && !ids.has(next) && ids.size <= maxRenamings;
    next = units[next]?.became?.unit
  )
    ids.add(next)
  return ids
}
