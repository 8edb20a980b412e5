import type { Dataset } from '#model/dataset.ts'
import type { Problem } from '#messages/problem.ts'
import type { Loaded } from '#model/records/loaded.ts'
import { commentsIn } from '#model/records/yaml-comments.ts'
import type { TypedText } from '../texts/texts.ts'
import { internalProblems } from './internal-text.ts'
import { personalProblems } from './personal-data.ts'

/**
 * Finds non-public information in the comments of data files: no page shows them, but the files
 * themselves are public. Of markings only a whole one counts, because a comment may say that
 * something is a draft.
 */
export function commentProblems(
  { sources }: Pick<Loaded, 'sources'>,
  { site }: Dataset,
): Problem[] {
  const problemsIn = (text: TypedText): Problem[] => [
    ...personalProblems(text, site.contact ?? ''),
    ...internalProblems(text, site.official === true, '', true),
  ]
  return [...sources.values()].flatMap(({ file, text }) => {
    if (!file.endsWith('.yaml') || !text.includes('#')) return []
    // Most files have no line with such a thing; to tell comments from texts takes longer.
    const isSuspicious = text
      .split('\n')
      .some(
        (line) =>
          line.includes('#') &&
          (/密|内\s*部/.test(line) || problemsIn(textAt(line, file, 0)).length > 0),
      )
    if (!isSuspicious) return []
    return commentsIn(text).flatMap((comment) => {
      const start = comment.text.search(/[^#\s]/)
      return start < 0
        ? []
        : problemsIn(textAt(comment.text.slice(start), file, comment.offset + start))
    })
  })
}

const textAt = (text: string, file: string, offset: number): TypedText => ({
  file,
  text,
  placeAt: (index) => ({ at: 'offset', offset: offset + index }),
  path: null,
})
