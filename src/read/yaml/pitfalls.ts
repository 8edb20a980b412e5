import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml'
import type { ProblemCode } from '#messages/catalogue.ts'
import type { Level, Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { unseenIn } from '#schema/characters.ts'
import { specialCharacters } from './special-characters.ts'
import { PathSet } from '#model/records/path-set.ts'
import { startOf } from '#model/records/yaml-places.ts'
import { pathOf, walk, type Removed } from './yaml-walk.ts'

/** Duplicate keys of a map, each with the offset of the first one. */
export function repeatedKeys(document: Document): { offset: number; path: Path; first: number }[] {
  const found: ReturnType<typeof repeatedKeys> = []
  walk(document, ({ node, step }) => {
    if (!isMap(node)) return
    const firsts = new Map<unknown, number>()
    for (const { key } of node.items) {
      if (!isScalar(key)) continue
      const offset = startOf(key) ?? 0
      const first = firsts.get(key.value)
      if (first === undefined) firsts.set(key.value, offset)
      else found.push({ offset, path: pathOf({ above: step, at: String(key.value) }), first })
    }
  })
  return found
}

interface Pitfall {
  readonly offset: number
  readonly path: Path
  readonly code: ProblemCode
  readonly args: Problem['args']
}

/**
 * Finds valid YAML that does not mean what it looks like: anchors, aliases, tags, escaped
 * characters, odd numbers.
 */
export function pitfallsIn(document: Document, text: string): Pitfall[] {
  const found: Pitfall[] = []
  // Walking the tree takes time, so skip texts without special characters.
  if (!specialCharacters.test(text)) return found
  walk(document, ({ node, step, isKey, parent }) => {
    // Aliases were removed before and are reported by `pitfallsOfRemoved`.
    if (isAlias(node)) return
    const offset = startOf(node) ?? 0
    const report = (code: ProblemCode, args: Problem['args'], from = offset): void => {
      found.push({ offset: from, path: pathOf(step), code, args })
    }
    const { anchor, tag } = node
    const typedTag = tag !== undefined && !tag.startsWith('tag:yaml.org') ? tag : null
    const explicit = typedTag ?? (tag !== undefined && hasTag(text, offset) ? tag : null)
    if (anchor !== undefined)
      report('yaml-sign', { found: `&${anchor}`, effect: lost }, before(text, offset, '&'))
    else if (explicit !== null)
      report('yaml-sign', { found: '!', effect: lost }, before(text, offset, '!'))
    if (!isScalar(node)) return
    const { value, source = '', type } = node
    if (type === 'PLAIN' && isSeq(parent) && parent.flow === true && /[，、；]/.test(source)) {
      const isCell = pathOf(step).at(-3) === 'rows'
      if (joinsItems(source, isCell && parent.items.length > 1))
        report('full-width-comma-in-list', {
          found: source,
          better: source.split(/[，、；]/).join(', '),
        })
    }
    // An escape such as `"\u200b"` can produce an invisible character.
    if (typeof value === 'string' && type === 'QUOTE_DOUBLE')
      for (const { code, args } of unseenIn(value)) report(code, { ...args, place: '引号里的文字' })
    if (typeof value === 'number' && !isKey && String(value) !== source)
      report('number-spelling', numberSpelling(value, source))
  })
  return found
}

/**
 * Whether an item of a list in brackets looks like several, joined by full-width commas. A title in
 * book marks and an aside in brackets have commas of their own, and so do the words of a cell.
 */
function joinsItems(source: string, isCell: boolean): boolean {
  const plain = source.replace(/《[^《》]*》|（[^（）]*）|“[^“”]*”/gu, '')
  const pieces = plain.split(/[，、；]/)
  if (isOneTitle(plain, pieces)) return false
  return pieces.length > 1 && (!isCell || pieces.every((piece) => /^[\x20-\x7e]*$/.test(piece)))
}

/** Whether a text is the title of one document, whose kind is only its last word. */
const isOneTitle = (text: string, pieces: readonly string[]): boolean =>
  /关于|印发|转发/.test(text) &&
  kindOfDocument.test(text) &&
  !pieces.slice(0, -1).some((piece) => kindOfDocument.test(piece)) &&
  !pieces.slice(1).some((piece) => piece.startsWith('关于'))

const kindOfDocument =
  /(?:通知|通报|通告|公告|公报|意见|办法|方案|报告|函|决定|决议|条例|规定|规范|细则|情况|要点|批复|请示|纪要|清单|指引|指南|目录)$/

/** The aliases and collection keys that were removed from the tree, as pitfalls. */
export const pitfallsOfRemoved = (removed: readonly Removed[]): Pitfall[] =>
  removed.map(({ offset, path, found, kind }) => ({
    offset,
    path,
    code: 'yaml-sign',
    args: { found, effect: kind === 'alias' ? notText : noKey },
  }))

/** A full-width comma in a text may be intended. */
export const pitfallLevel = (code: ProblemCode): Level =>
  code === 'full-width-comma-in-list' ? 'warning' : 'error'

const notText = '不会当作文字'
const noKey = '不能用来开始一个字段名'
const lost = '后面这几个字会丢失'

/** Offset of the character that marks the node at an offset, such as `&`. */
function before(text: string, offset: number, character: string): number {
  const at = text.lastIndexOf(character, offset)
  return at === -1 ? offset : at
}

/** Whether the word before an offset is a tag. */
function hasTag(text: string, offset: number): boolean {
  let end = offset
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--
  let start = end
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start--
  return end < offset && text.slice(start, end).includes('!')
}

/** A better spelling of a number; it never changes the value that was typed. */
function numberSpelling(value: number, source: string): Problem['args'] {
  if (!isExact(value, source)) return { typed: source, found: String(value), better: `"${source}"` }
  const better = /^\d+\.\d*0$/.test(source)
    ? `{ value: ${value}, stated: "${source}" }`
    : `${value}；是文字的加英文双引号："${source}"`
  return { typed: source, found: String(value), better }
}

/** Integer-like keys, which a JavaScript object would move to the front. */
export function movedKeys(document: Document): { offset: number; path: Path; before: string }[] {
  const found: ReturnType<typeof movedKeys> = []
  walk(document, ({ node: map, step }) => {
    if (!isMap(map)) return
    const scalars = map.items.flatMap(({ key }) => (isScalar(key) ? [key] : []))
    const typed = [...new Set(scalars.map(({ value }) => String(value)))]
    const ordered = Object.keys(Object.fromEntries(typed.map((key) => [key, 0])))
    const n = typed.findIndex((key, at) => key !== ordered[at])
    if (n < 0) return
    const key = ordered[n] ?? ''
    const node = scalars.find(({ value }) => String(value) === key)
    const path = pathOf({ above: step, at: key })
    found.push({ offset: startOf(node) ?? 0, path, before: typed[n] ?? '' })
  })
  return found
}

/** A pitfall at a path; its problem is null where that is reported already. */
export interface ReportedPitfall {
  readonly path: Path
  readonly problem: Problem | null
}

/** Whether a number was parsed without loss of precision. */
function isExact(value: number, source: string): boolean {
  if (/[eobx]/i.test(source)) return Number.isSafeInteger(value)
  return digitsOf(source) === digitsOf(String(value))
}

/** Normalises a decimal number: no plus sign, no leading or trailing zeros. */
const digitsOf = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)0*(?=\d|\.)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/(\.(?:\d*[1-9])?)0+$/, '$1')
    .replace(/\.$/, '')

/** Merges pitfalls and schema problems so that each place has one problem. */
export function withoutRepeats(
  pitfalls: readonly ReportedPitfall[],
  refused: readonly Problem[],
): Problem[] {
  const refusedAt = new PathSet()
  for (const { place } of refused) if ('path' in place) refusedAt.add(place.path)
  // A schema problem is more precise than these two pitfalls; all others lose part of the value.
  const remaining = pitfalls.filter(
    ({ path, problem }) =>
      problem === null ||
      !['number-spelling', 'full-width-comma-in-list'].includes(problem.code) ||
      !refusedAt.hasAtOrBelow(path),
  )
  const remainingAt = new PathSet()
  const lostAt = new PathSet()
  for (const { path, problem } of remaining) {
    remainingAt.add(path)
    if (problem?.code !== 'number-spelling') lostAt.add(path)
  }
  const follows = ({ place }: Problem): boolean =>
    'path' in place && (remainingAt.hasAtOrAbove(place.path) || lostAt.hasAtOrBelow(place.path))
  return [
    ...remaining.flatMap(({ problem }) => problem ?? []),
    ...refused.filter((problem) => !follows(problem)),
  ]
}
