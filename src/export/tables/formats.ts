import { csv } from './csv.ts'
import { json } from './table-json.ts'
import type { AllTablesFormat, OneTableFormat, TableFormat } from './table-format.ts'
import { xlsx } from './xlsx.ts'

/**
 * Every format in which tables are published, in the order in which pages name them. Files, the
 * catalogue, DCAT, pages, archives and compressed copies follow from this list.
 */
export const tableFormats: readonly TableFormat[] = [csv, json, xlsx]

export const oneTableFormats: readonly OneTableFormat[] = tableFormats.filter(
  (format) => format.holds === 'one table',
)

export const allTablesFormats: readonly AllTablesFormat[] = tableFormats.filter(
  (format) => format.holds === 'all tables',
)

/** The format that files with the extension of a path have; undefined where no table has it. */
export const tableFormatOf = (path: string): TableFormat | undefined =>
  tableFormats.find(({ extension }) => path.endsWith(`.${extension}`))

/** The name of a format for readers: `CSV`. */
export const formatName = ({ extension }: TableFormat): string => extension.toUpperCase()
