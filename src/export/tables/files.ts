import type { DataAsOf, Model } from '#model/model.ts'
import { termsOf } from '#model/terms.ts'
import { type Deflate, deflateHere } from '../deflate.ts'
import { plainCsv } from './csv.ts'
import { allTablesFormats, oneTableFormats } from './formats.ts'
import type { AllTablesFormat, FileContext, OneTableFormat } from './table-format.ts'
import type { Provenance, Row, Table } from '#view/tables/table.ts'
import * as at from '#view/addresses.ts'
import { appendices } from '#view/tables/appendices.ts'
import { corrections } from '#view/tables/corrections.ts'
import { deadlines } from '#view/tables/deadlines.ts'
import { goodExamples } from '#view/tables/good-examples.ts'
import { inspections } from '#view/tables/inspections.ts'
import { issueGroups } from '#view/tables/issue-groups.ts'
import { issues } from '#view/tables/issues.ts'
import type { Belonging, PlacedRows, TableKind } from '#view/tables/kind.ts'
import { tableKinds } from '#view/tables/kinds.ts'
import { periodName, unitName } from '#view/names.ts'
import { figures, rates } from '#view/tables/numbers.ts'
import { consultations, openness, opennessRateTable, policies } from '#view/tables/openness.ts'
import { rectification } from '#view/tables/rectification.ts'
import { lateReports, register, reportProblems } from '#view/tables/self-inspections.ts'
import { units } from '#view/tables/units.ts'
import { listedYears } from '#model/late-reports.ts'
import { commonSubject, labelOfPeriod, reportPeriods } from '#model/report-periods.ts'
import { Memoized } from '#model/memoized.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { opennessTitle } from '#view/openness-words.ts'

/** The scope of a set of tables: all rows, or those of one inspection, register or unit. */
export interface Scope {
  /** Its part of the address: `all`, `inspections/2024-q1`. */
  readonly path: string
  /** The scope of the rows, in words. */
  readonly subject: string
  readonly tables: readonly Table[]
}

interface Prepared {
  readonly scopes: readonly Scope[]
  readonly byPath: ReadonlyMap<string, Scope>
}
const tables = new Memoized<Prepared>()
/** Each file that uses them depends on what they read. */
const tableRows = new Memoized<readonly Row[]>()

/** Every set of tables that has a row, beginning with the one of all rows; computed once. */
export const scopes = (data: DataAsOf): readonly Scope[] => prepared(data).scopes

/** The tables of a part of the site; undefined where it has none. */
export const scopeAt = (data: DataAsOf, path: string): Scope | undefined =>
  prepared(data).byPath.get(path)

const prepared = (data: DataAsOf): Prepared =>
  tables.of(data.dataset, () => {
    const scopes = allScopes(data)
    return { scopes, byPath: new Map(scopes.map((scope) => [scope.path, scope])) }
  })

/** The parts that have tables of their own, and which tables have rows about them. */
const parts: readonly {
  readonly folder: 'inspections' | 'registers' | 'years' | 'openness' | 'units'
  readonly idsOf: (belongs: Belonging) => readonly (string | null | undefined)[]
  readonly nameOf: (data: DataAsOf, id: string) => string
  readonly kinds: readonly TableKind[]
}[] = [
  {
    folder: 'inspections',
    idsOf: ({ inspection }) => [inspection],
    nameOf: periodName,
    kinds: [
      issues,
      issueGroups,
      rectification,
      figures,
      rates,
      appendices,
      goodExamples,
      deadlines,
      corrections,
    ],
  },
  {
    folder: 'registers',
    idsOf: ({ register: period }) => [period],
    nameOf: ({ dataset, index }, id) => {
      const reports = Object.values(dataset.selfInspections[id] ?? {})
      const subject = index.orders.has(id) ? '自查整改' : commonSubject(reports)
      return `${labelOfPeriod(dataset, index, id)}${subject}`
    },
    kinds: [register, reportProblems, figures, rates, corrections],
  },
  {
    folder: 'years',
    idsOf: ({ year }) => [year],
    nameOf: (_data, id) => `${id}年自查整改`,
    kinds: [lateReports],
  },
  {
    folder: 'openness',
    idsOf: ({ openness: year }) => [year],
    nameOf: (_data, year) => opennessTitle(year),
    kinds: [openness, opennessRateTable, policies, consultations, corrections],
  },
  {
    folder: 'units',
    idsOf: ({ units: ids = [] }) => ids,
    nameOf: unitName,
    kinds: tableKinds.filter((kind) => kind !== inspections && kind !== units),
  },
]

function allScopes(data: DataAsOf): Scope[] {
  const { dataset } = data
  const placed = new Map(tableKinds.map((kind) => [kind, kind.placed(data)]))
  const ids = {
    inspections: dataset.inspections.map(({ id }) => id),
    registers: reportPeriods(dataset, data.index, data.asOf).map(({ id }) => id),
    years: listedYears(dataset, data.index, data.asOf).map(({ year }) => year),
    openness: opennessYears(data).map(({ year }) => year),
    units: Object.keys(dataset.units),
  }
  return [
    scope(
      data,
      'all',
      dataset.site.name,
      tableKinds.map((kind) => [kind, placed.get(kind) ?? []]),
    ),
    ...parts.flatMap(({ folder, idsOf, nameOf, kinds }) => {
      const grouped = kinds.map((kind) => [kind, byId(placed.get(kind) ?? [], idsOf)] as const)
      return ids[folder].map((id) =>
        scope(
          data,
          `${folder}/${id}`,
          nameOf(data, id),
          grouped.map(([kind, groups]) => [kind, groups.get(id) ?? []]),
        ),
      )
    }),
  ].filter(({ tables }) => tables.length > 0)
}

/** A table without rows is not there. */
const scope = (
  data: DataAsOf,
  path: string,
  subject: string,
  filled: readonly (readonly [TableKind, readonly PlacedRows[]])[],
): Scope => ({
  path,
  subject,
  tables: filled
    .filter(([, placed]) => placed.length > 0)
    .map(([{ placed: _place, ...head }, placed]): Table => ({
      ...head,
      get rows() {
        const rows = (): Row[] => placed.flatMap((one) => one.rows())
        return tableRows.of(data.dataset, rows, `${path}/${head.name}`)
      },
    })),
})

function byId(
  placed: readonly PlacedRows[],
  idsOf: (belongs: Belonging) => readonly (string | null | undefined)[],
): Map<string, PlacedRows[]> {
  const groups = new Map<string, PlacedRows[]>()
  for (const rows of placed)
    for (const id of new Set(idsOf(rows.belongs))) {
      if (id === null || id === undefined) continue
      const group = groups.get(id)
      if (group === undefined) groups.set(id, [rows])
      else group.push(rows)
    }
  return groups
}

/** The known facts about the data besides its rows. */
export function provenanceOf(
  { site }: Model['dataset'],
  subject: string,
  asOf: string,
): Provenance {
  return { subject, asOf, ...termsOf(site) }
}

/** A file of tables: of one table, or of all tables of its scope. */
export type DataFile = { readonly address: string; readonly scope: Scope } & (
  | { readonly format: OneTableFormat; readonly table: Table }
  | { readonly format: AllTablesFormat; readonly table: null }
)

/** The files of a part for people, those of each table together, those of all its tables first. */
export const filesOf = (scope: Scope): DataFile[] => [
  ...allTablesFormats.map((format): DataFile => ({
    address: at.dataWorkbook(scope.path, format.extension),
    format,
    scope,
    table: null,
  })),
  ...scope.tables.flatMap((table) =>
    oneTableFormats.map((format): DataFile => ({
      address: at.dataTable(scope.path, table.name, format.extension),
      format,
      scope,
      table,
    })),
  ),
]

/** The files of a part that its data package describes. */
export const packagedFilesOf = (scope: Scope) =>
  scope.tables.map((table) => packagedFile(scope, table))

export const packagedFile = (scope: Scope, table: Table) => ({
  address: at.packagedTable(scope.path, table.name),
  format: plainCsv,
  scope,
  table,
})

/** The bytes of a file: the same for the same data and day. */
export async function contentOf(
  { dataset, asOf }: DataAsOf,
  file: DataFile,
  deflate: Deflate = deflateHere,
): Promise<Uint8Array<ArrayBuffer>> {
  const { scope: of, address } = file
  const context: FileContext = {
    provenance: provenanceOf(dataset, of.subject, asOf),
    root: '../'.repeat(address.split('/').length - 2),
    deflate,
  }
  return file.table === null
    ? await file.format.write(of.tables, context)
    : await file.format.write(file.table, context)
}
