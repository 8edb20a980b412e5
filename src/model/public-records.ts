import type { Correction } from '#schema/correction.ts'
import { isDay } from './calendar.ts'
import type { RecordKind } from './changes.ts'
import type { Dataset, Inspection } from './dataset.ts'

/** A public record, whose values can be corrected. */
export interface PublicRecord {
  /** Path in the data without the file extension: `inspections/2024-q1`. */
  readonly id: string
  readonly kind: RecordKind
  /** The earliest day on which it can have been public here; null if the data does not say. */
  readonly published: string | null
  readonly value: object
  readonly corrections: readonly Correction[]
  /** The inspection if the record is one; its references can also resolve to computed values. */
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
