import { shortened } from '#messages/shortened.ts'

/**
 * The differing clauses of two texts, each given as blocks, and the index of the block in the
 * second text in which the difference starts.
 */
export function difference(
  before: readonly string[],
  after: readonly string[],
): { from: string | null; to: string | null; block: number } {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++
  const one = before.slice(start, before.length - end).join(' ')
  const other = after.slice(start, after.length - end).join(' ')
  return { ...clauses(one, other), block: Math.min(start, after.length - 1) }
}

/**
 * The differing part of two texts, extended to punctuation marks; null on a side that has no text
 * there.
 */
function clauses(one: string, other: string): { from: string | null; to: string | null } {
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (
    end < Math.min(one.length, other.length) - start &&
    one.at(-1 - end) === other.at(-1 - end)
  )
    end++
  const breaks = /[，。；：！？\n]/
  while (start > 0 && !breaks.test(one[start - 1] ?? '')) start--
  while (end > 0 && !breaks.test(one.at(-end) ?? '')) end--
  const cut = (text: string): string | null => {
    const part = text.slice(start, text.length - end).trim()
    return part === '' ? null : shortened(part)
  }
  return { from: cut(one), to: cut(other) }
}
