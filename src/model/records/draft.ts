import { countFirst } from '../binary-search.ts'

/**
 * A text with some typos corrected, so that the rest can be parsed. `origin` maps an offset in it
 * to the offset in the text as typed.
 */
export interface Draft {
  readonly text: string
  readonly origin: (offset: number) => number
}

export interface Edit {
  readonly from: number
  readonly to: number
  readonly by: string
}

export const draftOf = (text: string): Draft => ({ text, origin: (offset) => offset })

/** Applies edits, which must be sorted and must not overlap. */
export function withEdits(draft: Draft, edits: readonly Edit[]): Draft {
  let text = ''
  let last = 0
  const starts: number[] = []
  for (const { from, to, by } of edits) {
    text += draft.text.slice(last, from)
    starts.push(text.length)
    text += by
    last = to
  }
  text += draft.text.slice(last)
  return {
    text,
    origin(offset) {
      const nearest = countFirst(starts, (start) => start <= offset) - 1
      const edit = edits[nearest]
      const start = starts[nearest]
      if (edit === undefined || start === undefined) return draft.origin(offset)
      const beyond = offset - start - edit.by.length
      return draft.origin(beyond < 0 ? edit.from : edit.to + beyond)
    },
  }
}
