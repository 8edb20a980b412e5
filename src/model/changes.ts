import { numberKeys } from '#schema/figure.ts'
import type { Path } from '#schema/path.ts'
import { isMeasure } from './figure.ts'
import { isPlainGroup, type PlainGroup } from './plain-group.ts'

/**
 * One value of a published record that has changed. A side is undefined if the value does not exist
 * there.
 */
export interface Change {
  readonly path: Path
  readonly before: unknown
  readonly after: unknown
}

/** The kinds of public records, named after their folders. */
export type RecordKind =
  | 'inspections'
  | 'self-inspections'
  | 'registers'
  | 'rectifications'
  | 'openness'
  | 'openness-office'

/** Fields that readers do not see, because they are meant for the editor or the program. */
const unseen = ['acknowledged', 'corrections', 'publish_on']

/**
 * Lists and groups that grow over time. An addition to them is a new state, not a change of what
 * was published. An asterisk stands for any one key.
 */
const growing: Readonly<Record<RecordKind, readonly string[]>> = {
  inspections: ['follow_ups', 'issues.*.rectification'],
  'self-inspections': [],
  registers: ['looked_on'],
  rectifications: ['measures', 'evidence'],
  openness: [
    'policies',
    'policies.*',
    'policies.*.interpretation',
    'policies.*.interpretation.items',
    'policies.*.interpretation.items.*',
    'policies.*.interpretation.together',
    'policies.*.gazette',
    'consultations',
    'consultations.*',
    'consultations.*.feedback',
    'annual_report',
  ],
  'openness-office': [
    'units',
    'units.*',
    'units.*.looked_on',
    'judgements',
    'gazette',
    'gazette.printed',
    'gazette.exempt',
    'annual_reports',
  ],
}

/**
 * The differences that readers would see between the old and new plain value of a file, each with
 * its path. The order of keys and the style of writing do not matter.
 */
export function changesBetween(before: unknown, after: unknown, kind: RecordKind): Change[] {
  return compare(before, after, [], (path) => grows(kind, path))
}

/**
 * Like `changesBetween`, but including new states, such as a step of rectification or a check by
 * the office.
 */
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
  const isNew = old === undefined || old === 'not-yet'
  if (isNew && (isGrowing(path) || isGrowing(path.slice(0, -1)))) return []
  if (Array.isArray(old) && Array.isArray(now)) return compareLists(old, now, path, isGrowing)
  if (isPlainGroup(old) && isPlainGroup(now)) {
    // A figure and its qualifiers (约, 不少于) are one value to the reader.
    const asOne = isMeasure(old) && isMeasure(now) && !isSame(printed(old), printed(now))
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    return [
      ...(asOne ? [{ path, before: old, after: now }] : []),
      ...keys
        .filter((key) => !asOne || !hedges.includes(key))
        .flatMap((key) => compare(own(old, key), own(now, key), [...path, key], isGrowing)),
    ]
  }
  // A later date means that the office checked again and recorded a new state.
  if (isGrowing(path) && typeof old === 'string' && typeof now === 'string' && old <= now) return []
  return [{ path, before: old, after: now }]
}

/**
 * Pairs the items of two lists: equal items first, then the remaining ones in order as old and new
 * versions of each other.
 */
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

/**
 * A value without differences of writing that do not matter, such as surrounding spaces or an empty
 * list.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined
  return value
}

/** Brings `12` and `{ value: 12, note: … }` to the same form. */
function alike(old: unknown, now: unknown): [unknown, unknown] {
  const spread = (value: unknown, other: unknown): unknown =>
    isPlainGroup(other) &&
    isMeasure(other) &&
    (typeof value === 'number' || typeof value === 'string')
      ? { value }
      : value
  return [spread(old, now), spread(now, old)]
}

const hedges: readonly string[] = [
  ...numberKeys.filter((key) => key !== 'changes'),
  'approximate',
  'unit',
]

const printed = (figure: PlainGroup): PlainGroup =>
  Object.fromEntries(Object.entries(figure).filter(([key]) => hedges.includes(key)))

const own = (group: PlainGroup, key: string): unknown =>
  Object.hasOwn(group, key) ? group[key] : undefined

/**
 * Whether two plain values are equal, regardless of the order of keys and of how they are written:
 * `12` is `{ value: 12 }`.
 */
export function isSame(one: unknown, other: unknown): boolean {
  const [first, second] = alike(plain(one), plain(other))
  if (Array.isArray(first) && Array.isArray(second))
    return first.length === second.length && first.every((item, n) => isSame(item, second[n]))
  if (isPlainGroup(first) && isPlainGroup(second)) {
    const keys = new Set([...Object.keys(first), ...Object.keys(second)])
    return [...keys].every((key) => isSame(own(first, key), own(second, key)))
  }
  return first === second
}
