import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml'
import type { Path } from '#schema/path.ts'

/** A path in a tree, as a linked list to the root. */
interface Step {
  readonly above: Step | null
  readonly at: string | number
}

interface Visited {
  readonly node: Node
  readonly step: Step | null
  readonly isKey: boolean
  /** The list, map or pair that holds the node; null for the root. */
  readonly parent: unknown
}

export function pathOf(step: Step | null): Path {
  const path: (string | number)[] = []
  for (let here = step; here !== null; here = here.above) path.push(here.at)
  return path.reverse()
}

/** Visits every node in text order, in linear time. */
export function walk(document: Document, see: (visited: Visited) => void): void {
  const visit = (node: unknown, step: Step | null, parent: unknown, isKey: boolean): void => {
    if (isPair(node)) {
      const inside = isScalar(node.key) ? { above: step, at: String(node.key.value) } : step
      visit(node.key, inside, node, true)
      visit(node.value, inside, node, false)
      return
    }
    if (!isNodeOfTree(node)) return
    see({ node, step, isKey, parent })
    if (isMap(node)) for (const pair of node.items) visit(pair, step, node, false)
    else if (isSeq(node))
      for (const [n, item] of node.items.entries()) visit(item, { above: step, at: n }, node, false)
  }
  visit(document.contents, null, null, false)
}

const isNodeOfTree = (node: unknown): node is Node =>
  isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)

/** An alias, or a key that is a list or a map: no authored file may contain either. */
export interface Removed {
  readonly offset: number
  readonly path: Path
  readonly found: string
  readonly kind: 'alias' | 'collection-key'
}

/**
 * Removes aliases and collection keys from a tree before it is converted to a value: the library
 * would expand each alias and stringify each key once for every level around it.
 */
export function removeAliasesAndCollectionKeys(document: Document): Removed[] {
  const removed: Removed[] = []
  const visit = (node: Node, step: Step | null): void => {
    const [offset] = node.range ?? [0]
    removed.push({
      offset,
      path: pathOf(step),
      found: isAlias(node) ? `*${node.source}` : isSeq(node) ? '[' : '{',
      kind: isAlias(node) ? 'alias' : 'collection-key',
    })
  }
  const isWord = ({ key }: Pair): boolean => isScalar(key) || key === null
  const clean = (node: unknown, step: Step | null): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const { key, value } = pair
        if (!isWord(pair)) visit(key as Node, step)
        else {
          const inside = { above: step, at: isScalar(key) ? String(key.value) : '' }
          if (isAlias(value)) {
            visit(value, inside)
            pair.value = null
          } else clean(value, inside)
        }
      }
      if (!node.items.every(isWord)) node.items = node.items.filter(isWord)
    } else if (isSeq(node)) {
      for (const [n, item] of node.items.entries())
        if (isAlias(item)) visit(item, { above: step, at: n })
        else clean(item, { above: step, at: n })
      if (node.items.some(isAlias)) node.items = node.items.filter((item) => !isAlias(item))
    }
  }
  if (isAlias(document.contents)) {
    visit(document.contents, null)
    document.contents = null
  } else clean(document.contents, null)
  return removed
}
