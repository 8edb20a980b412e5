import type { Document } from 'yaml'
import { draftOf, type Draft } from '#model/records/draft.ts'
import { repairs, withoutUnseen, withPlainIndents, withWholeNumbers, type Typo } from './typos.ts'
import { parse, tooManyLevels } from './yaml-parse.ts'
import { firstSyntaxError } from './yaml-syntax.ts'

/** Typos that are repaired in one file in one run; the next run shows more. */
const maxTypos = 20
const maxLinesBack = 2
/**
 * Characters that may be parsed again to try repairs. Each trial parses the whole file, so a large
 * file gets fewer trials.
 */
const maxReparsedCharacters = 2_000_000

/**
 * Parses a text and repairs typos where it is not valid YAML. A repair counts if the parser gets
 * further with it: then the typo was what stopped it.
 */
export function parseWithRecovery(text: string): {
  draft: Draft
  document: Document
  typos: Typo[]
} {
  const seen = withoutUnseen(draftOf(text))
  const plain = withPlainIndents(seen.draft)
  const whole = withWholeNumbers(plain.draft)
  const typos = [...seen.typos, ...plain.typos, ...whole.typos]
  let { draft } = whole
  let document = parse(draft.text)
  let left = maxReparsedCharacters
  const reparse = (one: Draft): Document | null => {
    left -= one.text.length
    return left < 0 ? null : parse(one.text)
  }
  for (let n = 0; n < maxTypos; n++) {
    const error = firstSyntaxError(document, draft.text)
    if (error === null || error.code === tooManyLevels) break
    const further = firstThatHelps(repairsAround(draft, error.offset), error.offset, reparse)
    if (further === undefined) break
    ;({ draft, document } = further)
    typos.push(further.typo)
  }
  return { draft, document, typos }
}

/** The first repair with which the parser gets past the error and the repaired line. */
function firstThatHelps(
  around: ReturnType<typeof repairsAround>,
  offset: number,
  reparse: (draft: Draft) => Document | null,
): { draft: Draft; document: Document; typo: Typo } | undefined {
  for (const { draft, typo, lineEnd } of around) {
    const document = reparse(draft)
    if (document === null) return undefined
    const next = firstSyntaxError(document, draft.text)
    if (next === null || next.offset > Math.max(offset, lineEnd)) return { draft, document, typo }
  }
  return undefined
}

/** Repairs of the line with an error and of the lines before it that may have caused it. */
function repairsAround(
  draft: Draft,
  offset: number,
): (ReturnType<typeof repairs>[number] & { lineEnd: number })[] {
  const found: ReturnType<typeof repairsAround> = []
  let start = draft.text.lastIndexOf('\n', offset - 1) + 1
  for (let back = 0; back <= maxLinesBack; back++) {
    const end = draft.text.indexOf('\n', start)
    const lineEnd = end === -1 ? draft.text.length : end
    found.push(...repairs(draft, start).map((repair) => ({ ...repair, lineEnd })))
    if (start === 0) break
    start = draft.text.lastIndexOf('\n', start - 2) + 1
  }
  return found
}
