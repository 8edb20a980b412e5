import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml'
import type { Path } from '#messages/problem.ts'

/** A place in a tree, as the way to it. */
export interface Step {
  readonly above: Step | null
  readonly at: string | number
}

export interface Visited {
  readonly node: Node
  readonly step: Step | null
  readonly isKey: boolean
  /** What the node stands in, a list or an entry of a group; null for the whole. */
  readonly parent: unknown
}

export function pathOf(step: Step | null): Path {
  const path: (string | number)[] = []
  for (let here = step; here !== null; here = here.above) path.push(here.at)
  return path.reverse()
}

/** Goes through every node of a tree in the order of the text, in time that grows with their number. */
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

/** What no file may hold: a value that repeats another, or a key that is more than a word. */
export interface Removed {
  readonly offset: number
  readonly path: Path
  readonly found: string
  readonly kind: 'alias' | 'collection-key'
}

/**
 * Takes aliases and keys that are lists or groups out of a tree before anything is made of it: the
 * library would write out each key as text, again for each level around it, and expand each alias.
 */
export function removeAliasesAndCollectionKeys(document: Document): Removed[] {
  const removed: Removed[] = []
  const take = (node: Node, step: Step | null): void => {
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
        if (!isWord(pair)) take(key as Node, step)
        else {
          const inside = { above: step, at: isScalar(key) ? String(key.value) : '' }
          if (isAlias(value)) {
            take(value, inside)
            pair.value = null
          } else clean(value, inside)
        }
      }
      if (!node.items.every(isWord)) node.items = node.items.filter(isWord)
    } else if (isSeq(node)) {
      for (const [n, item] of node.items.entries())
        if (isAlias(item)) take(item, { above: step, at: n })
        else clean(item, { above: step, at: n })
      if (node.items.some(isAlias)) node.items = node.items.filter((item) => !isAlias(item))
    }
  }
  if (isAlias(document.contents)) {
    take(document.contents, null)
    document.contents = null
  } else clean(document.contents, null)
  return removed
}
