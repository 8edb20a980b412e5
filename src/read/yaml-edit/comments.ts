import { countFirst } from '#model/binary-search.ts'
import { type Comment, commentsIn } from '#model/records/yaml-comments.ts'

/** The comments between two offsets. */
export function commentsBetween(
  comments: readonly Comment[],
  from: number,
  to: number,
): readonly Comment[] {
  return comments.slice(countBefore(comments, from), countBefore(comments, to))
}

/** How many comments come before an offset. */
const countBefore = (comments: readonly Comment[], offset: number): number =>
  countFirst(comments, (comment) => comment.offset < offset)

/** The comments of one text that are missing in another. */
export function lostComments(before: string, after: string): string[] {
  const left = new Map<string, number>()
  for (const { text } of commentsIn(after)) left.set(text, (left.get(text) ?? 0) + 1)
  return commentsIn(before).flatMap(({ text }) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count > 0 ? [] : [text]
  })
}
