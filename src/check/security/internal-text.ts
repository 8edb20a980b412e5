import type { Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { problem, type Check } from '../check.ts'
import {
  type Marking,
  internalAddresses,
  markingLevel,
  markings,
} from '#model/texts/sensitive-text.ts'
import { namesAbove, inEveryText, type TypedText } from '../texts/texts.ts'

/** Secret texts, drafts and addresses of internal networks are not published. */
export const internalText: Check = {
  name: 'internal-text',
  description:
    'No marking of secrecy or of a draft and no address of an internal network in any text.',
  check: (input) => found(input),
}

const found = inEveryText(
  (text, official, record) =>
    text.path?.[0] === 'acknowledged'
      ? []
      : internalProblems(
          text,
          official === 'official',
          namesAbove(record, text.path),
          isCell(text.path),
        ),
  ({ site }) => (site.official ? 'official' : ''),
)

/**
 * Markings and internal addresses in one text.
 *
 * @param head of the column or the names above the text
 * @param isCell whether only a whole marking counts
 */
export function internalProblems(
  { file, text, placeAt, path, isPart }: TypedText,
  isOfficial: boolean,
  head: string,
  isCell: boolean,
): Problem[] {
  const problems: Problem[] = []
  // A marking is a paragraph, a heading or a value of its own.
  if (isPart !== true && !isNameOfAnother(path))
    for (const { text: mark, index, kind } of markings(text, isCell))
      problems.push(
        problem(codeOf[kind], file, placeAt(index), { mark }, markingLevel(kind, isOfficial)),
      )
  for (const { text: address, index } of internalAddresses(text, head))
    problems.push(
      problem(
        'internal-address',
        file,
        placeAt(index),
        { address },
        isOfficial ? 'error' : 'warning',
      ),
    )
  return problems
}

const codeOf = {
  secrecy: 'security-mark',
  declassified: 'security-mark',
  draft: 'draft-mark',
} as const satisfies Record<Marking['kind'], Problem['code']>

/** A cell of a table, or the text of an issue, which quotes a page. */
const isCell = (path: Path | null): boolean =>
  path?.includes('rows') === true || (path?.[0] === 'issues' && path.at(-1) === 'text')

/**
 * Whether a path is the title of an attachment, which names another document; the attachment itself
 * is checked.
 */
const isNameOfAnother = (path: Path | null): boolean =>
  path?.at(-1) === 'title' && path.includes('attachments')
