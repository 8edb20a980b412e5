import { fileBelow, kindOfFile, rootAndPath } from '#schema/authored-files.ts'
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

/** The kinds of files that hold public records, with the folder that the id of a record begins with. */
const recordKinds: Partial<Record<string, RecordKind>> = {
  inspection: 'inspections',
  'self-inspection': 'self-inspections',
  register: 'registers',
  rectification: 'rectifications',
  openness: 'openness',
  'openness-office': 'openness-office',
}

/** The kind of record that a file holds; null for the lists that records refer to. */
export const recordKindOf = (file: string): RecordKind | null =>
  recordKinds[kindOfFile(file)?.kind ?? ''] ?? null

/** The file of a record, from the record's id. */
export const fileOfRecord = (id: string): string => fileBelow('data', `${id}.yaml`)

/** The id of the record in a file. */
export const recordIdOf = (file: string): string => rootAndPath(file).path.replace(/\.yaml$/, '')

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
    ...Object.entries(dataset.openness).flatMap(([year, files]) =>
      Object.entries(files).map(([unit, file]): PublicRecord => ({
        id: `openness/${year}/${unit}`,
        kind: 'openness',
        published: null,
        value: file,
        corrections: file.corrections ?? [],
        inspection: null,
      })),
    ),
    ...Object.entries(dataset.opennessOffice).map(([year, file]): PublicRecord => ({
      id: `openness/${year}`,
      kind: 'openness-office',
      published: null,
      value: file,
      corrections: file.corrections ?? [],
      inspection: null,
    })),
  ]
}
