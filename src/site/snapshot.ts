import { createHash } from 'node:crypto'
import type { ById, Dataset } from '#domain/dataset.ts'

/** A dataset as a later build compares it with its own. */
export interface Snapshot {
  /** One hash of all but the records that are followed field by field. */
  readonly rest: string
  /** Those records, each with its fields as JSON, by the names under which reads are noted. */
  readonly records: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The records that are followed field by field, under the names by which reads of them are noted. */
export const followed = {
  selfInspections: 'data/self-inspections',
  statements: 'data/rectifications',
} as const

/** @param more whatever else the pages show that is not in the dataset */
export function snapshotOf(dataset: Dataset, more: unknown): Snapshot {
  const { selfInspections, statements, ...others } = dataset
  const groups = [Object.keys(selfInspections), Object.keys(statements)]
  return {
    rest: createHash('sha256')
      .update(JSON.stringify([others, groups, more]))
      .digest('hex'),
    records: {
      ...fieldsOf(followed.selfInspections, selfInspections),
      ...fieldsOf(followed.statements, statements),
    },
  }
}

function fieldsOf(
  folder: string,
  groups: ById<ById<object>>,
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([group, records]) =>
      Object.entries(records).map(([id, record]) => [
        `${folder}/${group}/${id}`,
        Object.fromEntries(
          Object.entries(record).map(([field, value]) => [field, JSON.stringify(value) ?? '']),
        ),
      ]),
    ),
  )
}
