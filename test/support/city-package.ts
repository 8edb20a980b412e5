import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { headOf, type TableName } from '#tools/federation/published-tables.ts'
import { folderOf } from './folder.ts'

type Row = Readonly<Record<string, string | number>>
export type CityTables = Readonly<Partial<Record<TableName, readonly Row[]>>>

export const inspectionRow: Row = {
  id: '2025-q1',
  label: '2025年第一季度',
  end: '2025-03-31',
  published_here: '2025-04-10',
  issues: 3,
}
export const rateRow: Row = {
  record: 'inspections/2025-q1',
  path: 'areas.websites.rates.passed',
  block: '政府网站',
  name: '合格率',
  numerator: 369,
  denominator: 370,
  shown: '99.7%',
}
export const registerRow: Row = {
  period: '2025-q2',
  period_name: '2025年第二季度',
  last_day: '2025-06-06',
  unit: 'shuiwu',
  state: 'pending',
}

/** Correct tables of a fictional city. */
export const goodCity: CityTables = {
  inspections: [inspectionRow],
  rates: [rateRow],
  register: [registerRow],
}

/**
 * Writes the tables as a city publishes them; a table that is left out has no resource. Returns the
 * package's file.
 */
export function cityPackage(tables: CityTables): string {
  const files: Record<string, string> = {}
  const resources = Object.entries(tables).map(([name, rows]) => {
    const { columns } = headOf(name as TableName)
    const cells = rows.map((row) => columns.map(({ key }) => row[key] ?? '无'))
    const text = stringify([columns.map(({ title }) => title), ...cells])
    const path = `all/plain/${name}.csv`
    files[path] = text
    const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`
    return { name, path, bytes: Buffer.byteLength(text), hash }
  })
  files['datapackage.json'] = JSON.stringify({
    profile: 'tabular-data-package',
    title: '某市',
    resources,
  })
  return `${folderOf(files)}/datapackage.json`
}
