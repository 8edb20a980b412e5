import { Memoized } from '../memoized.ts'
import { isMap, isNode, isScalar, isSeq, type Document, type Pair, type YAMLMap } from 'yaml'
import type { Path } from '#schema/path.ts'
import type { Draft } from './draft.ts'
import type { SourceText } from './source-text.ts'

/**
 * A parsed YAML file: its plain value, and the tree in which the position of any path can be found.
 */
export interface YamlSource extends SourceText {
  readonly document: Document
  /** The order of keys may differ from that in the text. */
  readonly value: unknown
  /** The parsed text, in which typos are corrected. */
  readonly draft: Draft
  /**
   * Offset in the draft after which the text could not be parsed reliably; null if all of it could.
   */
  readonly brokenFrom: number | null
  /** Paths of duplicate keys, and of values that were not read as typed. */
  readonly repeated: readonly Path[]
}

/** Offset of a path in the text: its key or its value, else the nearest parent that exists. */
export const offsetOf = (source: YamlSource, path: Path, at: 'key' | 'value'): number =>
  source.draft.origin(find(source, path, at).offset)

/**
 * Whether the value at a path ends before the broken part of the text, with another token between
 * them. Other values cannot be relied on.
 */
export function isWholeAt(source: YamlSource, path: Path): boolean {
  const {
    brokenFrom,
    draft: { text },
  } = source
  if (brokenFrom === null) return true
  const { end } = find(source, path, 'value')
  return end < brokenFrom && nextNonSpace(text, end) < brokenFrom
}

/** Offset of the next character that is not white space. */
function nextNonSpace(text: string, offset: number): number {
  const nonSpace = /\S/g
  nonSpace.lastIndex = offset
  return nonSpace.exec(text)?.index ?? text.length
}

const pairs = new Memoized<ReadonlyMap<string, Pair>>()

/** The first entry of a map with a key, found through an index of its keys. */
const pairAt = (map: YAMLMap, key: string): Pair | undefined =>
  pairs.of(map, () => firstPairs(map)).get(key)

function firstPairs({ items }: YAMLMap): Map<string, Pair> {
  const byKey = new Map<string, Pair>()
  for (const pair of items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : null
    if (name !== null && !byKey.has(name)) byKey.set(name, pair)
  }
  return byKey
}

function find(
  { document }: YamlSource,
  path: Path,
  at: 'key' | 'value',
): { offset: number; end: number } {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  let end = endOf(node) ?? Infinity
  for (const [depth, segment] of path.entries()) {
    if (!isMap(node)) {
      const item: unknown = isSeq(node) && typeof segment === 'number' ? node.items[segment] : null
      if (!isNode(item)) return { offset, end }
      node = item
      offset = startOf(item) ?? offset
      end = endOf(item) ?? end
      continue
    }
    const pair = pairAt(node, String(segment))
    if (pair === undefined) return { offset, end }
    const last = depth === path.length - 1
    // The position of a map or list is its key, because the first line of its content would
    // mislead.
    const scalarValue =
      isScalar(pair.value) && (pair.value.value !== null || pair.value.source !== '')
    const shown = last && at === 'value' && scalarValue ? pair.value : pair.key
    offset = startOf(shown) ?? offset
    end = endOf(pair.value) ?? endOf(pair.key) ?? end
    node = pair.value
  }
  return { offset, end }
}

export const startOf = (node: unknown): number | null =>
  isNode(node) && node.range ? node.range[0] : null

const endOf = (node: unknown): number | null => (isNode(node) && node.range ? node.range[1] : null)

/** The text of a plain scalar as typed, if YAML read it as something other than text. */
export function typedAt({ document }: YamlSource, path: Path): string | null {
  let node: unknown = document.contents
  for (const segment of path) {
    if (isMap(node)) node = pairAt(node, String(segment))?.value
    else node = isSeq(node) && typeof segment === 'number' ? node.items[segment] : null
  }
  return isScalar(node) && node.type === 'PLAIN' ? (node.source ?? null) : null
}
