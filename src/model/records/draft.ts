import { countFirst } from '../binary-search.ts'

/**
 * A text with some typos corrected, so that the rest can be parsed. `origin` maps an offset in it
 * to the offset in the text as typed.
 */
export interface Draft {
  readonly text: string
  readonly origin: (offset: number) => number
}

/** A replacement of a range of a text. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly by: string
}

export const draftOf = (text: string): Draft => ({ text, origin: (offset) => offset })

/** Applies splices, which must be sorted and must not overlap. */
export function withSplices(draft: Draft, splices: readonly Splice[]): Draft {
  let text = ''
  let last = 0
  const starts: number[] = []
  for (const { from, to, by } of splices) {
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
      const splice = splices[nearest]
      const start = starts[nearest]
      if (splice === undefined || start === undefined) return draft.origin(offset)
      const beyond = offset - start - splice.by.length
      return draft.origin(beyond < 0 ? splice.from : splice.to + beyond)
    },
  }
}
