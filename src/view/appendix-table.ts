import type { Model } from '#model/model.ts'
import type { Inspection } from '#model/dataset.ts'
import { cellText } from '#model/reference.ts'

/** A table of a bulletin. */
export interface AppendixView {
  readonly title: string
  /** Null for a table whose content is not recorded. */
  readonly table: {
    readonly columns: { label: string; number: boolean; printed: true }[]
    readonly rows: string[][]
  } | null
  readonly note: string | null
}

/** A table of a bulletin by its id; null when the inspection has none of that id. */
export function appendixTable(
  { dataset }: Model,
  inspection: Inspection,
  id: string,
): AppendixView | null {
  const appendix = inspection.appendices?.[id]
  if (appendix === undefined) return null
  const { title, columns = [], note = null } = appendix
  if (appendix.rows === undefined) return { title, table: null, note: null }
  const rows = appendix.rows.map((row) => row.map((cell) => cellText(dataset, inspection, cell)))
  return {
    title,
    table: {
      columns: columns.map((label, column) => ({
        label,
        number: isQuantity(label, rows, column),
        printed: true,
      })),
      rows,
    },
    note,
  }
}

/** Whether a column holds quantities, some of them perhaps a dash. */
function isQuantity(label: string, rows: readonly string[][], column: number): boolean {
  const texts = rows.map((row) => row[column] ?? '—').filter((text) => !/^[-—–/]*$/.test(text))
  return (
    !/序号|编号/.test(label) &&
    texts.length > 0 &&
    texts.every((text) => /^[\d.,]+[%％]?$/.test(text))
  )
}
