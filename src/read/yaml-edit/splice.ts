import type { Splice } from '#model/records/draft.ts'

/** Applies splices to a text. Splices at one place keep their order; none may overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, n) => ({ ...splice, n }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.n - b.n)
  let edited = ''
  let at = 0
  for (const { from, to, by } of ordered) {
    if (from < at) throw new Error(`two edits overlap at offset ${from}`)
    edited += text.slice(at, from) + by
    at = to
  }
  return edited + text.slice(at)
}
