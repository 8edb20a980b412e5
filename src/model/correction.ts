import type { Correction } from '#schema/correction.ts'
import { compareText, type Dataset, unitsOfIssue } from './dataset.ts'
import { type PublicRecord, publicRecords } from './public-records.ts'

/** `at` of a correction to the text of a bulletin. */
export const ofBulletin = 'bulletin'

export interface CorrectionRecord {
  readonly correction: Correction
  /** The record that it stands in; null for one that was withdrawn or renamed as a whole. */
  readonly record: PublicRecord | null
  /** The record, the day and the place: an id that stays when other corrections come. */
  readonly id: string
}

/** Every correction, the newest first; of one day, in the order of the files. */
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
 * The units that a correction is about: whose own words or exemption it changes, whom the finding
 * names that it changes, and whom it takes out of one or puts into one. Whom a withdrawn finding
 * named, only the correction itself can say.
 */
export function unitsOfCorrection(
  { correction: { at, from, to, units: listed = [] }, record }: CorrectionRecord,
  { units }: Pick<Dataset, 'units'>,
): ReadonlySet<string> {
  const [part, key = ''] = at.split('.')
  // Of a record as a whole, the place is its id.
  const [kind, , owner] = (record?.id ?? at).split('/')
  const own = kind === 'self-inspections' || kind === 'rectifications' ? [owner ?? ''] : []
  const exempt = kind === 'registers' && part === 'exempt' ? [key] : []
  const isOfIssue = part === 'issues' || part === 'follow_ups'
  const issue = isOfIssue ? record?.inspection?.issues?.[key] : undefined
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

/** Whether a correction at one place speaks of what stands at another: there, or below it. */
export const covers = (at: string, path: string): boolean =>
  at === path || path.startsWith(`${at}.`)
