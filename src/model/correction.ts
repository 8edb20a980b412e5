import type { Correction } from '#schema/correction.ts'
import { compareText, type Dataset, unitsOfIssue } from './dataset.ts'
import { type PublicRecord, publicRecords } from './public-records.ts'

/** The value of `at` in a correction to the text of a bulletin. */
export const ofBulletin = 'bulletin'

/** The issue that a correction withdraws or renames as a whole; null for any other correction. */
export const goneIssue = ({ at }: Pick<Correction, 'at'>): string | null => issueAt(at)

/** The present id of the issue that a correction renames; null for any other correction. */
export const renamedIssue = ({ at, to }: Pick<Correction, 'at' | 'to'>): string | null =>
  issueAt(at) === null ? null : issueAt(String(to ?? ''))

const issueAt = (path: string): string | null => /^issues\.([^.]+)$/.exec(path)?.[1] ?? null

export interface CorrectionRecord {
  readonly correction: Correction
  /** The record that contains the correction; null if a whole record was withdrawn or renamed. */
  readonly record: PublicRecord | null
  /**
   * Built from the record, the day and the path, so that the id does not change when corrections
   * are added.
   */
  readonly id: string
}

/** All corrections, newest first; corrections of the same day in the order of the files. */
export function correctionsOf(dataset: Dataset): CorrectionRecord[] {
  const all = [
    ...publicRecords(dataset).flatMap((record) =>
      withIds(record.id, record.corrections).map((one) => ({ ...one, record })),
    ),
    ...withIds('corrections', dataset.withdrawals).map((one) => ({ ...one, record: null })),
  ]
  return all.sort((a, b) => compareText(b.correction.on, a.correction.on))
}

function withIds(
  recordId: string,
  corrections: readonly Correction[],
): { correction: Correction; id: string }[] {
  const ids = new Set<string>()
  const times = new Map<string, number>()
  return corrections.map((correction) => {
    const first = `${recordId}/${correction.on}/${correction.at}`
    let id = first
    let time = times.get(first) ?? 2
    for (; ids.has(id); time++) id = `${first}/${time}`
    times.set(first, time)
    ids.add(id)
    return { correction, id }
  })
}

/**
 * The units that a correction is about: the author of a corrected report, the unit of a corrected
 * exemption, the units of a corrected finding, and the units that the correction adds to or removes
 * from it. For a withdrawn finding only the correction itself lists them.
 */
export function unitsOfCorrection(
  { correction, record }: CorrectionRecord,
  { units }: Pick<Dataset, 'units'>,
): ReadonlySet<string> {
  const { at, from, to, units: listed = [] } = correction
  const [part, key = ''] = at.split('.')
  // If the correction concerns a whole record, `at` is its id.
  const [kind, , owner] = (record?.id ?? at).split('/')
  const isByUnit = kind === 'self-inspections' || kind === 'rectifications' || kind === 'openness'
  const own = isByUnit ? [owner ?? ''] : []
  const isListed = part === (kind === 'openness' ? 'units' : 'exempt')
  const exempt = (kind === 'registers' || kind === 'openness') && isListed ? [key] : []
  const isOfIssue = part === 'issues' || part === 'follow_ups'
  const issue = isOfIssue
    ? record?.inspection?.issues?.[renamedIssue(correction) ?? key]
    : undefined
  const written = isOfIssue ? [from, to].flatMap((words) => String(words ?? '').split('、')) : []
  const named = Object.keys(units).filter(
    (id) => written.includes(id) || written.includes(units[id]?.name ?? ''),
  )
  const all = [
    ...own,
    ...exempt,
    ...(issue === undefined ? [] : unitsOfIssue(issue)),
    ...named,
    ...listed,
  ]
  return new Set(all.filter((id) => Object.hasOwn(units, id)))
}

/** Whether a correction at a path also covers another path: the same path or one below it. */
export const covers = (at: string, path: string): boolean =>
  at === path || path.startsWith(`${at}.`)
