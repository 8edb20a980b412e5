import type { Path, Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'
import {
  type Marking,
  internalAddresses,
  markingLevel,
  markings,
} from '#model/texts/sensitive-text.ts'
import { headOf, inEveryText } from '../texts/texts.ts'

/** Secret texts, drafts and addresses of internal networks are not published. */
export const internalText: Check = {
  name: 'internal-text',
  description:
    'No marking of secrecy or of a draft and no address of an internal network in any text.',
  check: (input) => found(input),
}

const found = inEveryText(
  ({ file, text, placeAt, path, isPart }, official, record) => {
    if (path?.[0] === 'acknowledged') return []
    const isOfficial = official === 'official'
    const problems: Problem[] = []
    // A marking is a paragraph, a heading or a value by itself.
    if (isPart !== true && !isNameOfAnother(path))
      for (const { text: mark, index, kind } of markings(text, isCell(path)))
        problems.push(
          problem(codeOf[kind], file, placeAt(index), { mark }, markingLevel(kind, isOfficial)),
        )
    for (const { text: address, index } of internalAddresses(text, headOf(record, path)))
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
  },
  ({ site }) => (site.official ? 'official' : ''),
)

const codeOf = {
  secrecy: 'security-mark',
  declassified: 'security-mark',
  draft: 'draft-mark',
} as const satisfies Record<Marking['kind'], Problem['code']>

/** A cell of a table, or the text of an issue, which names what stands on a page. */
const isCell = (path: Path | null): boolean =>
  path?.includes('rows') === true || (path?.[0] === 'issues' && path.at(-1) === 'text')

/**
 * Whether a path is the title of an attachment, which names another document; the attachment itself
 * is checked.
 */
const isNameOfAnother = (path: Path | null): boolean =>
  path?.at(-1) === 'title' && path.includes('attachments')
