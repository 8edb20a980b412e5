import { withoutAddresses } from '#model/plain-text.ts'
import type { Level } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'
import { inEveryText } from './texts.ts'

/** Text that its author has not finished. */
export const unfinishedText: Check = {
  name: 'unfinished-text',
  description: 'No TODO, placeholder, mask, blank or 待补 is left in a text.',
  check: (input) => unfinished(input),
}

const unfinished = inEveryText(({ file, text, placeAt, path }) => {
  // An acknowledgement quotes the text that it accepts, a correction the earlier text.
  if (path?.[0] === 'acknowledged') return []
  if (path?.[0] === 'corrections' && path.at(-1) === 'from') return []
  // A quick test first, because most texts contain no such mark.
  if (!begins.test(text)) return []
  const prose = withoutAddresses(text)
  return unfinishedMarks.flatMap(({ pattern, level }) =>
    [...prose.matchAll(pattern)].map((match) =>
      problem('text-unfinished', file, placeAt(match.index), { text: match[0] }, level),
    ),
  )
})

const begins =
  /[?？×✕╳○□■_＿]{2}|[xXｘＸ×✕╳○][年月日]|待[补填定核确]|此处填|[xXｘＸ]{2}|[Tt][OoBb][Dd]|[Ff][Ii][Xx]|[Pp][Ll][Aa]|[Ll][Oo][Rr]|[【［\[〔][\s\u3000]*[】］\]〕]/

/**
 * Marks of unfinished text. Those that a finished text never contains are errors; masks, blanks of
 * forms and 待定 are also printed in documents, so they are warnings that can be acknowledged.
 */
const unfinishedMarks: readonly { readonly pattern: RegExp; readonly level: Level }[] = [
  {
    pattern:
      /(?<![A-Za-z])(?:TODO|TBD|FIXME|placeholder|lorem ipsum)(?![A-Za-z])|(?<![等期])待补(?![贴助偿缴录办])充?|(?<![等期])待填写?|此处填写?|[?？]{2,}|[【［\[〔][\s\u3000]*[】］\]〕]/gi,
    level: 'error',
  },
  {
    // A single × usually masks part of a document number (×府办〔2024〕1号), and 二○○八年 is a year.
    pattern:
      /[×✕╳]{2,}|(?<![A-Za-z])[xXｘＸ]{2,}(?![A-Za-z])|(?<![一二三四五六七八九十])○{2,}(?![一二三四五六七八九年])|[□■]{2,}|[_＿]{2,}|(?<![A-Za-z×✕╳○xXｘＸ])[xXｘＸ×✕╳○](?=[年月日])|(?<![等期看对招接])待定(?![期向点位额])|待核实|待确认/g,
    level: 'warning',
  },
]
