import { Memoized } from '#model/memoized.ts'
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'

/** Offsets of nodes in a text that was parsed with its source tokens. */

export const nodeStart = (node: Node): number => rangeOf(node)[0]

function rangeOf(node: Node): readonly [number, number, number] {
  if (node.range == null) throw new Error('a node has no place')
  return node.range
}

export const isBlock = (node: unknown): node is YAMLMap | YAMLSeq =>
  (isMap(node) || isSeq(node)) && node.flow !== true

/** Offset after the last character of a value, without comments and line ends. */
export function endOf(node: Node, text: string): number {
  if (isBlock(node)) {
    const last = isMap(node) ? node.items.length - 1 : node.items.length - 1
    if (last >= 0)
      return isMap(node) ? endOfPair(node.items[last] as Pair, text) : endOfItem(node, last, text)
  }
  const [start, end] = rangeOf(node)
  // The range of a block scalar includes its line ends.
  const isText = isScalar(node) && node.type?.startsWith('BLOCK') === true
  return isText ? start + text.slice(start, end).trimEnd().length : end
}

export function endOfPair(pair: Pair, text: string): number {
  const { value } = pair as Pair<unknown, Node | null>
  return value === null || isEmpty(value, text) ? colonOf(pair).end : endOf(value, text)
}

/** Whether a value is left out: `key:`. */
export const isEmpty = (node: Node, text: string): boolean =>
  isScalar(node) && node.value === null && text.slice(...sliceOf(node)) === ''

const sliceOf = (node: Node): [number, number] => [rangeOf(node)[0], rangeOf(node)[1]]

/** The range of the colon after a key; where there is none, an empty range at the key's end. */
export function colonOf({ key, srcToken }: Pair): { start: number; end: number } {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')
  if (colon !== undefined) return { start: colon.offset, end: colon.offset + 1 }
  const end = rangeOf(key as Node)[1]
  return { start: end, end }
}

const dashes = new Memoized<readonly number[]>()

/** Offset of the dash of an item of a block list. */
export function dashOf(seq: YAMLSeq, n: number): number {
  const dash = dashes.of(seq, () => dashesOf(seq))[n]
  if (dash === undefined) throw new Error('an entry has no dash')
  return dash
}

function dashesOf({ srcToken }: YAMLSeq): number[] {
  const token = srcToken as { items: { start: { type: string; offset: number }[] }[] } | undefined
  return (token?.items ?? []).flatMap(
    ({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
  )
}

export function endOfItem(seq: YAMLSeq, n: number, text: string): number {
  const item = seq.items[n] as Node
  return isEmpty(item, text) ? dashOf(seq, n) + 1 : endOf(item, text)
}

/** Offset of the start of the line. */
export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf('\n', offset - 1) + 1

/** Offset of the start of the next line; the end of the text when there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** Column of an offset, counted from 0. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** Whether only spaces come before an offset on its line. */
export const isFirstOnLine = (text: string, offset: number): boolean =>
  text.slice(lineStart(text, offset), offset).trim() === ''
