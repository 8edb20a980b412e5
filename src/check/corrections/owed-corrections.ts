import { authoredFile, kindOfFile } from '#schema/authored-files.ts'
import { type Bulletin, bulletinText, inlineNodes } from '#model/bulletin.ts'
import { bulletinChange, resolverOf } from '#model/bulletin-change.ts'
import { isDay } from '#model/calendar.ts'
import { changesBetween, isSame, type Change, type RecordKind } from '#model/changes.ts'
import { covers, ofBulletin } from '#model/correction.ts'
import { publicRecords, recordIdOf, recordKindOf } from '#model/public-records.ts'
import { isWritten, shownValue, writingsOf } from '#model/correction-writing.ts'
import { publicDataset } from '#model/publication.ts'
import type { Dataset } from '#model/dataset.ts'
import { shortened } from '#messages/shortened.ts'
import { atKey, atValue, inFile, type Place, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { toFill } from '#messages/unfinished.ts'
import { problem } from '../check.ts'
import { flowText, type YamlValue } from '#model/yaml-text.ts'

/** One version of the authored files: the current one, or the last published one. */
export interface Version {
  /** Null if there is no data folder. */
  readonly dataset: Dataset | null
  /** The plain value of each data file, as typed. */
  readonly values: ReadonlyMap<string, unknown>
  /** Whether a file exists but cannot be read. */
  readonly isUnreadable: (file: string) => boolean
  /** Whether the value at and below a path was read exactly as typed. */
  readonly isWhole: (file: string, path: Path) => boolean
  /** Files that have a problem. */
  readonly filesWithProblems: ReadonlySet<string>
}

interface Compared {
  readonly before: Version
  readonly now: Version
  /** The name of the earlier version: `main`. */
  readonly ref: string
  readonly asOf: string
}

/**
 * Changes in public records for which no correction was recorded. New states over time and records
 * that were not yet public need none.
 */
export function owedCorrections(compared: Compared): Problem[] {
  const { before, ref, asOf } = compared
  const waiting = waitingWith(before, asOf)
  const records = [...before.values].flatMap(([file, value]) => {
    const kind = recordKindOf(file)
    if (kind === null || !wasPublic(kind, value, asOf) || waiting.has(recordIdOf(file))) return []
    return [{ file, kind, value }]
  })
  if (records.length === 0) return [problem('base-empty', 'data', inFile, { ref }, 'warning')]
  return records.flatMap(({ file, kind, value }) => [
    ...inRecord(file, kind, value, compared),
    ...inBulletin(file, compared),
  ])
}

/**
 * Whether a record was public by its own dates. A text that gives a reason instead of a day is not
 * a date.
 */
function wasPublic(kind: RecordKind, value: unknown, asOf: string): boolean {
  const { publish_on: day, published, on } = (value ?? {}) as Record<string, unknown>
  const bears = kind === 'rectifications' ? on : published
  return [day, bears].every((one) => typeof one !== 'string' || !isDay(one) || one <= asOf)
}

/**
 * Records that were hidden because of another record, such as the register of an order that was not
 * public.
 */
function waitingWith({ dataset }: Version, asOf: string): ReadonlySet<string> {
  if (dataset === null) return new Set()
  const open = new Set(publicRecords(publicDataset(dataset, asOf)).map(({ id }) => id))
  return new Set(publicRecords(dataset).flatMap(({ id }) => (open.has(id) ? [] : [id])))
}

function inRecord(
  file: string,
  kind: RecordKind,
  value: unknown,
  { before, now, ref, asOf }: Compared,
): Problem[] {
  const current = now.values.get(file)
  if (current === undefined)
    return now.isUnreadable(file) ? [] : withdrawn(file, value, { before, now, ref, asOf })
  if (current === null) return []
  const broken =
    before.filesWithProblems.has(file) && !isSame(value, current)
      ? [problem('base-unreadable', file, inFile, { ref }, 'warning')]
      : []
  const added = newCorrections(value, current)
  const read = ({ path }: Change): boolean => before.isWhole(file, path) && now.isWhole(file, path)
  const changes = changesBetween(value, current, kind).filter(read)
  const owed = changes.flatMap((change) => {
    const at = change.path.join('.')
    const other = otherId(change, changes)
    const otherAt = other?.path.join('.')
    if (change.before === undefined && other !== null) {
      // The correction of the old id says where the issue is now.
      const old = added.filter((one) => covers(one.at, otherAt ?? ''))
      if (old.length === 0 || old.some(({ to }) => to === at)) return []
    }
    const [first] = added.filter((one) => covers(one.at, at))
    const from = words(change.before, before.dataset)
    const to = words(change.after, now.dataset)
    // A cell that now refers to the value that was typed in it shows the same text.
    if (from !== null && from === to && isPointer(change)) return []
    if (first === undefined) {
      const place = change.after === undefined || change.before === undefined ? atKey : atValue
      if (change.after === undefined && otherAt !== undefined) {
        const [, id = ''] = change.path
        return [missing(file, place(...change.path), at, { from: String(id), to: otherAt, asOf })]
      }
      const units = change.after === undefined ? unitsIn([change.before]) : []
      return [missing(file, place(...change.path), at, { from, to, asOf, units })]
    }
    if (first.at !== at || first.from === undefined || other !== null) return []
    const wrong = !isWritten(first.from, writingsOf(change.before, before.dataset))
    const args = { at, from: first.from, before: from ?? '' }
    const field = atValue('corrections', first.n, 'from')
    return wrong && from !== null
      ? [problem('correction-from-differs', file, field, args, 'warning')]
      : []
  })
  return [...broken, ...owed]
}

/** The change by which an issue that one change removes or adds has another id. */
const otherId = (change: Change, changes: readonly Change[]): Change | null =>
  isWholeIssue(change) && (change.before === undefined) !== (change.after === undefined)
    ? (changes.find(
        (other) =>
          isWholeIssue(other) &&
          (other.before === undefined
            ? change.after === undefined && isSame(change.before, other.after)
            : other.after === undefined &&
              change.before === undefined &&
              isSame(change.after, other.before)),
      ) ?? null)
    : null

const isWholeIssue = ({ path }: Change): boolean => path.length === 2 && path[0] === 'issues'

interface CorrectionEntry {
  readonly at: string
  readonly to: unknown
  readonly from: string | number | undefined
  readonly n: number
}

/** The corrections that are new in this version. Older ones concern earlier changes. */
function newCorrections(before: unknown, now: unknown): CorrectionEntry[] {
  const listOf = (value: unknown): readonly unknown[] => {
    const { corrections } = (value ?? {}) as { corrections?: unknown }
    return Array.isArray(corrections) ? corrections : []
  }
  const old = [...listOf(before)]
  return listOf(now).flatMap((entry, n) => {
    const same = old.findIndex((one) => isSame(one, entry))
    if (same !== -1) old.splice(same, 1)
    const { at, from, to } = (entry ?? {}) as {
      at?: unknown
      from?: CorrectionEntry['from']
      to?: unknown
    }
    return same !== -1 || typeof at !== 'string' ? [] : [{ at, from, to, n }]
  })
}

/**
 * Problems of a removed record. Its correction belongs in `data/corrections.yaml`, because it has
 * no file any more.
 */
function withdrawn(file: string, value: unknown, { before, now, ref, asOf }: Compared): Problem[] {
  const id = recordIdOf(file)
  const list = authoredFile('corrections')
  const added = newCorrections(before.values.get(list), now.values.get(list))
  if (added.some(({ at }) => at === id)) return []
  const successor = [...now.values].find(
    ([other, inner]) =>
      recordKindOf(other) === recordKindOf(file) &&
      !before.values.has(other) &&
      isSame(headOf(inner), headOf(value)),
  )
  const to = successor === undefined ? {} : { to: recordIdOf(successor[0]) }
  const { issues = {} } = (value ?? {}) as { issues?: Readonly<Record<string, unknown>> }
  // A renamed record still names the units of its findings.
  const units = successor === undefined ? unitsIn(Object.values(issues)) : []
  const gone = Object.keys(issues).filter(
    (one) => !now.dataset?.inspections.some((other) => Object.hasOwn(other.issues ?? {}, one)),
  )
  const ids = gone.length === 0 ? {} : { issues: gone }
  const entry = listItem({ on: asOf, at: id, from: id, ...to, ...named(units), ...ids, reason })
  return [problem('record-withdrawn', file, inFile, { id, ref, entry })]
}

/** The fields by which a renamed record is recognised. */
function headOf(value: unknown): unknown {
  const { period, title, published, on, statement, exempt } = (value ?? {}) as Record<
    string,
    unknown
  >
  return { period, title, published, on, statement, exempt }
}

/**
 * Problems of changes to the text of a bulletin. Changed figures need a correction only in the
 * data.
 */
function inBulletin(record: string, { before, now, asOf }: Compared): Problem[] {
  const { kind, ids: [id = ''] = [] } = kindOfFile(record) ?? {}
  const old = before.dataset?.bulletins[id]
  const current = now.values.get(record)
  if (kind !== 'inspection' || old === undefined || current === undefined) return []
  const file = authoredFile('bulletin', id)
  const added = newCorrections(before.values.get(record), current)
  if (added.some(({ at }) => at === ofBulletin) || before.filesWithProblems.has(file)) return []
  const fresh = now.dataset?.bulletins[id]
  if (fresh === undefined) {
    if (now.isUnreadable(file) || now.filesWithProblems.has(file)) return []
    const [from = ''] = bulletinText(old, resolverOf(before.dataset, id))
    return [missing(record, inFile, ofBulletin, { from, to: null, asOf })]
  }
  const rewritten = bulletinChange(id, before.dataset, now.dataset)
  if (rewritten === null) return []
  const { from, to, block } = rewritten
  const place: Place = { at: 'offset', offset: offsetOf(fresh, block) }
  return [missing(file, place, ofBulletin, { from, to, asOf })]
}

/**
 * Offset of the first text of a block of a bulletin, or of the nearest block before it that has
 * text.
 */
function offsetOf(bulletin: Bulletin, block: number): number {
  for (let n = block; n >= 0; n--) {
    const one = bulletin.blocks[n]
    if (one?.type === 'appendix') return one.offset
    const [first] = [...inlineNodes({ ...bulletin, blocks: one === undefined ? [] : [one] })]
    if (first !== undefined && 'offset' in first) return first.offset
  }
  return 0
}

const isPointer = ({ before, after }: Change): boolean =>
  [before, after].some((value) => typeof value === 'object' && value !== null && 'of' in value)

/** A value as text for a correction; null if it is too complex for one phrase. */
const words = (value: unknown, dataset: Dataset | null): string | number | null =>
  value === undefined ? null : typeof value === 'number' ? value : shownValue(value, dataset)

/** The placeholder in a suggested entry. If the editor leaves it, that is reported as an error. */
const reason = toFill

function missing(
  file: string,
  place: Place,
  at: string,
  {
    from,
    to,
    asOf,
    units = [],
  }: {
    from: string | number | null
    to: string | number | null
    asOf: string
    units?: readonly string[]
  },
): Problem {
  const values = {
    ...(from === null ? {} : { from: short(from) }),
    ...(to === null ? {} : { to: short(to) }),
  }
  // A group of fields cannot be written as one phrase.
  const sides = Object.keys(values).length === 0 ? { to: '见数据' } : values
  return problem('correction-missing', file, place, {
    at,
    record: recordFileOf(file),
    from: from === null ? '（没有）' : short(from),
    to: to === null ? '（没有）' : short(to),
    entry: listItem({ on: asOf, at, ...sides, ...named(units), reason }),
  })
}

/** The file in which a change of a file is to be corrected: for a bulletin its inspection. */
function recordFileOf(file: string): string {
  const { kind, ids: [id = ''] = [] } = kindOfFile(file) ?? {}
  return kind === 'bulletin' ? authoredFile('inspection', id) : file
}

const short = (text: string | number): string | number =>
  typeof text === 'string' ? shortened(text) : text

/** The units named by findings, which are removed together with the findings. */
const unitsIn = (issues: readonly unknown[]): string[] => [
  ...new Set(
    issues.flatMap((issue) => {
      const { units } = (issue ?? {}) as { units?: unknown }
      return Array.isArray(units)
        ? units.filter((unit): unit is string => typeof unit === 'string')
        : []
    }),
  ),
]

const named = (units: readonly string[]) => (units.length === 0 ? {} : { units })

/** An entry of a list in YAML, on one line. */
const listItem = (entry: YamlValue): string => `- ${flowText(entry)}`
