import type { Document } from 'yaml'
import { draftOf, type Draft } from './draft.ts'
import {
  mendings,
  withoutUnseen,
  withPlainIndents,
  withWholeNumbers,
  type Slip,
} from './typing-slips.ts'
import { parse } from './yaml-parse.ts'
import { syntaxErrors } from './yaml-syntax.ts'

/** More slips than this in one file are shown a few at a time. */
const mostSlips = 20
const mostLinesBack = 2

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
  for (let n = 0; n < mostSlips; n++) {
    const [error] = syntaxErrors(document, draft.text)
    if (error === undefined) break
    const further = firstThatHelps(mendingsAround(draft, error.offset), error.offset)
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
): { draft: Draft; document: Document; slip: Slip } | undefined {
  for (const { draft, slip, lineEnd } of around) {
    const document = parse(draft.text)
    const [next] = syntaxErrors(document, draft.text)
    if (next === undefined || next.offset > Math.max(offset, lineEnd))
      return { draft, document, slip }
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
