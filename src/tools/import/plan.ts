import { type Dataset, indexDataset } from '#model/dataset.ts'
import { importFields, type ImportMap } from '#schema/import-map.ts'
import { oneLine } from '#model/one-line.ts'
import type { ReadSheet } from '#read/spreadsheet/sheet.ts'
import { updateYaml } from '#read/yaml-edit/update.ts'
import type { Fields } from './context.ts'
import { importIssues } from './issues.ts'
import { importAnnualReports, importOpenness } from './ledgers.ts'
import type { Note } from './note.ts'
import { importReportProblems, importReports } from './reports.ts'
import { rowsOf } from './rows.ts'
import { importTallies } from './tallies.ts'

/** The change of a file. */
interface Rewrite {
  /** As `data/…`. */
  readonly file: string
  /** Null for a new file. */
  readonly before: string | null
  readonly after: string
}

export interface Plan {
  readonly rewrites: readonly Rewrite[]
  /** If there is a note, nothing may be written. */
  readonly notes: readonly Note[]
  readonly counts: Readonly<Record<'added' | 'changed' | 'same', number>>
}

interface ImportRequest {
  readonly dataset: Dataset
  readonly sheets: readonly ReadSheet[]
  /** The tables to import, in this order. */
  readonly maps: readonly (ImportMap & { readonly period: string })[]
  /** The text of a file and its fields; null when there is none. */
  readonly read: (file: string) => { readonly text: string; readonly value: object } | null
  /** The comment by which text editors find the schema of a new file; null for none. */
  readonly schemaLine: (file: string) => string | null
}

/** Plans an import. Does not read or write files itself. */
export function planImport({ dataset, sheets, maps, read, schemaLine }: ImportRequest): Plan {
  const index = indexDataset(dataset)
  const notes: Note[] = []
  const counts = { added: 0, changed: 0, same: 0 }
  const files = new Map<string, { before: string | null; text: string; fields: Fields } | null>()
  const file = (name: string): Fields | null => {
    if (!files.has(name)) {
      const found = read(name)
      files.set(
        name,
        found && {
          before: found.text,
          text: found.text,
          fields: structuredClone(found.value) as Fields,
        },
      )
    }
    return files.get(name)?.fields ?? null
  }
  for (const map of maps) {
    const titles = importFields[map.into]
    const table = rowsOf(sheets, map, titles)
    notes.push(...table.notes)
    const context = {
      dataset,
      index,
      period: map.period,
      file,
      begin(name: string, comment: string): Fields {
        const fields: Fields = {}
        const schema = schemaLine(name)
        const head = [...(schema === null ? [] : [schema]), comment]
        const text = head.map((line) => `# ${oneLine(line)}\n`).join('')
        files.set(name, { before: null, text, fields })
        return fields
      },
      note: (note: Note) => void notes.push(note),
      count: (what: keyof typeof counts) => void counts[what]++,
    }
    if (map.into === 'issues') importIssues(table.rows, context)
    else if (map.into === 'tallies') importTallies(table.rows, context)
    else if (map.into === 'reports')
      importReports(table.rows, Object.keys(map.figures ?? {}), context)
    else if (map.into === 'report-problems') importReportProblems(table.rows, context)
    else if (map.into === 'annual-reports') importAnnualReports(table.rows, context)
    else importOpenness(map.into, table.rows, context)
  }
  return {
    rewrites: [...files].flatMap(([name, planned]): Rewrite[] => {
      if (planned === null || notes.length > 0) return []
      const after = updateYaml(planned.text, planned.fields)
      return after === planned.before ? [] : [{ file: name, before: planned.before, after }]
    }),
    notes,
    counts,
  }
}
