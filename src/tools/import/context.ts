import type { Dataset, Index } from '#model/dataset.ts'
import type { Value } from '#read/yaml-edit/layout.ts'
import { type Note, sheetNote } from './note.ts'
import type { Row } from './rows.ts'

/** The plain value of a file, to be changed in place. */
export type Fields = Record<string, Value>

/** What an import builds on, and what it has come to so far. */
export interface Ground {
  readonly dataset: Dataset
  readonly index: Index
  /** The period that the rows belong to. */
  readonly period: string
  /** The fields of a file as they are to be, by its name as `data/…`; null when there is none. */
  readonly file: (name: string) => Fields | null
  /** Begins a file that is not there. */
  readonly begin: (name: string, comment: string) => Fields
  readonly note: (note: Note) => void
  /** Counts what a row comes to. */
  readonly count: (what: 'added' | 'changed' | 'same') => void
}

/** A group within another; one that is not there is begun. */
export function groupIn(fields: Fields, key: string): Fields {
  const known = fields[key]
  if (isFields(known)) return known
  const fresh: Fields = {}
  fields[key] = fresh
  return fresh
}

/** The file of the inspection that rows belong to; null, and noted, while there is none. */
export function inspectionFile(
  rows: readonly Row[],
  { file, period, note }: Ground,
): Fields | null {
  const name = `data/inspections/${period}.yaml`
  const inspection = file(name)
  const [first] = rows
  if (inspection === null && first !== undefined)
    note(sheetNote(first.sheet, `还没有 ${name}，请先运行 npm run new -- ${period}。`))
  return inspection
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
