import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { commentsIn } from '#model/records/yaml-comments.ts'
import { commentsBetween, lostComments } from './comments.ts'
import { editable, type Editable } from './editable.ts'
import { areApart, indentsIn, scalarLike } from './habits.ts'
import {
  flowText,
  isList,
  isSingle,
  keyText,
  listItemText,
  type YamlValue,
} from '#model/yaml-text.ts'
import { compactLayout, fieldLines, itemLines, type Layout } from './layout.ts'
import {
  colonOf,
  columnOf,
  dashOf,
  endOf,
  endOfItem,
  endOfPair,
  isEmpty,
  isFirstOnLine,
  lineStart,
  nextLine,
  nodeStart,
} from './places.ts'
import { isSameValue } from './same-value.ts'
import type { Splice } from '#model/records/draft.ts'
import { spliced } from './splice.ts'

type Fields = Readonly<Record<string, YamlValue>>

/**
 * Edits a YAML text so that its value becomes `wanted`, and changes nothing else: comments, order,
 * quotes, layout and line ends stay as they are, and a text with that value is returned unchanged.
 * A new entry goes after its predecessor in `wanted`, else at the end of its group.
 *
 * @throws NotEditable for a text that cannot be read for certain
 */
export function updateYaml(text: string, wanted: Fields): string {
  const source = editable(text)
  const edited = spliced(text, new Update(source).splices(wanted))
  // Parse the result before it is returned: an editor's file must not be damaged.
  if (!isSameValue(editable(edited).value, wanted))
    throw new Error('the edited text does not say what it should')
  if (lostComments(text, edited).length > 0) throw new Error('a comment was lost in editing')
  return edited
}

/** The range of an entry of a group or list. */
interface Slot {
  readonly start: number
  readonly end: number
}

class Update {
  readonly #text: string
  readonly #source: Editable
  readonly #eol: string
  readonly #layout: Layout
  readonly #comments: ReturnType<typeof commentsIn>
  readonly #splices: Splice[] = []
  readonly #behind = new Map<string, number>()
  readonly #apart = new Map<YAMLMap | YAMLSeq, boolean>()

  constructor(source: Editable) {
    this.#source = source
    this.#text = source.text
    this.#eol = /\r\n/.test(source.text) ? '\r\n' : '\n'
    this.#layout = { ...compactLayout, indents: indentsIn(source) }
    this.#comments = commentsIn(source.text)
  }

  splices(wanted: Fields): readonly Splice[] {
    const root = this.#source.document.contents
    if (isMap(root) && root.items.length > 0) this.#map(root, wanted)
    else if (Object.keys(wanted).length > 0) {
      const lines = Object.entries(wanted).flatMap(([key, value]) => this.#field(key, value, 0))
      if (root === null) this.#insertLines(this.#text.length, lines)
      else this.#splice(nodeStart(root), endOf(root, this.#text), lines.join(this.#eol))
    }
    return this.#splices
  }

  #splice(from: number, to: number, by: string): void {
    this.#splices.push({ from, to, by })
  }

  /** Edits a value in place; returns false when it has to be replaced as a whole. */
  #inside(node: Node, wanted: YamlValue): boolean {
    if (isMap(node) && isGroup(wanted) && node.items.length > 0) return this.#map(node, wanted)
    if (isSeq(node) && isList(wanted) && node.items.length > 0) return this.#list(node, wanted)
    return false
  }

  #map(map: YAMLMap, wanted: Fields): boolean {
    const pairs = map.items as Pair<Scalar, Node | null>[]
    const keyOf = ({ key }: Pair<Scalar>): string => String(key.value)
    const present = pairs.filter((pair) => Object.hasOwn(wanted, keyOf(pair)))
    const removed = pairs.filter((pair) => !Object.hasOwn(wanted, keyOf(pair)))
    const known = new Map(present.map((pair) => [keyOf(pair), pair]))
    if (map !== this.#source.document.contents && present.length === 0) return false
    if (map.flow !== true && removed.some(({ key }) => !isFirstOnLine(this.#text, nodeStart(key))))
      return false
    for (const pair of present) this.#value(map, pair, wanted[keyOf(pair)] as YamlValue)
    this.#remove(
      map,
      pairs.map((pair) => ({ start: nodeStart(pair.key), end: endOfPair(pair, this.#text) })),
      (n) => !Object.hasOwn(wanted, keyOf(pairs[n] as Pair<Scalar>)),
    )
    // Put each new field after its predecessor in `wanted`, if the text has that one.
    let behind = (present.at(-1) ?? pairs.at(-1)) as Pair<Scalar, Node | null>
    for (const [key, value] of Object.entries(wanted)) {
      const here = known.get(key)
      if (here !== undefined) {
        behind = here
        continue
      }
      const end = endOfPair(behind, this.#text)
      if (map.flow === true) this.#splice(end, end, `, ${keyText(key)}: ${flowText(value)}`)
      else {
        const column = columnOf(this.#text, nodeStart(map.items[0]?.key as Node))
        this.#insertEntry(map, end, column, this.#field(key, value, column))
      }
    }
    return true
  }

  /** Edits the value of a field. */
  #value(map: YAMLMap, pair: Pair<Scalar, Node | null>, wanted: YamlValue): void {
    const { value } = pair
    const colon = colonOf(pair)
    const isMissing = value === null || isEmpty(value, this.#text)
    if (isMissing && wanted === null) return
    if (!isMissing) {
      if (isScalar(value) && value.value === wanted) return
      if (this.#inside(value, wanted)) return
      if (isScalar(value) && isSingle(wanted)) {
        this.#scalar(value, scalarLike(value, wanted))
        return
      }
    }
    const end = isMissing ? colon.end : endOf(value, this.#text)
    const missingColon = colon.start === colon.end ? ':' : ''
    if (map.flow === true) {
      const from = isMissing ? colon.end : nodeStart(value)
      const by = isMissing ? `${missingColon} ${flowText(wanted)}` : flowText(wanted)
      this.#splice(from, end, by + this.#commentsBetween(from, end))
      return
    }
    const key = nodeStart(pair.key)
    const lines = fieldLines('k', wanted, columnOf(this.#text, key), this.#layout)
    this.#replaceSpread(key, colon.end, end, (lines[0] ?? '').trimStart().slice(2), lines.slice(1))
  }

  #list(list: YAMLSeq, wanted: readonly YamlValue[]): boolean {
    const items = list.items as Node[]
    const old = items.map((item) => item.toJSON() as unknown)
    const most = Math.min(old.length, wanted.length)
    let head = 0
    while (head < most && isSameValue(old[head], wanted[head])) head++
    let tail = 0
    while (tail < most - head && isSameValue(old.at(-1 - tail), wanted.at(-1 - tail))) tail++
    const middle = wanted.slice(head, wanted.length - tail)
    const others = items.slice(head, items.length - tail)
    const isFlow = list.flow === true
    if (wanted.length === 0) return false
    const isOnDashLine = !isFlow && !isFirstOnLine(this.#text, dashOf(list, 0))
    if (isOnDashLine && head === 0 && others.length !== middle.length) return false
    if (isFlow && head === 0 && others.length === 0 && middle.length > 0) return false

    const slots = items.map((item, n): Slot => ({
      start: isFlow ? nodeStart(item) : dashOf(list, n),
      end: endOfItemIn(list, n, this.#text),
    }))
    middle.slice(0, others.length).forEach((value, n) => {
      this.#item(list, head + n, value)
    })
    this.#remove(list, slots, (n) => n >= head + middle.length && n < items.length - tail)
    const fresh = middle.slice(others.length)
    const behind = head + others.length - 1
    const column = isFlow ? 0 : columnOf(this.#text, dashOf(list, 0))
    for (const value of fresh) {
      const end = slots[behind]?.end
      if (isFlow) this.#splice(end ?? 0, end ?? 0, `, ${listItemText(value)}`)
      else {
        const lines = itemLines(value, column, this.#layout)
        if (end === undefined) this.#insertLines(lineStart(this.#text, slots[0]?.start ?? 0), lines)
        else this.#insertEntry(list, end, column, lines)
      }
    }
    return true
  }

  /** Edits an item of a list. */
  #item(list: YAMLSeq, n: number, wanted: YamlValue): void {
    const item = list.items[n] as Node
    const isMissing = isEmpty(item, this.#text)
    if (isMissing && wanted === null) return
    if (!isMissing && isScalar(item) && item.value === wanted) return
    if (!isMissing && this.#inside(item, wanted)) return
    const end = endOfItemIn(list, n, this.#text)
    if (list.flow === true) {
      const from = nodeStart(item)
      if (isScalar(item) && isSingle(wanted))
        this.#scalar(item, scalarLike(item, wanted, listItemText))
      else this.#splice(from, end, listItemText(wanted) + this.#commentsBetween(from, end))
      return
    }
    if (!isMissing && isScalar(item) && isSingle(wanted)) {
      this.#scalar(item, scalarLike(item, wanted))
      return
    }
    const dash = dashOf(list, n)
    const lines = itemLines(wanted, columnOf(this.#text, dash), this.#layout)
    this.#replaceSpread(dash, dash + 1, end, (lines[0] ?? '').trimStart().slice(1), lines.slice(1))
  }

  /** Replaces a scalar; a comment in the header of a block scalar stays. */
  #scalar(node: Scalar, by: string): void {
    const [from, to] = [nodeStart(node), endOf(node, this.#text)]
    const comment = commentsBetween(this.#comments, from, to)[0]
    this.#splice(from, to, comment === undefined ? by : `${by} ${comment.text}`)
  }

  /**
   * Replaces the value after a colon or a dash with the rest of a line and further lines. Comments
   * within the old value move above the line.
   */
  #replaceSpread(
    entry: number,
    from: number,
    to: number,
    first: string,
    rest: readonly string[],
  ): void {
    const text = this.#text
    const line = lineStart(text, entry)
    const pad = /^ */.exec(text.slice(line))?.[0] ?? ''
    const comments = commentsBetween(this.#comments, from, to)
    if (comments.length > 0)
      this.#splice(line, line, comments.map((one) => `${pad}${one.text}${this.#eol}`).join(''))
    this.#splice(from, to, first)
    if (rest.length > 0) this.#insertLines(nextLine(text, to), rest)
  }

  /** Removes entries with their lines, but keeps the comments on them. */
  #remove(
    parent: YAMLMap | YAMLSeq,
    slots: readonly Slot[],
    isRemoved: (n: number) => boolean,
  ): void {
    const firstRemaining = slots.findIndex((_, n) => !isRemoved(n))
    slots.forEach(({ start, end }, n) => {
      if (!isRemoved(n)) return
      if (parent.flow === true) {
        const from = n < firstRemaining ? start : (slots[n - 1]?.end ?? start)
        const to = n < firstRemaining ? (slots[n + 1]?.start ?? end) : end
        this.#splice(from, to, this.#commentsBetween(from, to))
        return
      }
      const [from, to] = [lineStart(this.#text, start), nextLine(this.#text, end)]
      const pad = ' '.repeat(start - from)
      const comments = commentsBetween(this.#comments, from, to)
      this.#splice(from, to, comments.map(({ text }) => `${pad}${text}${this.#eol}`).join(''))
    })
  }

  /** The comments of a range in a flow collection, each with the line end that it needs. */
  #commentsBetween(from: number, to: number): string {
    const pad = ' '.repeat(columnOf(this.#text, from))
    return commentsBetween(this.#comments, from, to)
      .map(({ text }) => ` ${text}${this.#eol}${pad}`)
      .join('')
  }

  #field(key: string, value: YamlValue, column: number): string[] {
    return fieldLines(key, value, column, this.#layout)
  }

  /** Inserts a new entry after the one that ends at `end` and after the comments below it. */
  #insertEntry(
    parent: YAMLMap | YAMLSeq,
    end: number,
    column: number,
    lines: readonly string[],
  ): void {
    const at = this.#behindComments(end, column)
    this.#insertLines(at, this.#isApart(parent) ? ['', ...lines] : lines)
  }

  /** Start of the line after an entry and after the deeper comments below it. */
  #behindComments(end: number, column: number): number {
    const key = `${end} ${column}`
    const known = this.#behind.get(key)
    if (known !== undefined) return known
    const text = this.#text
    let at = nextLine(text, end)
    for (let next = at; next < text.length; next = nextLine(text, next)) {
      const line = text.slice(next, nextLine(text, next))
      const indent = line.search(/\S/)
      if (indent === -1) continue
      if (line[indent] !== '#' || indent <= column) break
      at = nextLine(text, next)
    }
    this.#behind.set(key, at)
    return at
  }

  /** Whether empty lines separate all entries; computed once for each group or list. */
  #isApart(parent: YAMLMap | YAMLSeq): boolean {
    const known = this.#apart.get(parent) ?? areApart(parent, this.#text)
    this.#apart.set(parent, known)
    return known
  }

  /** Inserts whole lines at the start of a line or at the end of the text. */
  #insertLines(at: number, lines: readonly string[]): void {
    const eol = this.#eol
    const block = lines.map((line) => line + eol).join('')
    const isOpen = at === this.#text.length && at > 0 && !this.#text.endsWith('\n')
    this.#splice(at, at, isOpen ? eol + block.slice(0, -eol.length) : block)
  }
}

const endOfItemIn = (list: YAMLSeq, n: number, text: string): number =>
  list.flow === true ? endOf(list.items[n] as Node, text) : endOfItem(list, n, text)

const isGroup = (value: YamlValue): value is Fields => !isSingle(value) && !Array.isArray(value)
