import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { gapWords, isGap, listText, type Table, valueOf, yesNoText } from '#view/tables/table.ts'
import { contentOf, type DataFile, filesOf, packagedFilesOf, scopes } from '#export/tables/files.ts'
import { tableFormats } from '#export/tables/formats.ts'
import { allSources } from './sources.ts'

// Compares every cell of every table, in every format, with the value that a second reader finds.
const root = mkdtempSync(join(tmpdir(), 'gongshi-formats-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})
const sources = allSources(root)

/** A cell as text, as every spreadsheet shows it. */
function shown(row: Table['rows'][number], key: string): string {
  const value = valueOf(row, key)
  if (typeof value === 'boolean') return yesNoText(value)
  if (isGap(value)) return gapWords[value.gap]
  return typeof value === 'object' ? listText(value) : String(value)
}

/** The same in a format for spreadsheets: a text that they would take for a formula begins with an apostrophe. */
function shownInSpreadsheet(row: Table['rows'][number], key: string): string {
  const words = shown(row, key)
  const isFormula = typeof valueOf(row, key) !== 'number' && /^[=+\-@\t\r\n＝＋－＠]/.test(words)
  return isFormula ? `'${words}` : words
}

function differencesInCsv(table: Table, bytes: Uint8Array): string[] {
  const [, ...rows] = parse(Buffer.from(bytes), { bom: true }) as string[][]
  if (rows.length !== table.rows.length) return [`${table.name}: ${rows.length} rows`]
  return table.rows.flatMap((row, n) =>
    table.columns.flatMap(({ key }, i) => {
      const cell = rows[n]?.[i]
      const same = cell === shownInSpreadsheet(row, key)
      return same ? [] : [`${table.name}[${n}].${key}: ${String(cell)}`]
    }),
  )
}

function differencesInJson(table: Table, bytes: Uint8Array): string[] {
  const { rows } = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    rows: (Record<string, unknown> & { gaps: Record<string, string> })[]
  }
  if (rows.length !== table.rows.length) return [`${table.name}: ${rows.length} rows`]
  return table.rows.flatMap((row, n) =>
    table.columns.flatMap(({ key }) => {
      const value = valueOf(row, key)
      const [own, gap] = [rows[n]?.[key], rows[n]?.gaps[key]]
      const same = isGap(value)
        ? own === null && gap === value.gap
        : JSON.stringify(own) === JSON.stringify(value) && gap === undefined
      return same ? [] : [`${table.name}[${n}].${key}: ${JSON.stringify(own)}`]
    }),
  )
}

function differencesInWorkbook(tables: readonly Table[], bytes: Uint8Array): string[] {
  const book = read(bytes, { cellDates: true, UTC: true })
  return tables.flatMap((table) => {
    const sheet = book.Sheets[table.title]
    if (sheet === undefined) return [`no sheet ${table.title}`]
    const [, ...rows] = utils.sheet_to_json<unknown[]>(sheet, { header: 1, UTC: true })
    if (rows.length !== table.rows.length) return [`${table.name}: ${rows.length} rows`]
    return table.rows.flatMap((row, n) =>
      table.columns.flatMap(({ key, type }, i) => {
        const value = valueOf(row, key)
        const cell = rows[n]?.[i]
        const typed = typeof value === 'number' || typeof value === 'boolean'
        const same = typed
          ? cell === value
          : type === 'date' && typeof value === 'string'
            ? cell instanceof Date && cell.toISOString().startsWith(value)
            : cell === shown(row, key)
        return same ? [] : [`${table.name}[${n}].${key}: ${String(cell)}`]
      }),
    )
  })
}

/**
 * By extension: the differences between a file and its tables. A new format needs its reader here.
 */
const readers: Readonly<Record<string, (tables: readonly Table[], bytes: Uint8Array) => string[]>> =
  {
    csv: ([table], bytes) => (table === undefined ? ['no table'] : differencesInCsv(table, bytes)),
    json: ([table], bytes) =>
      table === undefined ? ['no table'] : differencesInJson(table, bytes),
    xlsx: differencesInWorkbook,
  }

const differencesIn = ({ format, scope, table }: DataFile, bytes: Uint8Array): string[] =>
  readers[format.extension]?.(table === null ? scope.tables : [table], bytes) ?? []

test('each format has a reader here', () => {
  expect(Object.keys(readers).sort()).toEqual(tableFormats.map(({ extension }) => extension).sort())
})

describe.each(Object.entries(sources))('of the %s', (_name, data) => {
  test('every file of tables holds every cell, and no empty one', async () => {
    const wrong: string[] = []
    let files = 0
    for (const scope of scopes(data))
      for (const file of [...filesOf(scope), ...packagedFilesOf(scope)]) {
        files++
        const found = differencesIn(file, await contentOf(data, file))
        wrong.push(...found.map((words) => `${file.address}: ${words}`))
      }
    expect(wrong).toEqual([])
    expect(files).toBeGreaterThan(30)
  })

  test('no table is empty, and a cell without a value says why', () => {
    const empty = scopes(data).flatMap(({ path, tables }) =>
      tables.flatMap((table) =>
        table.rows.length === 0
          ? [`${path}/${table.name}`]
          : table.rows.flatMap((row, n) =>
              table.columns
                .filter(({ key }) => shown(row, key).trim() === '')
                .map(({ key }) => `${path}/${table.name}[${n}].${key}`),
            ),
      ),
    )
    expect(empty).toEqual([])
  })
})
