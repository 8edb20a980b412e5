/** The lines that only one of two texts has, in order: `-` from the first, `+` from the second. */
export function lineDifference(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  // The length of the longest common subsequence of the rests, from the end of both.
  const rests = Array.from({ length: old.length + 1 }, () => new Map<number, number>())
  const rest = (i: number, j: number): number => rests[i]?.get(j) ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      rests[i]?.set(
        j,
        old[i] === fresh[j] ? rest(i + 1, j + 1) + 1 : Math.max(rest(i + 1, j), rest(i, j + 1)),
      )
  const lines: string[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      i++
      j++
    } else if (i < old.length && (j === fresh.length || rest(i + 1, j) >= rest(i, j + 1)))
      lines.push(`-${old[i++] ?? ''}`)
    else lines.push(`+${fresh[j++] ?? ''}`)
  }
  return lines
}
