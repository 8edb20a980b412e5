import type { ById } from './dataset.ts'
import type { Unit } from '#schema/unit.ts'

/** Whether two units are one before and after it was renamed or merged. */
export const isSameUnit = (units: ById<Unit>, one: string, other: string): boolean =>
  line(units, one).includes(other) || line(units, other).includes(one)

/** A unit and what it became, in turn. */
function line(units: ById<Unit>, id: string): string[] {
  const ids = [id]
  for (let next = units[id]?.became?.unit; next !== undefined; next = units[next]?.became?.unit) {
    if (ids.includes(next)) break
    ids.push(next)
  }
  return ids
}
