import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { sha256 } from '#model/sha256.ts'
import { decodedAs } from '#read/files/decode.ts'
import type { TableHead } from '#view/tables/table.ts'
import { gapWords } from '#view/tables/table.ts'
import { tableKinds } from '#view/tables/kinds.ts'
import { CityRefused } from './source.ts'

/** A path that does not leave the folder of the package. */
const besidePackage = z
  .string()
  .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./-]+\.csv$/u)
  .max(200)

const descriptor = z.object({
  profile: z.literal('tabular-data-package'),
  title: z.string().max(200),
  resources: z
    .array(
      z.object({
        name: z.string().max(60),
        path: besidePackage,
        bytes: z.int().nonnegative(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      }),
    )
    .max(100),
})
type Descriptor = z.infer<typeof descriptor>

/** The descriptor of a package. @throws CityRefused for a package of another program */
export function readDescriptor(bytes: Uint8Array): Descriptor {
  let json: unknown
  try {
    json = JSON.parse(decodedAs(bytes, ['utf-8']) ?? '')
  } catch {
    throw new CityRefused('datapackage.json 不是 JSON')
  }
  const { success, data, error } = descriptor.safeParse(json)
  if (success) return data
  const [first] = error.issues
  throw new CityRefused(`datapackage.json 的 ${first?.path.join('.') ?? ''} 不合规定`)
}

/** The tables and columns that an overview needs; a city may publish further ones. */
const requiredColumns = {
  inspections: ['id', 'label', 'end', 'published_here', 'issues'],
  rates: ['record', 'path', 'block', 'name', 'numerator', 'denominator', 'shown'],
  register: ['period', 'period_name', 'last_day', 'unit', 'state'],
} as const satisfies Record<string, readonly string[]>
/** Limits of rows; after ten years a city has 40, 160 and 2,400. */
const maxRows: Readonly<Record<keyof typeof requiredColumns, number>> = {
  inspections: 10_000,
  rates: 50_000,
  register: 300_000,
}
export type TableName = keyof typeof requiredColumns
export const tableNames = Object.keys(requiredColumns) as TableName[]

/** A row by column key, needed columns only; null where the cell gives a reason for a gap. */
export type PublishedRow = Readonly<Record<string, string | number | null>>
export type PublishedTables = Readonly<Record<TableName, readonly PublishedRow[]>>

/** The columns of a table with their titles and types. */
export const headOf = (name: TableName): TableHead => {
  const head = tableKinds.find((kind) => kind.name === name)
  if (head === undefined) throw new Error(`no table "${name}"`)
  return head
}

/**
 * Reads the rows of a published table and checks every needed cell against its column. Nothing in
 * the table is trusted, because it comes from elsewhere.
 *
 * @throws CityRefused with the number of the wrong line
 */
export function readTable(
  name: TableName,
  bytes: Uint8Array,
  resource: Descriptor['resources'][number],
): PublishedRow[] {
  if (bytes.length !== resource.bytes || `sha256:${sha256(bytes)}` !== resource.hash)
    throw new CityRefused(`${resource.path} 与 datapackage.json 所记的大小或校验值不同`)
  const keys: readonly string[] = requiredColumns[name]
  const columns = headOf(name).columns.filter(({ key }) => keys.includes(key))
  const lines = linesOf(bytes, resource.path, maxRows[name])
  const [titles = [], ...rows] = lines
  const places = columns.map(({ title }) => titles.indexOf(title))
  const missing = columns.find((_column, at) => places[at] === -1)
  if (missing !== undefined) throw new CityRefused(`${resource.path} 没有“${missing.title}”一栏`)
  return rows.map((cells, at) =>
    Object.fromEntries(
      columns.map((column, n) => {
        const text = cells[places[n] ?? -1] ?? ''
        const refuse = (): never => {
          throw new CityRefused(`${resource.path} 第${at + 2}行的“${column.title}”不合规定`)
        }
        const isGap = (column.gaps ?? []).some((gap) => gapWords[gap] === text)
        if (isGap) return [column.key, null]
        if (text === '' || text.length > 20_000) return refuse()
        switch (column.type) {
          case 'integer':
            // All integers are counts, so none is negative.
            return /^\d{1,12}$/.test(text) ? [column.key, Number(text)] : refuse()
          case 'number':
            return /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? [column.key, Number(text)] : refuse()
          case 'date':
            return z.iso.date().safeParse(text).success ? [column.key, text] : refuse()
          default:
            return column.codes === undefined || Object.hasOwn(column.codes, text)
              ? [column.key, text]
              : refuse()
        }
      }),
    ),
  )
}

/** The lines of a table, titles first; at most one more than allowed is read. */
function linesOf(bytes: Uint8Array, path: string, most: number): string[][] {
  const refuse = (): never => {
    throw new CityRefused(`${path} 不是完整的 CSV 文件`)
  }
  const text = decodedAs(bytes, ['utf-8']) ?? refuse()
  let lines: string[][]
  try {
    lines = parse(text, { bom: true, to: most + 2 }) as unknown as string[][]
  } catch {
    return refuse()
  }
  if (lines.length > most + 1) throw new CityRefused(`${path} 超过${most}行`)
  return lines
}
