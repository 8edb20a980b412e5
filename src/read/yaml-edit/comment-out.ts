import type { Node, Pair } from 'yaml'
import { isMap, isScalar } from 'yaml'
import { editable } from './editable.ts'
import { columnOf, endOfPair, isFirstOnLine, lineStart, nextLine, nodeStart } from './places.ts'
import { spliced } from './splice.ts'

/**
 * Turns a top-level field into a comment, line by line. Used for a field that the format no longer
 * has, so that nothing an editor typed is lost.
 */
export function commentOut(text: string, key: string): string {
  const { document } = editable(text)
  const root = document.contents
  const pair = isMap(root)
    ? root.items.find(({ key: name }) => isScalar(name) && name.value === key)
    : undefined
  if (pair === undefined) return text
  const start = nodeStart(pair.key as Node)
  if (!isFirstOnLine(text, start)) throw new Error(`"${key}" does not begin its line`)
  const column = columnOf(text, start)
  const splices = []
  const end = endOfPair(pair as Pair, text)
  for (let at = lineStart(text, start); at <= end && at < text.length; at = nextLine(text, at))
    splices.push({ from: at + column, to: at + column, by: '# ' })
  return spliced(text, splices)
}
