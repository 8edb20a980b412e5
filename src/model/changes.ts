import type { Path } from '#messages/problem.ts'
import { isMeasure } from './figure.ts'
import { isPlainGroup, type PlainGroup } from './plain-group.ts'

/** One value of a published record that is not what it was. Undefined on the side where it is not. */
export interface Change {
  readonly path: Path
  readonly before: unknown
  readonly after: unknown
}

/** Kinds of public records, by the folder that holds them. */
export type RecordKind = 'inspections' | 'self-inspections' | 'registers' | 'rectifications'

/** Fields that say nothing to the public: for the editor, or for the program. */
const unseen = ['acknowledged', 'corrections', 'publish_on']

/**
 * Lists and groups that grow as life goes on: what is added to them is a new state, not a change.
 * An asterisk stands for any one key.
 */
const growing: Readonly<Record<RecordKind, readonly string[]>> = {
  inspections: ['follow_ups', 'issues.*.rectification'],
  'self-inspections': [],
  registers: ['looked_on'],
  rectifications: ['measures', 'evidence'],
}

/**
 * What readers see otherwise than before, each at the place where it stands, from the plain values
 * of a file as it was and as it is. The order of keys and the way of writing make no difference.
 */
export function changesBetween(before: unknown, after: unknown, kind: RecordKind): Change[] {
  return compare(before, after, [], (path) => grows(kind, path))
}

/** The same, with what is only a new state: a step of rectification, a look of the office. */
export const everyChange = (before: unknown, after: unknown): Change[] =>
  compare(before, after, [], () => false)

function grows(kind: RecordKind, path: Path): boolean {
  return growing[kind].some((pattern) => {
    const keys = pattern.split('.')
    return (
      keys.length === path.length && keys.every((key, n) => key === '*' || key === String(path[n]))
    )
  })
}

type Grows = (path: Path) => boolean

function compare(before: unknown, after: unknown, path: Path, isGrowing: Grows): Change[] {
  const [old, now] = alike(plain(before), plain(after))
  if (isSame(old, now) || isUnseen(path)) return []
  if (old === undefined && (isGrowing(path) || isGrowing(path.slice(0, -1)))) return []
  if (Array.isArray(old) && Array.isArray(now)) return compareLists(old, now, path, isGrowing)
  if (isPlainGroup(old) && isPlainGroup(now)) {
    // A figure and what hedges it are one value to the reader.
    const asOne = isMeasure(old) && isMeasure(now) && !isSame(printed(old), printed(now))
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    return [
      ...(asOne ? [{ path, before: old, after: now }] : []),
      ...keys
        .filter((key) => !asOne || !hedges.includes(key))
        .flatMap((key) => compare(own(old, key), own(now, key), [...path, key], isGrowing)),
    ]
  }
  // The office looked again: what it found is a later state.
  if (isGrowing(path) && typeof old === 'string' && typeof now === 'string' && old <= now) return []
  return [{ path, before: old, after: now }]
}

/** Equal items belong together; of the rest, one is taken for what became of the other, in order. */
function compareLists(
  old: readonly unknown[],
  now: readonly unknown[],
  path: Path,
  isGrowing: Grows,
): Change[] {
  const whole = [{ path, before: old, after: now }]
  const isScalar = (item: unknown): boolean => typeof item !== 'object'
  if (old.every(isScalar) && now.every(isScalar) && !isGrowing(path)) return whole
  const added = now.map((item, at) => ({ item: plain(item), at }))
  const gone: unknown[] = []
  for (const item of old) {
    const same = added.findIndex((other) => isSame(other.item, plain(item)))
    if (same === -1) gone.push(item)
    else added.splice(same, 1)
  }
  if (gone.length + added.length === 0) return whole
  const changed = gone.flatMap((item, n) => {
    const other = added[n]
    return other === undefined
      ? [{ path, before: item, after: undefined }]
      : compare(item, other.item, [...path, other.at], isGrowing)
  })
  const fresh = added
    .slice(gone.length)
    .flatMap(({ item, at }) => compare(undefined, item, [...path, at], isGrowing))
  return [...changed, ...fresh]
}

const isUnseen = (path: Path): boolean =>
  (path.length === 1 && unseen.includes(String(path[0]))) || path.at(-1) === 'as_printed'

/** A value without the ways of writing that say the same: spaces around it, an empty list. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined
  return value
}

/** `12` and `{ value: 12, note: … }` are the same kind of thing. */
function alike(old: unknown, now: unknown): [unknown, unknown] {
  const spread = (value: unknown, other: unknown): unknown =>
    isPlainGroup(other) &&
    isMeasure(other) &&
    (typeof value === 'number' || typeof value === 'string')
      ? { value }
      : value
  return [spread(old, now), spread(now, old)]
}

const hedges = ['value', 'stated', 'at_least', 'at_most', 'above', 'below', 'approximate', 'unit']

const printed = (figure: PlainGroup): PlainGroup =>
  Object.fromEntries(Object.entries(figure).filter(([key]) => hedges.includes(key)))

const own = (group: PlainGroup, key: string): unknown =>
  Object.hasOwn(group, key) ? group[key] : undefined

/** Whether two plain values say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, n) => isSame(item, other[n]))
  if (isPlainGroup(one) && isPlainGroup(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].every((key) => isSame(plain(own(one, key)), plain(own(other, key))))
  }
  return plain(one) === plain(other)
}
