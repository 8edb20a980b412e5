import { authoredFile } from '#schema/authored-files.ts'
import type { Channel } from '#schema/unit.ts'
import { isSameUnit } from '#model/succession.ts'
import { nameKey } from '#schema/characters.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/**
 * Reports two records that are probably the same. Names of different offices often differ in one
 * character (高县, 珙县), so a pair is reported only if little else explains the difference.
 */
export const nearMissNames: Check = {
  name: 'near-miss-names',
  description: 'No two units or accounts whose names differ only by a slip of the pen.',
  check({ dataset }) {
    const units = Object.entries(dataset.units).map(([id, { name, earlier_names }]) => ({
      id,
      name,
      earlier_names,
    }))
    const channels = Object.entries(dataset.channels).map(([id, channel]) => ({ id, ...channel }))
    const likely: Judge<Named> = (one, other, difference) =>
      likelyUnit(one, other, difference) && !isSameUnit(dataset.units, one.id, other.id)
    const problems = nearPairs(units, likely).map(([one, other]) =>
      alike('units', one.id, one.name, other),
    )
    const byPlatform = Map.groupBy(channels, ({ platform }) => platform)
    for (const accounts of byPlatform.values())
      for (const [one, other] of nearPairs(accounts, likelyChannel))
        problems.push(alike('channels', one.id, one.name, other))
    return problems
  },
}

const alike = (
  kind: 'units' | 'channels',
  id: string,
  name: string,
  other: { id: string; name: string },
): Problem =>
  problem(
    'names-alike',
    authoredFile(kind),
    atValue(kind, id, 'name'),
    { name, other: other.name, id: other.id },
    'warning',
  )

interface Named {
  readonly id: string
  readonly name: string
  readonly earlier_names?: readonly string[] | undefined
}

/** Whether a record once had the name that another has now. */
const wasCalled = ({ earlier_names: earlier = [] }: Named, { name }: Named): boolean =>
  earlier.some((one) => nameKey(one) === nameKey(name))

/** The name without differences of width, spaces and punctuation. */
const plain = (name: string): string => name.normalize('NFKC').replace(/[\p{P}\p{S}\p{Z}]/gu, '')

type Judge<T extends Named> = (one: T, other: T, difference: Difference) => boolean

/** Longer names are not compared. */
const maxNameLength = 100
/** The largest number of similar names that a further one is compared with. */
const maxCompared = 20

/** Pairs of each record with an earlier one that it resembles. */
function nearPairs<T extends Named>(records: readonly T[], isLikely: Judge<T>): [T, T][] {
  const pairs: [T, T][] = []
  // Two texts can be one edit apart only if both give the same text after leaving out at most one
  // character.
  const bySignature = new Map<string, Written<T>[]>()
  for (const record of records) {
    const text = [...plain(record.name)]
    const written = { record, text }
    const signatures = new Set([
      text.join(''),
      ...(text.length > maxNameLength ? [] : text.map((_, at) => text.toSpliced(at, 1).join(''))),
    ])
    const candidates = new Set<Written<T>>()
    for (const key of signatures)
      for (const candidate of bySignature.get(key) ?? [])
        if (candidates.size < maxCompared) candidates.add(candidate)
    for (const candidate of candidates) {
      const difference = differenceOf(text, candidate.text)
      if (difference === null || !isLikely(record, candidate.record, difference)) continue
      // Identical names, and the earlier name of one that the other has now, are reported by another
      // rule.
      if (nameKey(record.name) === nameKey(candidate.record.name)) continue
      if (wasCalled(record, candidate.record) || wasCalled(candidate.record, record)) continue
      pairs.push([record, candidate.record])
      break
    }
    for (const key of signatures) {
      const known = bySignature.get(key)
      if (known === undefined) bySignature.set(key, [written])
      else if (known.length < maxCompared) known.push(written)
    }
  }
  return pairs
}

/** A record with the relevant characters of its name. */
interface Written<T> {
  readonly record: T
  readonly text: readonly string[]
}

interface Difference {
  readonly kind: 'none' | 'one more' | 'other'
  /** The characters in which the names differ. */
  readonly characters: readonly string[]
  /** The length of the shorter name. */
  readonly length: number
}

function differenceOf(a: readonly string[], b: readonly string[]): Difference | null {
  const length = Math.min(a.length, b.length)
  let start = 0
  while (start < length && a[start] === b[start]) start++
  let end = 0
  while (end < length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const characters = [...left, ...right]
  if (characters.length === 0) return { kind: 'none', characters, length }
  if (left.length > 1 || right.length > 1) return null
  return { kind: left.length === right.length ? 'other' : 'one more', characters, length }
}

/** Characters that distinguish related offices: 第一中学, 第二中学; 东街街道, 西街街道. */
const distinguishing =
  /^[一二三四五六七八九十甲乙丙丁东西南北中上下前后左右大小新老0-9A-Za-z省市区县乡镇村]$/u
/** Characters that are often omitted or exchanged by mistake in names of offices. */
const filler = /^[和与及的局委办县区市镇乡]$/u

const minLength = 4

const likelyUnit: Judge<Named> = (_one, _other, { kind, characters, length }) => {
  if (kind === 'none') return true
  if (length < minLength) return false
  // One additional character makes another office only if it carries meaning.
  if (kind === 'one more') return characters.every((one) => filler.test(one) || length >= 6)
  return length >= 6 && characters.every((one) => !distinguishing.test(one))
}

const likelyChannel: Judge<Channel & Named> = (one, other, { kind, characters, length }) => {
  if (kind === 'none') return true
  const owned = one.unit !== 'not-stated' && other.unit !== 'not-stated'
  if ((owned && one.unit !== other.unit) || length < minLength) return false
  return !characters.some((character) => distinguishing.test(character))
}
