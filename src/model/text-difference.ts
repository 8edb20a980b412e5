/** The largest length of a quoted passage, in characters. */
const maxQuoteLength = 60

/** Cuts a passage to the length of a quote. */
export const shortened = (text: string): string =>
  text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text

/**
 * The differing clauses of two texts, each given as blocks, and the index of the block in the
 * second text in which the difference starts.
 */
export function difference(
  was: readonly string[],
  reads: readonly string[],
): { from: string | null; to: string | null; block: number } {
  let start = 0
  while (start < was.length && was[start] === reads[start]) start++
  let end = 0
  while (
    end < was.length - start &&
    end < reads.length - start &&
    was.at(-1 - end) === reads.at(-1 - end)
  )
    end++
  const one = was.slice(start, was.length - end).join(' ')
  const other = reads.slice(start, reads.length - end).join(' ')
  return { ...clauses(one, other), block: Math.min(start, reads.length - 1) }
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
