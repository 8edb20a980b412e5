/**
 * Whether a value includes everything of another: a map has all its keys, a list all its entries in
 * order, and other values are equal. Additions are allowed.
 */
export function includesAllOf(now: unknown, before: unknown): boolean {
  if (Array.isArray(before)) {
    if (!Array.isArray(now)) return false
    let from = 0
    return before.every((entry) => {
      const at = now.findIndex((one, n) => n >= from && includesAllOf(one, entry))
      from = at + 1
      return at >= 0
    })
  }
  if (isMap(before)) {
    return (
      isMap(now) &&
      Object.entries(before).every(
        ([key, value]) => Object.hasOwn(now, key) && includesAllOf(now[key], value),
      )
    )
  }
  return Object.is(now, before)
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
