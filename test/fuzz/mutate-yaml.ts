import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Random } from '#tools/demo/random.ts'
import { collections, keys, scalars } from './hostile-values.ts'

interface Tree {
  readonly maps: YAMLMap[]
  readonly seqs: YAMLSeq[]
  /** Every value with its parent. */
  readonly values: { readonly holder: Pair | YAMLSeq; readonly at: number; readonly node: Node }[]
}

function treeOf(document: Document): Tree {
  const tree: Tree = { maps: [], seqs: [], values: [] }
  const visit = (node: unknown): void => {
    if (isMap(node)) {
      tree.maps.push(node)
      for (const pair of node.items) {
        if (pair.value === null) continue
        tree.values.push({ holder: pair, at: 0, node: pair.value as Node })
        visit(pair.value)
      }
    } else if (isSeq(node)) {
      tree.seqs.push(node)
      for (const [at, item] of node.items.entries()) {
        tree.values.push({ holder: node, at, node: item as Node })
        visit(item)
      }
    }
  }
  visit(document.contents)
  return tree
}

const replace = ({ holder, at }: Tree['values'][number], node: unknown): void => {
  if (isPair(holder)) holder.value = node
  else holder.items[at] = node
}

const clone = (node: Node): Node => node.clone() as Node

/** A parsed copy of flow text, which avoids aliases. */
const parsed = (text: string): Node => parseDocument(text, { logLevel: 'silent' }).contents as Node

type Change = (tree: Tree, document: Document, random: Random) => string | null

const text = (node: unknown): string => JSON.stringify(node)?.slice(0, 60) ?? ''

/** Each returns a description of its change, or null if it does not apply. */
const changes: Readonly<Record<string, Change>> = {
  drop({ maps, seqs }, _document, random) {
    const from = random.pick<YAMLMap | YAMLSeq>([...maps, ...seqs])
    if (from.items.length === 0) return null
    const [gone] = from.items.splice(random.whole(0, from.items.length - 1), 1)
    return `dropped ${text(gone)}`
  },
  double({ maps, seqs }, _document, random) {
    const from = random.pick<YAMLMap | YAMLSeq>([...maps, ...seqs])
    if (from.items.length === 0) return null
    const item = random.pick<Pair | unknown>(from.items)
    ;(from.items as unknown[]).push(isPair(item) ? item.clone() : clone(item as Node))
    return `doubled ${text(item)}`
  },
  rename({ maps }, document, random) {
    const pairs = maps.flatMap(({ items }) => items)
    const pair = random.pick(pairs)
    const old = String((pair.key as Scalar).value)
    const key = random.pick([
      () => random.pick(keys),
      () => String((random.pick(pairs).key as Scalar).value),
      () => old.slice(0, -1),
      () => `${old}x`,
      () => old.toUpperCase(),
      () => old.replaceAll('_', '-'),
    ])()
    pair.key = document.createNode(key)
    return `renamed ${old} to ${text(key)}`
  },
  swap({ values }, _document, random) {
    const [one, other] = [random.pick(values), random.pick(values)]
    if (isInside(one.node, other.node) || isInside(other.node, one.node)) return null
    replace(one, other.node)
    replace(other, one.node)
    return `swapped ${text(one.node)} and ${text(other.node)}`
  },
  scalar({ values }, document, random) {
    const place = random.pick(values.filter(({ node }) => isScalar(node)))
    const value = random.pick(scalars)
    replace(place, document.createNode(value))
    return `${text(place.node)} became ${text(value)}`
  },
  collection({ values }, _document, random) {
    const place = random.pick(values)
    const value = random.pick(collections)
    replace(place, parsed(value))
    return `${text(place.node)} became ${value.slice(0, 40)}`
  },
  number({ values }, document, random) {
    const numbers = values.filter(({ node }) => typeof (node as Scalar).value === 'number')
    if (numbers.length === 0) return null
    const place = random.pick(numbers)
    const old = (place.node as Scalar<number>).value
    const value = random.pick([old + 1, old - 1, old * 10, -old, old + 0.5, 0])
    replace(place, document.createNode(value))
    return `${old} became ${value}`
  },
  date({ values }, document, random) {
    const days = values.filter(
      ({ node }) => isScalar(node) && /^\d{4}-\d\d-\d\d$/.test(String(node.value)),
    )
    if (days.length === 0) return null
    const place = random.pick(days)
    const old = String((place.node as Scalar).value)
    const moved = new Date(
      Date.parse(old) + random.pick([-366, -31, -1, 1, 31, 366, 36_500]) * 864e5,
    )
    const value = moved.toISOString().slice(0, 10)
    replace(place, document.createNode(value))
    return `${old} became ${value}`
  },
  percent({ values }, document, random) {
    const rates = values.filter(({ node }) => isScalar(node) && String(node.value).endsWith('%'))
    if (rates.length === 0) return null
    const place = random.pick(rates)
    const value = `${(random.whole(0, 1200) / 10).toString()}%`
    replace(place, document.createNode(value))
    return `${text(place.node)} became ${value}`
  },
  letter({ values }, document, random) {
    const place = random.pick(values.filter(({ node }) => isScalar(node)))
    const old = String((place.node as Scalar).value)
    const letters = [...old]
    letters.splice(
      random.whole(0, letters.length),
      random.whole(0, 1),
      random.pick([...'的改a1。 ']),
    )
    replace(place, document.createNode(letters.join('')))
    return `${text(old)} became ${text(letters.join(''))}`
  },
  /** Replaces a value by another of the same file, such as an id or a name. */
  borrow({ values }, _document, random) {
    const place = random.pick(values)
    const other = random.pick(values.filter(({ node }) => isScalar(node) === isScalar(place.node)))
    if (isInside(place.node, other.node)) return null
    replace(place, clone(other.node))
    return `${text(place.node)} became ${text(other.node)}`
  },
  graft({ maps, values }, _document, random) {
    const map = random.pick(maps)
    const pairs = maps.flatMap(({ items }) => items)
    const pair = random.pick(pairs)
    if (values.some(({ node }) => node === map && isInside(map, pair.value as Node))) return null
    map.items.push(pair.clone() as Pair)
    return `put ${text(pair)} into another map`
  },
  wrap({ values }, document, random) {
    const place = random.pick(values)
    const wrapped = random.chance(0.5) ? [0] : { value: 0 }
    const node = document.createNode(wrapped)
    if (isSeq(node)) (node as YAMLSeq).items[0] = place.node
    else if (isMap(node)) (node.items[0] as Pair).value = place.node
    replace(place, node)
    return `wrapped ${text(place.node)}`
  },
  unwrap({ values }, _document, random) {
    const held = values.filter(({ node }) => isCollection(node) && node.items.length > 0)
    if (held.length === 0) return null
    const place = random.pick(held)
    const [first] = (place.node as YAMLSeq | YAMLMap).items
    replace(place, isPair(first) ? first.value : first)
    return `unwrapped ${text(place.node)}`
  },
  empty({ values }, _document, random) {
    const held = values.filter(({ node }) => isCollection(node) && node.items.length > 0)
    if (held.length === 0) return null
    const place = random.pick(held)
    const old = text(place.node)
    ;(place.node as YAMLSeq).items = []
    return `emptied ${old}`
  },
  turn({ seqs, maps }, _document, random) {
    const long = [...seqs, ...maps].filter(({ items }) => items.length > 1)
    if (long.length === 0) return null
    const list = random.pick<YAMLMap | YAMLSeq>(long)
    ;(list.items as unknown[]).reverse()
    return `turned ${text(list)}`
  },
  alias({ values }, document, random) {
    const [place, other] = [random.pick(values), random.pick(values)]
    if (isInside(place.node, other.node) || isInside(other.node, place.node)) return null
    replace(place, document.createAlias(other.node as Scalar, 'anchor'))
    return `${text(place.node)} became an alias of ${text(other.node)}`
  },
  tag({ values }, _document, random) {
    const place = random.pick(values.filter(({ node }) => isScalar(node)))
    const tag = random.pick([
      '!!str',
      '!!int',
      '!!float',
      '!!bool',
      '!!null',
      '!!binary',
      '!!set',
      '!!omap',
      '!x',
      'tag:x,1:y',
    ])
    ;(place.node as Scalar).tag = tag
    return `${text(place.node)} tagged ${tag}`
  },
  block({ values }, _document, random) {
    const place = random.pick(values.filter(({ node }) => isScalar(node)))
    const type = random.pick([
      'BLOCK_FOLDED',
      'BLOCK_LITERAL',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'PLAIN',
    ] as const)
    ;(place.node as Scalar).type = type
    return `${text(place.node)} written as ${type}`
  },
}

function isInside(node: Node, holder: Node): boolean {
  if (node === holder) return true
  if (!isCollection(holder)) return false
  return holder.items.some((item) => {
    const inner = isPair(item) ? item.value : item
    return typeof inner === 'object' && inner !== null && isInside(node, inner as Node)
  })
}

/** One change to the YAML tree of a text with its description; null if the text has no tree. */
export function mutatedYaml(source: string, random: Random): { text: string; did: string } | null {
  const document = parseDocument(source, { schema: 'core', logLevel: 'silent', uniqueKeys: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const tree = treeOf(document)
  if (tree.values.length === 0) return null
  const name = random.pick(Object.keys(changes))
  const result = changes[name]?.(tree, document, random) ?? null
  if (result === null) return null
  try {
    return { text: document.toString({ lineWidth: 0 }), did: `${name}: ${result}` }
  } catch {
    // Some trees cannot be printed.
    return null
  }
}
