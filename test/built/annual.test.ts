import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { gapWords } from '#view/tables/table.ts'
import { type Element, pageAt, readSite, textIn, withoutSpace } from '../support/site.ts'

const sites = inject('sites')

type Row = Readonly<Record<string, string | number>>
interface Cells {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
const isDay = (cell = ''): boolean => /^\d{4}-\d\d-\d\d$/.test(cell)
/** A cell of a workbook in the words of a page. */
const written = (cell: string | number | undefined): string => withoutSpace(String(cell))

describe.each(['real', 'demo', 'cases'] as const)('the yearly forms of the %s site', (name) => {
  const site = readSite(sites[name])
  const csv = (path: string): Record<string, string>[] =>
    site.files.has(path) ? parse(site.read(path), { bom: true, columns: true }) : []
  const issues = csv('data/all/issues.csv')
  const rates = csv('data/all/rates.csv')
  const ledger = csv('data/all/rectification.csv')
  const ends = new Map(csv('data/all/inspections.csv').map((row) => [row['检查期编号'], row['止']]))
  const years = [...site.files].filter((path) => /^annual\/\d{4}\.html$/.test(path))

  test('are there for each year and linked from the list of inspections', () => {
    const linked = pageAt(site, 'inspections.html')
      .$('main a[href^="annual/"]')
      .toArray()
      .map(({ attribs }) => attribs['href'])
    expect([...linked].sort()).toEqual(years)
    expect(years.length).toBeGreaterThan(0)
  })

  const bookOf = (path: string) =>
    read(readFileSync(join(site.folder, path.replace('.html', '.xlsx'))))
  const rowsIn = (path: string, sheet: string): Row[] =>
    utils.sheet_to_json<Row>(bookOf(path).Sheets[sheet] ?? {})
  /**
   * The cells of the tables with a caption, of all offices of the year, without the column heads.
   */
  const tablesOn = (path: string, caption: string): Cells[] => {
    const { $ } = pageAt(site, path)
    return $('main table')
      .toArray()
      .filter((table) => $(table).find('caption').text() === caption)
      .map((table) => ({
        heads: $(table)
          .find('thead th')
          .toArray()
          .map((cell) => textIn(cell as Element)),
        rows: $(table)
          .find('tbody tr')
          .toArray()
          .map((row) =>
            $(row)
              .find('th, td')
              .toArray()
              .map((cell) => textIn(cell as Element)),
          ),
      }))
  }

  test.each(years)('%s links its workbook at the top and beside each table', (path) => {
    const { $ } = pageAt(site, path)
    const workbook = path.replace(/.*\/|\.html/g, '') + '.xlsx'
    expect($(`main > p a[href="${workbook}"]`).length).toBe(1)
    const sections = $('main section').filter((_n, one) => $(one).find('table').length > 0)
    expect(sections.length).toBeGreaterThan(0)
    for (const section of sections.toArray())
      expect($(section).find(`a[href="${workbook}"]`).length).toBe(1)
  })

  test.each(years)(
    '%s shows the numbers of its workbook, each with its source or its reason',
    (path) => {
      const rows = rowsIn(path, '各期数字')
      expect(rows.length).toBeGreaterThan(0)
      const words: unknown[] = Object.values(gapWords)
      for (const row of rows) {
        if (typeof row['数值'] === 'string') expect(words).toContain(row['数值'])
        else if (row['期'] !== '全年')
          expect(row['位置'], JSON.stringify(row)).toMatch(/^areas\..+\.tally\.\w+$/)
      }
      const areas = [...new Set(rows.map((row) => row['检查领域']))].filter(
        (area) => area !== '其他',
      )
      for (const area of areas) {
        const cells = tablesOn(path, String(area)).flatMap((table) =>
          table.rows.flatMap((row) => row.slice(1)),
        )
        const expected = rows
          .filter((row) => row['检查领域'] === area)
          .map((row) =>
            row['文件写法'] !== '不适用'
              ? written(row['文件写法'])
              : // A sum says what it counts where its row counts something else.
                written(row['数值']) +
                (typeof row['数值'] === 'number' && /^[家个]次$/.test(String(row['计量单位']))
                  ? written(row['计量单位'])
                  : ''),
          )
        // The page gives the number of failures counted once only for the year, not for each
        // period.
        expect(cells.filter((cell) => cell !== '不适用')).toEqual(expected)
      }
    },
  )

  test.each(years)('%s shows the rates that the documents print, as its workbook does', (path) => {
    const rows = rowsIn(path, '文件写明的比率')
    const shown = tablesOn(path, '文件写明的比率').flatMap(({ rows: lines }) =>
      lines.flatMap(([label, ...cells]) => cells.map((cell) => [label, cell])),
    )
    expect(rows.map((row) => [written(row['项目']), written(row['文件写法'])])).toEqual(shown)
    // Each printed rate of the year's inspections, as it is in the table of all rates.
    const own = tablesOn(path, '数字的来源').flatMap(({ rows: lines }) =>
      lines.map((line) => line[2]),
    )
    const printed = rates.filter(
      (row) =>
        row['来历'] === 'printed' &&
        own.includes(`${row['检查期编号'] ?? ''}.json`) &&
        row['位置']?.includes('.splits.') === false,
    )
    const place = (row: Readonly<Record<string, unknown>>) => String(row['位置'])
    const given = rows.filter((row) => place(row).startsWith('areas.'))
    expect(given.map((row) => [place(row), row['文件写法']].join()).toSorted()).toEqual(
      printed.map((row) => [place(row), row['文件所载']].join()).toSorted(),
    )
  })

  test.each(years)('%s links every number of a period to an existing page', (path) => {
    const { $ } = pageAt(site, path)
    const tables = $('main table').toArray()
    for (const table of tables) {
      const heads = $(table).find('thead th').toArray()
      for (const cell of $(table).find('tbody td').toArray()) {
        const head = textIn(heads[$(cell).index()] as Element)
        if (head === '全年' || !/\d/.test($(cell).text())) continue
        if (['网站或账号', '单位'].includes(head)) continue
        const href = $(cell).find('a').attr('href') ?? 'none'
        const { pathname } = new URL(href, `http://site/${path}`)
        expect([head, $(cell).text(), site.files.has(pathname.slice(1))]).toEqual([
          head,
          $(cell).text(),
          true,
        ])
      }
    }
  })

  test.each(years)('%s lists the failures of its workbook, as the data has them', (path) => {
    const shown = tablesOn(path, '不合格名单').flatMap(({ rows }) => rows)
    const rows = rowsIn(path, '不合格名单')
    expect(shown).toEqual(
      rows.map((row) => [
        ...['期', '网站或账号', '单位'].map((title) =>
          // A list of one column is written as a sentence on the page.
          written(row[title]).replaceAll('；', '、'),
        ),
        written(`${String(row['问题'])}（${String(row['问题编号'])}）`),
      ]),
    )
    // The same findings, as they are in the table of all findings.
    const year = path.replace(/\D/g, '')
    const counted = issues.filter(
      (row) =>
        row['计入合格率'] === '是' && ends.get(row['检查期编号'] ?? '')?.startsWith(year) === true,
    )
    expect(rows.map((row) => row['问题编号']).toSorted()).toEqual(
      counted.map((row) => row['编号']).toSorted(),
    )
    for (const row of rows) {
      const issue = counted.find((one) => one['编号'] === row['问题编号'])
      expect(row).toMatchObject({
        期: issue?.['检查期'],
        问题: issue?.['问题'],
        网站或账号: issue?.['网站或账号'],
        数据文件: `data/inspections/${issue?.['检查期编号'] ?? ''}.yaml`,
        位置: `issues.${issue?.['编号'] ?? ''}`,
        页面: `issues/${issue?.['编号'] ?? ''}.html`,
      })
      expect(site.files.has(String(row['页面']))).toBe(true)
    }
  })

  test.each(years)('%s counts the rectification as its workbook and the ledger do', (path) => {
    const rows = rowsIn(path, '整改情况')
    const tables = tablesOn(path, '整改情况')
    // One table for each office, with a row for each kind of number and a column for each period.
    const shown = tables.flatMap(({ heads, rows: lines }) =>
      heads.slice(1).map((period, n) => [period, ...lines.map((line) => line[n + 1])]),
    )
    const names = (tables[0]?.rows ?? []).map(([name = '']) => name)
    expect(names.length).toBeGreaterThan(3)
    expect(rows.map((row) => [row['期'], ...names.map((name) => row[name])].map(written))).toEqual(
      shown,
    )
    for (const row of rows) {
      const inspection = /^data\/inspections\/(.*)\.yaml$/.exec(String(row['数据文件']))?.[1]
      if (inspection === undefined) {
        expect(row['数据文件']).toBe(gapWords['no-inspection'])
        continue
      }
      const own = ledger.filter((line) => line['检查期编号'] === inspection)
      const count = (is: (line: Record<string, string>) => boolean) => own.filter(is).length
      // Counted from the published ledger, independently of this form.
      expect(names.map((name) => row[name])).toEqual([
        new Set(own.map((line) => line['问题编号'])).size,
        own.length,
        count(
          ({ 报送日期: on, 报送情况: state }) =>
            isDay(on) || state?.includes('写明已反馈') === true,
        ),
        count(({ 整改: rectified }) => /已整改$/.test(rectified ?? '')),
        count(({ 复核: recheck }) => /复核通过/.test(recheck ?? '')),
        count(({ 目前状态编号: state }) =>
          ['recheck-passed', 'closed', 'withdrawn', 'said-rectified'].includes(state ?? ''),
        ),
        count(({ 过程: history }) => history === gapWords['not-recorded']),
      ])
    }
  })
})

test('the real site says which quarters are not recorded and adds nothing up', () => {
  const book = read(readFileSync(join(sites.real, 'annual/2024.xlsx')))
  const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['各期数字'] ?? {})
  const failed = rows.filter((row) => row['检查领域'] === '政务新媒体' && row['项目'] === '不合格')
  expect(failed.map((row) => row['数值'])).toEqual([
    1,
    gapWords['no-inspection'],
    gapWords['no-inspection'],
    gapWords['no-inspection'],
    gapWords['incomplete-year'],
  ])
})

test('the demo adds nothing up where a quarter has no such number, and says so', () => {
  const reasons = readdirSync(join(sites.demo, 'annual'))
    .filter((name) => name.endsWith('.xlsx'))
    .flatMap((name) => {
      const book = read(readFileSync(join(sites.demo, 'annual', name)))
      const rows = utils.sheet_to_json<Row>(book.Sheets['各期数字'] ?? {})
      return rows.filter((row) => row['期'] === '全年').map((row) => [name, row] as const)
    })
  // Offices whose quarters make up the year, because another number of theirs has a sum.
  const whole = new Set(
    reasons.filter(([, row]) => typeof row['数值'] === 'number').map(([name]) => name),
  )
  const without = reasons.filter(([, row]) => row['数值'] === gapWords['period-without-number'])
  expect(without.length).toBeGreaterThan(0)
  for (const [name, row] of reasons)
    if (whole.has(name)) expect(row['数值']).not.toBe(gapWords['incomplete-year'])
})
