/**
 * The id of a new record: the prefix and the number after the last one in use.
 *
 * @param digits how many the number has at least
 */
export function nextId(ids: readonly string[], prefix: string, digits = 2): string {
  const numbers = ids.map((id) => Number(/(\d+)$/.exec(id)?.[1] ?? 0))
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(digits, '0')}`
}
