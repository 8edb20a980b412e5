import type { Correction } from '#schema/correction.ts'
import { isDay } from './calendar.ts'
import type { RecordKind } from './changes.ts'
import { compareText, type Dataset, type Inspection, unitsOfIssue } from './dataset.ts'

/** A public record of which values can be corrected. */
export interface PublicRecord {
  /** Where it lies in the data, without the ending: `inspections/2024-q1`. */
  readonly id: string
  readonly kind: RecordKind
  /** The first day on which it can have been public here; null when the data does not say. */
  readonly published: string | null
  readonly value: object
  readonly corrections: readonly Correction[]
  /** The inspection, where the record is one: references in it compute more than stands there. */
  readonly inspection: Inspection | null
}

/** Every record that has been published, in the order of the files. */
export function publicRecords(dataset: Dataset): PublicRecord[] {
  return [
    ...dataset.inspections.map((inspection): PublicRecord => ({
      id: `inspections/${inspection.id}`,
      kind: 'inspections',
      published: inspection.published_here,
      value: inspection,
      corrections: inspection.corrections ?? [],
      inspection,
    })),
    ...Object.entries(dataset.selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).map(([unit, report]): PublicRecord => ({
        id: `self-inspections/${period}/${unit}`,
        kind: 'self-inspections',
        published: isDay(report.published) ? report.published : null,
        value: report,
        corrections: report.corrections ?? [],
        inspection: null,
      })),
    ),
    ...Object.entries(dataset.registers).map(([period, record]): PublicRecord => ({
      id: `registers/${period}`,
      kind: 'registers',
      published: null,
      value: record,
      corrections: record.corrections ?? [],
      inspection: null,
    })),
    ...Object.entries(dataset.statements).flatMap(([issue, statements]) =>
      Object.entries(statements).map(([unit, statement]): PublicRecord => ({
        id: `rectifications/${issue}/${unit}`,
        kind: 'rectifications',
        published: statement.on,
        value: statement,
        corrections: statement.corrections ?? [],
        inspection: null,
      })),
    ),
  ]
}

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
  home: string,
  corrections: readonly Correction[],
): { correction: Correction; id: string }[] {
  const ids = new Set<string>()
  return corrections.map((correction) => {
    const first = `${home}/${correction.on}/${correction.at}`
    let id = first
    for (let time = 2; ids.has(id); time++) id = `${first}/${time}`
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
  { correction: { at, from, to, units: said = [] }, record }: CorrectionRecord,
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
    ...said,
  ]
  return new Set(all.filter((id) => Object.hasOwn(units, id)))
}

/** Whether a correction at one place speaks of what stands at another: there, or below it. */
export const covers = (at: string, path: string): boolean =>
  at === path || path.startsWith(`${at}.`)
