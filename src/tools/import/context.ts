import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset, Index } from '#model/dataset.ts'
import { isPlainGroup } from '#model/plain-group.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { type Note, sheetNote } from './note.ts'
import type { ImportRow } from './rows.ts'

/** The plain value of a file, changed in place. */
export type Fields = Record<string, YamlValue>

/** The data before the import, and its results so far. */
export interface ImportContext {
  readonly dataset: Dataset
  readonly index: Index
  /** The period that the rows belong to. */
  readonly period: string
  /** The changed fields of a file, by its name as `data/…`; null when it does not exist. */
  readonly file: (name: string) => Fields | null
  /** Creates a missing file. */
  readonly begin: (name: string, comment: string) => Fields
  readonly note: (note: Note) => void
  /** Counts the result of a row. */
  readonly count: (what: 'added' | 'changed' | 'same') => void
}

/** A group within another, created if missing. */
export function groupIn(fields: Fields, key: string): Fields {
  const known = fields[key]
  if (isFields(known)) return known
  const group: Fields = {}
  fields[key] = group
  return group
}

/** The file of the inspection that rows belong to; null, with a note, if it does not exist. */
export function fileOfInspection(
  rows: readonly ImportRow[],
  { file, period, note }: ImportContext,
): Fields | null {
  const name = authoredFile('inspection', period)
  const inspection = file(name)
  const [first] = rows
  if (inspection === null && first !== undefined)
    note(sheetNote(first.sheet, `还没有 ${name}，请先运行 npm run new -- ${period}。`))
  return inspection
}

export const isFields = (value: unknown): value is Fields => isPlainGroup(value)
