import { isMap, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Editable } from './editable.ts'
import { scalarText, type Single } from '#model/yaml-text.ts'
import { type Indents, usualIndents } from './layout.ts'
import { columnOf, dashOf, endOfItem, endOfPair, isBlock, nodeStart } from './places.ts'

// The style of an existing text, so that inserted parts look the same.

/** The indentation that the text uses. */
export function indentsIn({ document, text }: Editable): Indents {
  let { group, list } = usualIndents
  let isGroupSeen = false
  let isListSeen = false
  const visit = (node: unknown, column: number): void => {
    if (isSeq(node)) for (const item of node.items) if (isBlock(item)) visit(item, column)
    if (!isMap(node) || node.flow === true) return
    for (const { key, value } of node.items as Pair<Scalar, Node | null>[]) {
      if (!isBlock(value) || value.items.length === 0) continue
      const here = columnOf(text, nodeStart(key))
      const below = isSeq(value)
        ? columnOf(text, dashOf(value, 0))
        : columnOf(text, nodeStart((value.items[0] as Pair).key as Node))
      if (isSeq(value) && !isListSeen) {
        list = below - here
        isListSeen = true
      }
      if (isMap(value) && !isGroupSeen) {
        group = below - here
        isGroupSeen = true
      }
      visit(value, below)
    }
  }
  visit(document.contents, 0)
  return { group, list }
}

/** Whether empty lines separate all entries. */
export function areApart(parent: YAMLMap | YAMLSeq, text: string): boolean {
  const starts = parent.items.map((item, n) =>
    isSeq(parent) ? dashOf(parent, n) : nodeStart((item as Pair).key as Node),
  )
  const gaps = starts.slice(1).map((start, n) => {
    const end = isSeq(parent)
      ? endOfItem(parent, n, text)
      : endOfPair(parent.items[n] as Pair, text)
    return /\n[ \r]*\n/.test(text.slice(end, start))
  })
  return gaps.length > 0 && gaps.every(Boolean)
}

/** Writes a value like the old one: in the same quotes, unless it needs none. */
export function scalarLike(
  node: Scalar,
  wanted: Single,
  otherwise: (value: Single) => string = scalarText,
): string {
  if (typeof wanted === 'string') {
    if (node.type === 'QUOTE_DOUBLE') return JSON.stringify(wanted)
    if (node.type === 'QUOTE_SINGLE' && !/[\u0000-\u001f\u0085\u2028\u2029]/.test(wanted))
      return `'${wanted.replaceAll("'", "''")}'`
  }
  return otherwise(wanted)
}
