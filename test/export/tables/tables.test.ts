import { read, utils } from '@e965/xlsx'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gapWords, tableCells, type Table } from '#view/tables/table.ts'
import { tableJsonSchema, tableSchemaFile } from '#export/tables/table-json.ts'
import { contentOf, filesOf, type Scope, scopes } from '#export/tables/files.ts'
import { tableKinds } from '#view/tables/kinds.ts'
import { sample } from '../../support/authored.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
import { openData, openFolders } from './sources.ts'

const real = openFolders(sample)

const tableIn = (scope: Scope | undefined, name: string): Table => {
  const found = scope?.tables.find((table) => table.name === name)
  if (found === undefined) throw new Error(`no table ${name}`)
  return found
}
const scopeOf = (path: string, data = real): Scope | undefined =>
  scopes(data).find((scope) => scope.path === path)

const text = async (path: string, table: string, format: string, data = real): Promise<string> => {
  const scope = scopeOf(path, data)
  const file =
    scope &&
    filesOf(scope).find((one) => one.table?.name === table && one.format.extension === format)
  if (file === undefined) throw new Error(`no ${format} of ${table}`)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await contentOf(data, file))
}

describe('the rates of an inspection', () => {
  const rates = tableIn(scopeOf('inspections/2024-q1'), 'rates').rows

  test('give numerator and denominator, what is printed, what is computed and how precisely', () => {
    expect(rates[1]).toMatchObject({
      numerator: 369,
      denominator: 370,
      stated: '99.7%',
      stated_decimals: 1,
      computed: '99.7%',
      computed_decimals: 1,
      origin: 'printed',
    })
  })

  test('give the reason for a missing number', () => {
    // 10条全部办结，按期办结率100%：多少条按期，通报没有单列。
    expect(rates[2]).toMatchObject({
      numerator: { gap: 'not-stated' },
      computed: { gap: 'no-counts' },
      stated: '100%',
    })
  })

  test('distinguish a rate without cases from 0 and 100', () => {
    const data = openData(
      datasetWith({
        inspections: [
          inspectionWith({
            areas: { media: { tally: { valid: 0, closed: 0 }, rates: { closed: {} } } },
          }),
        ],
      }),
    )
    expect(tableIn(scopeOf('all', data), 'rates').rows).toMatchObject([
      { numerator: 0, denominator: 0, computed: { gap: 'no-cases' }, origin: 'none' },
    ])
  })
})

test('a figure says whether it was printed or computed, and what it counts', () => {
  const figures = tableIn(scopeOf('inspections/2024-q1'), 'figures').rows
  expect(figures).toContainEqual(
    expect.objectContaining({
      path: 'areas.media.tally.failed',
      value: 1,
      unit_of_value: '个',
      origin: 'printed',
      unit: { gap: 'not-applicable' },
    }),
  )
  expect(figures).toContainEqual(
    expect.objectContaining({ path: 'areas.media.tally.passed', value: 369, origin: 'computed' }),
  )
})

test('an approximate number is given as printed, without a value', () => {
  const data = openData(
    datasetWith({
      inspections: [
        inspectionWith({
          areas: { media: { tally: { total: { at_least: 600 }, checked: 'illegible' } } },
        }),
      ],
    }),
  )
  expect(tableIn(scopeOf('all', data), 'figures').rows).toMatchObject([
    { name: '总数', value: { gap: 'no-exact-number' }, shown: '不少于600' },
    { name: '检查', value: { gap: 'illegible' }, shown: '无法辨认' },
  ])
})

test('the total of a matrix row without one is computed from its cells and marked as computed', () => {
  const cells = { of: 'checked' as const, parts: { 微信: 2, 微博: 3 } }
  const split = { of: 'checked' as const, parts: { 县级: { splits: { platform: cells } } } }
  const data = openData(
    datasetWith({
      inspections: [inspectionWith({ areas: { media: { splits: { tier: split } } } })],
    }),
  )
  expect(tableIn(scopeOf('all', data), 'figures').rows).toMatchObject([
    { block: '政务新媒体/按层级', name: '县级', value: 5, origin: 'computed' },
    { block: '政务新媒体/按层级：县级/按平台', name: '微信', value: 2, origin: 'printed' },
    { name: '微博', value: 3 },
  ])
})

test('a unit has its own rows, and a table without rows is not written', () => {
  const names = (path: string) => scopeOf(path)?.tables.map(({ name }) => name)
  expect(names('units/xuzhou')).toEqual([
    'issues',
    'rectification',
    'appendices',
    'deadlines',
    'register',
    'channels',
  ])
  expect(tableIn(scopeOf('units/xuzhou'), 'issues').rows).toMatchObject([{ id: '2024-q1-05' }])
  // No document names 高县: it only has to publish its self-inspection.
  expect(names('units/gaoxian')).toEqual(['deadlines', 'register'])
})

test('problems of a report have their measure and result, or the reason why not', () => {
  const report = { title: '甲县自查整改情况', published: 'not-stated' as const }
  const data = openData(
    datasetWith({
      inspections: [inspectionWith({ deadlines: { order } })],
      selfInspections: {
        '2024-q2': {
          jia: { ...report, problems: [{ problem: '错字', measure: '改正' }, { problem: '断链' }] },
          yi: report,
        },
        // No document ordered one for this period.
        '2023-q4': { yi: { ...report, problems: [{ problem: '空白栏目', result: '已充实' }] } },
      },
    }),
  )
  const notStated = { gap: 'not-stated' }
  const [first, second] = [
    { unit: 'jia', path: 'problems.0', number: 1, measure: '改正', result: notStated },
    { unit: 'jia', path: 'problems.1', number: 2, measure: notStated, result: notStated },
  ]
  const unordered = { period: '2023-q4', period_name: '2023年第四季度', result: '已充实' }
  const rowsAt = (path: string) => tableIn(scopeOf(path, data), 'report-problems').rows
  expect(rowsAt('all')).toMatchObject([first, second, unordered])
  expect(rowsAt('registers/2024-q2')).toMatchObject([first, second])
  expect(rowsAt('units/yi')).toMatchObject([unordered])
})

test('the ledger has a row for each issue and unit, and one for an issue without units', () => {
  const rows = tableIn(scopeOf('all'), 'rectification').rows
  expect(rows.filter(({ issue: id }) => id === '2024-q1-01')).toHaveLength(3)
  expect(rows.filter(({ issue: id }) => id === '2024-q1-03')).toMatchObject([
    { unit: { gap: 'not-stated' } },
  ])
})

describe.each(scopes(real).filter(({ path }) => !/^units\/(?!xuzhou)/.test(path)))(
  'the files of $path',
  (scope) => {
    const files = filesOf(scope)

    test.each(scope.tables)('$name: a second reader finds every cell in the CSV', async (table) => {
      const csv = await text(scope.path, table.name, 'csv')
      expect(csv.startsWith('\uFEFF')).toBe(true)
      const written = parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][]
      expect(written).toEqual(tableCells(table).map((row) => row.map(String)))
    })

    test.each(scope.tables)('$name: the JSON is valid by its published schema', async (table) => {
      const ajv = new Ajv({ strict: false, validateFormats: false })
      const schema = readFileSync(`public/schema/${tableSchemaFile(table.name)}`, 'utf8')
      const validate = ajv.compile(JSON.parse(schema) as object)
      const json = JSON.parse(await text(scope.path, table.name, 'json')) as { rows: unknown[] }
      validate(json)
      expect(validate.errors ?? []).toEqual([])
      expect(json.rows).toHaveLength(table.rows.length)
    })

    test('the workbook holds every table, cell by cell', async () => {
      const [file] = files
      if (file === undefined) throw new Error('no workbook')
      const book = read(await contentOf(real, file))
      for (const table of scope.tables) {
        const rows = utils.sheet_to_json<unknown[]>(book.Sheets[table.title] ?? {}, {
          header: 1,
          raw: false,
        })
        const plain = (cell: unknown): string =>
          String(cell)
            .replace(/^TRUE$/, '是')
            .replace(/^FALSE$/, '否')
        expect(rows.slice(1).map((row) => row.map(plain))).toEqual(
          tableCells(table)
            .slice(1)
            .map((row) => row.map(String)),
        )
      }
    })
  },
)

test('dangerous texts and line breaks survive every reader unchanged', async () => {
  const hostile = ['=cmd|"/c calc"!A1', '+1', '-1', '@甲', '甲"乙', ']]>', '𠮷', '</script>']
  const data = openData(
    datasetWith({
      inspections: [
        inspectionWith({
          issues: Object.fromEntries(
            hostile.map((words, n) => [`2024-q1-0${n + 1}`, { ...issue, text: words }]),
          ),
        }),
      ],
    }),
  )
  const csv = parse(await text('all', 'issues', 'csv', data), {
    bom: true,
    columns: true,
  }) as Record<string, string>[]
  expect(csv.map((row) => row['问题'])).toEqual(
    hostile.map((words) => (/^[=+@-]/.test(words) ? `'${words}` : words)),
  )
  const json = JSON.parse(await text('all', 'issues', 'json', data)) as { rows: { text: string }[] }
  expect(json.rows.map((row) => row.text)).toEqual(hostile)
  const [file] = filesOf(scopeOf('all', data) ?? { path: '', subject: '', tables: [] })
  if (file === undefined) throw new Error('no workbook')
  const sheet = read(await contentOf(data, file)).Sheets['问题'] ?? {}
  const rows = utils.sheet_to_json<Record<string, string>>(sheet)
  expect(rows.map((row) => row['问题'])).toEqual(hostile)
  expect(JSON.stringify(Object.values(sheet)).match(/"f":/g) ?? []).toEqual([])
})

describe.each(tableKinds)('the table $name', (kind) => {
  test('has a current published schema: `npm run schema` changes nothing', () => {
    const published = readFileSync(`public/schema/${tableSchemaFile(kind.name)}`, 'utf8')
    expect(published).toBe(tableJsonSchema(kind))
  })

  test('explains every column in Chinese and in English, with a unique key', () => {
    const { columns, key } = kind
    expect(columns.filter(({ title }) => !/[\u4e00-\u9fff]/.test(title))).toEqual([])
    expect(columns.filter(({ description }) => !/[\u4e00-\u9fff]/.test(description))).toEqual([])
    expect(columns.filter(({ english }) => !/^[A-Z][a-z ]+$/.test(english))).toEqual([])
    // English descriptions may quote a few Chinese characters.
    const english = [kind, ...columns].map(({ englishDescription }) => englishDescription)
    expect(english.filter((words) => !/^[A-Z0-9].*[a-z)]$/.test(words))).toEqual([])
    expect(english.filter((words) => /[\u4e00-\u9fff]{7}|[，。；：、]/.test(words))).toEqual([])
    for (const name of ['key', 'title'] as const)
      expect(new Set(columns.map((column) => column[name])).size).toBe(columns.length)
    expect(columns.map((column) => column.key)).toEqual(expect.arrayContaining([...key]))
  })

  test('has a unique key in each row', () => {
    const rows = kind.placed(real).flatMap((one) => one.rows())
    const keys = rows.map((row) => JSON.stringify(kind.key.map((one) => row[one])))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('no two reasons for a missing value have the same words', () => {
  const words = Object.values(gapWords)
  expect(new Set(words).size).toBe(words.length)
})
