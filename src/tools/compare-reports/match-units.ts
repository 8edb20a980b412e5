import type { ReadDocument } from '#read/documents/read-documents.ts'
import { isGivenName, looseName, stemOf, unitOfFile, unitOfTitle } from './unit-name.ts'

type FilesByUnit = ReadonlyMap<string, readonly ReadDocument[]>

/** The files of both years by their unit. */
export interface MatchedUnits {
  readonly current: FilesByUnit
  readonly before: FilesByUnit
  /** What a person has to know of the files of a unit, in Chinese. */
  readonly notes: ReadonlyMap<string, string>
}

/**
 * Finds the files of each unit in both years by their names. Files with the same name but for its
 * ending are of one unit; a name that says nothing of its unit is told by the title in the text. A
 * unit that only one year has is matched with one of a similar name, if there is one only, and that
 * is noted. Where one name is only the end of the other, the two may be different units (商务局 and
 * 例江县商务局): they are not matched, and that is noted.
 */
export function matchedUnits(
  current: readonly ReadDocument[],
  before: readonly ReadDocument[],
): MatchedUnits {
  const now = filesByUnit(current, before)
  const last = filesByUnit(before, current)
  const notes = new Map<string, string>()
  for (const similarNames of [looselyEqual, oneEndOfOther]) {
    const similar = similarNames(unitsOnlyIn(now, last), unitsOnlyIn(last, now))
    const rivals = Map.groupBy(
      [...similar].flatMap(([unit, others]) => others.map((other) => ({ unit, other }))),
      ({ other }) => other,
    )
    for (const [unit, others] of similar) {
      const [other] = others
      const files = other === undefined ? undefined : last.get(other)
      if (other === undefined || files === undefined) continue
      const all = others.flatMap((one) => rivals.get(one)?.map((rival) => rival.unit) ?? [])
      if (others.length > 1 || all.length > 1) {
        const names = [...new Set([...all, ...others])].slice(0, maxNames)
        notes.set(unit, `名称相近的不止一个，没有配对：${names.join('、')}`)
        continue
      }
      if (similarNames === oneEndOfOther) {
        notes.set(unit, `与“${other}”名称相近，没有配对；是同一个单位的，请改成同一个名称再比`)
        continue
      }
      last.delete(other)
      last.set(unit, files)
      notes.set(unit, `与“${other}”名称相近，当作同一个单位比较，请核对`)
    }
  }
  return { current: now, before: last, notes }
}

/**
 * The files of a year by their unit. A name that says nothing of its unit may stand for another unit
 * in the other year: it pairs two files only where their titles do not tell.
 */
function filesByUnit(
  files: readonly ReadDocument[],
  others: readonly ReadDocument[],
): Map<string, readonly ReadDocument[]> {
  const byStem = Map.groupBy(others, ({ path }) => stemOf(path))
  const otherUnits = new Set(others.map((other) => titleUnitOf(other) ?? unitOfFile(other.path)))
  return Map.groupBy(files, (file) => {
    const stem = stemOf(file.path)
    const titled = titleUnitOf(file)
    const sameStem = byStem.get(stem) ?? []
    const isByTitle =
      sameStem.length === 0 ||
      otherUnits.has(titled) ||
      sameStem.some((other) => titleUnitOf(other) !== null)
    return (isByTitle ? titled : null) ?? unitOfFile(file.path) ?? stem
  })
}

/** The unit in the title of a file whose name says nothing of it; null where there is none. */
const titleUnitOf = ({ path, content }: ReadDocument): string | null =>
  isGivenName(path) && !('unread' in content) ? unitOfTitle(content.text) : null

const unitsOnlyIn = (units: FilesByUnit, others: FilesByUnit): string[] =>
  [...units.keys()].filter((unit) => !others.has(unit))

/** Names that a note lists. */
const maxNames = 6

/** Units with the others whose names are similar. */
type SimilarNames = (
  units: readonly string[],
  others: readonly string[],
) => ReadonlyMap<string, readonly string[]>

const looselyEqual: SimilarNames = (units, others) => {
  const byName = Map.groupBy(others, looseName)
  return new Map(units.map((unit) => [unit, byName.get(looseName(unit)) ?? []]))
}

/** Characters of the shortest name that may be the end of a longer one: 商务局 of 示例市商务局. */
const minEnd = 3

/** The ends of a name with Chinese characters, the whole name among them. */
const endsOf = (unit: string): string[] => {
  const name = looseName(unit)
  return Array.from({ length: Math.max(0, name.length - minEnd + 1) }, (_, from) =>
    name.slice(from),
  ).filter((end) => /\p{Script=Han}/u.test(end))
}

const oneEndOfOther: SimilarNames = (units, others) => {
  const byName = Map.groupBy(others, looseName)
  const byEnd = Map.groupBy(
    others.flatMap((other) => endsOf(other).map((end) => ({ end, other }))),
    ({ end }) => end,
  )
  return new Map(
    units.map((unit) => {
      const name = looseName(unit)
      const longer = byEnd.get(name)?.map(({ other }) => other) ?? []
      const shorter = endsOf(unit).flatMap((end) => byName.get(end) ?? [])
      return [unit, [...new Set([...longer, ...shorter])]]
    }),
  )
}
