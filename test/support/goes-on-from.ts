/**
 * Whether a value still says all that another says: a map has every key of it, a list every entry,
 * in their order, and the rest is equal. What is added beside that is left alone.
 */
export function goesOnFrom(now: unknown, before: unknown): boolean {
  if (Array.isArray(before)) {
    if (!Array.isArray(now)) return false
    let from = 0
    return before.every((entry) => {
      const at = now.findIndex((one, n) => n >= from && goesOnFrom(one, entry))
      from = at + 1
      return at >= 0
    })
  }
  if (isMap(before)) {
    return (
      isMap(now) &&
      Object.entries(before).every(
        ([key, value]) => Object.hasOwn(now, key) && goesOnFrom(now[key], value),
      )
    )
  }
  return Object.is(now, before)
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
