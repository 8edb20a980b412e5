import type { Document } from 'yaml'
import { draftOf, type Draft } from '#model/records/draft.ts'
import { mendings, withoutUnseen, withPlainIndents, withWholeNumbers, type Slip } from './typos.ts'
import { parse, tooManyLevels } from './yaml-parse.ts'
import { firstSyntaxError } from './yaml-syntax.ts'

/** More slips than this in one file are shown a few at a time. */
const mostSlips = 20
const mostLinesBack = 2
/**
 * Characters that are read again to find out what a line was meant to be. In a large file slips are
 * told in fewer rounds, because each trial reads all of it.
 */
const mostReread = 2_000_000

/**
 * Reads a text, mending slips of the keyboard where the text is not YAML. A mending counts when the
 * parser gets further with it: then it was the slip that stopped it.
 */
export function readMended(text: string): { draft: Draft; document: Document; slips: Slip[] } {
  const seen = withoutUnseen(draftOf(text))
  const plain = withPlainIndents(seen.draft)
  const whole = withWholeNumbers(plain.draft)
  const slips = [...seen.slips, ...plain.slips, ...whole.slips]
  let { draft } = whole
  let document = parse(draft.text)
  let left = mostReread
  const reread = (one: Draft): Document | null => {
    left -= one.text.length
    return left < 0 ? null : parse(one.text)
  }
  for (let n = 0; n < mostSlips; n++) {
    const error = firstSyntaxError(document, draft.text)
    if (error === null || error.code === tooManyLevels) break
    const further = firstThatHelps(mendingsAround(draft, error.offset), error.offset, reread)
    if (further === undefined) break
    ;({ draft, document } = further)
    slips.push(further.slip)
  }
  return { draft, document, slips }
}

/** The first mending with which the parser gets past the error and the mended line. */
function firstThatHelps(
  around: ReturnType<typeof mendingsAround>,
  offset: number,
  reread: (draft: Draft) => Document | null,
): { draft: Draft; document: Document; slip: Slip } | undefined {
  for (const { draft, slip, lineEnd } of around) {
    const document = reread(draft)
    if (document === null) return undefined
    const next = firstSyntaxError(document, draft.text)
    if (next === null || next.offset > Math.max(offset, lineEnd)) return { draft, document, slip }
  }
  return undefined
}

/** Ways to mend the line of an error, or one of the lines before it where it may come from. */
function mendingsAround(
  draft: Draft,
  offset: number,
): (ReturnType<typeof mendings>[number] & { lineEnd: number })[] {
  const found: ReturnType<typeof mendingsAround> = []
  let start = draft.text.lastIndexOf('\n', offset - 1) + 1
  for (let back = 0; back <= mostLinesBack; back++) {
    const end = draft.text.indexOf('\n', start)
    const lineEnd = end === -1 ? draft.text.length : end
    found.push(...mendings(draft, start).map((mending) => ({ ...mending, lineEnd })))
    if (start === 0) break
    start = draft.text.lastIndexOf('\n', start - 2) + 1
  }
  return found
}
