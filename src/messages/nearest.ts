/** A longer word is not a typo of a name. */
const maxWordLength = 100

/** The candidate that the editor probably meant, or null when none is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > maxWordLength) return null
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  const typed = word.toLowerCase()
  for (const candidate of candidates) {
    const distance = editDistance(typed, candidate.toLowerCase(), least)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/**
 * The largest number of words that get a suggestion; further problems with one code are not listed
 * anyway.
 */
const maxWords = 200
/** The largest number of comparisons: some hundred words with all units of a province. */
const maxComparisons = 500_000

/**
 * `nearest` for a rule that may meet very many unknown words among very many names. After a limit
 * on words and comparisons it gives no suggestion.
 */
export function nearestWithin(): (word: string, candidates: readonly string[]) => string | null {
  let words = maxWords
  let names = maxComparisons
  return (word, candidates) => {
    words -= 1
    names -= candidates.length
    return words < 0 || names < 0 ? null : nearest(word, candidates)
  }
}

/** A list of names in a message; of many, the first and how many there are. */
export const shortList = (names: readonly string[], most = 50): string =>
  names.length <= most
    ? names.join('、')
    : `${names.slice(0, most).join('、')}等 ${names.length} 个`

/** A name or a path in a message; a long one is reduced to its start and end. */
export function shortName(name: string, most = 80): string {
  if (name.length <= most) return name
  const characters = [...name]
  return characters.length <= most
    ? name
    : `${characters.slice(0, most - 20).join('')}……${characters.slice(-20).join('')}`
}

/** Levenshtein distance, counting a swap of neighbours as one; `limit` when it is that or more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let leastOfLast = 0
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let leastOfRow = row
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min(
        (last[column] ?? limit) + 1,
        (current[column - 1] ?? limit) + 1,
        (last[column - 1] ?? limit) + cost,
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped)
        value = Math.min(value, (beforeLast[column - 2] ?? limit) + 1)
      current.push(value)
      leastOfRow = Math.min(leastOfRow, value)
    }
    // After two such rows no path can come below the limit again.
    if (leastOfRow >= limit && leastOfLast >= limit) return limit
    leastOfLast = leastOfRow
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length] ?? limit, limit)
}
