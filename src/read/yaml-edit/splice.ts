/** Other text for a stretch of a text. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** The text with splices made; those at one place keep their order, and none overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, n) => ({ ...splice, n }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.n - b.n)
  let made = ''
  let at = 0
  for (const { from, to, by } of ordered) {
    if (from < at) throw new Error(`two edits overlap at offset ${from}`)
    made += text.slice(at, from) + by
    at = to
  }
  return made + text.slice(at)
}
