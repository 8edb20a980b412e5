/** How long a passage may be that is quoted to show what has changed. */
const maxQuoteLength = 60

/** A passage cut to what can be quoted. */
export const shortened = (text: string): string =>
  text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text

/** The clauses in which two texts, given block by block, differ, and the block of the second in which that begins. */
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

/** The differing part of two texts, from one punctuation mark to another; null where one has nothing. */
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
