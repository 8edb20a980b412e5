import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml'
import type { ProblemCode } from '#messages/catalogue.ts'
import type { Level, Path, Problem } from '#messages/problem.ts'
import { unseenIn } from '#schema/characters.ts'
import { signs } from './special-characters.ts'
import { PathSet } from '#model/records/path-set.ts'
import { startOf } from '#model/records/yaml-places.ts'
import { pathOf, walk, type Removed } from './yaml-walk.ts'

/** The keys that stand in one map already, each with the offset of the first. */
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

interface Misread {
  readonly offset: number
  readonly path: Path
  readonly code: ProblemCode
  readonly args: Problem['args']
}

/** What parses, and not as it was typed: anchors, aliases, tags, escaped characters, odd numbers. */
export function misreadTexts(document: Document, text: string): Misread[] {
  const found: Misread[] = []
  // Walking the whole tree takes time: only where there can be something.
  if (!signs.test(text)) return found
  walk(document, ({ node, step, isKey, parent }) => {
    // They are taken out before.
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
    if (type === 'PLAIN' && isSeq(parent) && parent.flow === true && /[，、；]/.test(source))
      report('full-width-comma-in-list', {
        found: source,
        better: source.split(/[，、；]/).join(', '),
      })
    // As `"\u200b"` may bring it in.
    if (typeof value === 'string' && type === 'QUOTE_DOUBLE')
      for (const { code, args } of unseenIn(value)) report(code, { ...args, place: '引号里的文字' })
    if (typeof value === 'number' && !isKey && String(value) !== source)
      report('number-spelling', numberSpelling(value, source))
  })
  return found
}

/** What of a text was taken out of its tree, in the words of the other signs. */
export const removedSigns = (removed: readonly Removed[]): Misread[] =>
  removed.map(({ offset, path, found, kind }) => ({
    offset,
    path,
    code: 'yaml-sign',
    args: { found, effect: kind === 'alias' ? notText : noKey },
  }))

/** A comma in a text may be meant. */
export const levelOf = (code: ProblemCode): Level =>
  code === 'full-width-comma-in-list' ? 'warning' : 'error'

const notText = '不会当作文字'
const noKey = '不能用来开始一个字段名'
const lost = '后面这几个字会丢失'

/** Where a sign stands that belongs to the node at an offset. */
function before(text: string, offset: number, sign: string): number {
  const at = text.lastIndexOf(sign, offset)
  return at === -1 ? offset : at
}

/** Whether the word before an offset holds a tag. */
function hasTag(text: string, offset: number): boolean {
  let end = offset
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--
  let start = end
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start--
  return end < offset && text.slice(start, end).includes('!')
}

/** What to write instead of an odd number: never another number than the one that was typed. */
function numberSpelling(value: number, source: string): Problem['args'] {
  if (!isExact(value, source)) return { typed: source, found: String(value), better: `"${source}"` }
  const better = /^\d+\.\d*0$/.test(source)
    ? `{ value: ${value}, stated: "${source}" }`
    : `${value}；是文字的加英文双引号："${source}"`
  return { typed: source, found: String(value), better }
}

/** The keys that a table of the program would move to its front, for being numbers. */
export function movedKeys(document: Document): { offset: number; path: Path; before: string }[] {
  const found: ReturnType<typeof movedKeys> = []
  walk(document, ({ node: map, step }) => {
    if (!isMap(map)) return
    const scalars = map.items.flatMap(({ key }) => (isScalar(key) ? [key] : []))
    const typed = [...new Set(scalars.map(({ value }) => String(value)))]
    const kept = Object.keys(Object.fromEntries(typed.map((key) => [key, 0])))
    const n = typed.findIndex((key, at) => key !== kept[at])
    if (n < 0) return
    const key = kept[n] ?? ''
    const node = scalars.find(({ value }) => String(value) === key)
    const path = pathOf({ above: step, at: key })
    found.push({ offset: startOf(node) ?? 0, path, before: typed[n] ?? '' })
  })
  return found
}

/** Something misread at a path; its problem is null where that is reported already. */
export interface Misreading {
  readonly path: Path
  readonly problem: Problem | null
}

/** Whether a number is the one that was typed; longer ones than a computer counts with are not. */
function isExact(value: number, source: string): boolean {
  if (/[eobx]/i.test(source)) return Number.isSafeInteger(value)
  return digitsOf(source) === digitsOf(String(value))
}

/** A decimal number without a plus and without zeros that count for nothing. */
const digitsOf = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)0*(?=\d|\.)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/(\.(?:\d*[1-9])?)0+$/, '$1')
    .replace(/\.$/, '')

/** Of what was misread and what a field refuses, one problem for each place. */
export function withoutRepeats(
  misread: readonly Misreading[],
  refused: readonly Problem[],
): Problem[] {
  const refusedAt = new PathSet()
  for (const { place } of refused) if ('path' in place) refusedAt.add(place.path)
  // A field that refuses the value knows better what was meant, but not what was lost of it.
  const kept = misread.filter(
    ({ path, problem }) =>
      problem === null ||
      !['number-spelling', 'full-width-comma-in-list'].includes(problem.code) ||
      !refusedAt.hasAtOrBelow(path),
  )
  const keptAt = new PathSet()
  const lostAt = new PathSet()
  for (const { path, problem } of kept) {
    keptAt.add(path)
    if (problem?.code !== 'number-spelling') lostAt.add(path)
  }
  const follows = ({ place }: Problem): boolean =>
    'path' in place && (keptAt.hasAtOrAbove(place.path) || lostAt.hasAtOrBelow(place.path))
  return [
    ...kept.flatMap(({ problem }) => problem ?? []),
    ...refused.filter((problem) => !follows(problem)),
  ]
}
