import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { gapWords } from '#view/tables/table.ts'
import { type Element, pageAt, readSite, textIn, textOf } from '../support/site.ts'

const sites = inject('sites')
type Row = Readonly<Record<string, string>>

test('a site with one round has no pages of the years of units', () => {
  const { pages } = readSite(sites.real)
  expect(pages.filter(({ path }) => path.endsWith('/history.html'))).toEqual([])
  expect(textOf(pageAt(readSite(sites.real), 'units/xuzhou.html'), 'main')).not.toContain('历年')
})

describe('the page of a unit’s years', () => {
  const site = readSite(sites.demo)
  const rowsOf = (path: string): Row[] =>
    parse(site.read(path), { bom: true, columns: true }) as Row[]
  const units = rowsOf('data/all/units.csv').map((row) => row['单位编号'] ?? '')

  test('exists for every unit, and the unit’s own page leads there from its head', () => {
    expect(units.length).toBe(61)
    for (const unit of units) {
      const { $ } = pageAt(site, `units/${unit}.html`)
      expect([unit, $('.page-head a').attr('href')]).toEqual([unit, `${unit}/history.html`])
      expect(pageAt(site, `units/${unit}/history.html`).$('h1').text()).toContain('历年情况')
    }
  })

  test('has a row for each year, the newest first, and in it a cell for each round, as in its file', () => {
    for (const unit of units) {
      const { $ } = pageAt(site, `units/${unit}/history.html`)
      const rows = rowsOf(`data/units/${unit}/unit-rounds.csv`)
      const years = $('.rounds tbody th')
        .toArray()
        .map((head) => textIn(head as Element))
      expect(years).toEqual(years.toSorted().reverse())
      const cells = $('.rounds tbody td')
        .toArray()
        .filter((cell) => $(cell).find('a').length > 0)
      expect(cells).toHaveLength(rows.length)
      for (const cell of cells) {
        const href = $(cell).find('a').attr('href') ?? ''
        const row = rows.find((one) => href.endsWith(`/${one['检查期编号'] ?? ''}.html`))
        const found = row?.['点名问题'] ?? ''
        const isNamed = /^\d+$/.test(found)
        expect(textIn(cell as Element)).toContain(isNamed ? `${found}项` : found)
        if (isNamed) expect(textIn(cell as Element)).toContain(`计入${row?.['计入合格率'] ?? ''}项`)
        const reports = row?.['自查报告'] ?? ''
        for (const report of reports === gapWords['not-required'] ? [] : reports.split('；'))
          expect(textIn(cell as Element)).toContain(`要求公开的${report.replace('：', '自查：')}`)
      }
    }
  })

  test('has every issue, every dated report and every dated duty of the unit on its time line', () => {
    for (const unit of ['li-jiang', 'jiaoyu', 'shi-xi']) {
      const page = pageAt(site, `units/${unit}/history.html`)
      const hrefs = page
        .$('.steps a')
        .toArray()
        .map(({ attribs }) => attribs['href'] ?? '')
      const isLinked = (end: string) => hrefs.some((href) => href.endsWith(end))
      const issues = rowsOf(`data/units/${unit}/issues.csv`)
      expect(issues.filter((row) => !isLinked(`issues/${row['编号'] ?? ''}.html`))).toEqual([])
      const published = rowsOf(`data/units/${unit}/register.csv`).filter((row) =>
        /^\d/.test(row['公开日期'] ?? ''),
      )
      expect(
        published.filter(
          (row) => !isLinked(`self-inspections/${row['期编号'] ?? ''}/${unit}.html`),
        ),
      ).toEqual([])
      const days = page
        .$('.steps time')
        .toArray()
        .map(({ attribs }) => attribs['datetime'] ?? '')
      expect(days).toEqual(days.toSorted().reverse())
      expect(page.$('.steps').text()).toContain('期限：')
    }
  })

  test('the unit’s own page says first what was wrong in the year, whether it is mended, and what is due', () => {
    const { $ } = pageAt(site, 'units/li-jiang.html')
    const labels = $('.page-head-lead dt')
      .toArray()
      .map((label) => $(label).text())
    expect(labels).toEqual(['点名的问题', '整改进展', '期限'])
    const issues = rowsOf('data/units/li-jiang/issues.csv').filter((row) =>
      row['检查期编号']?.startsWith('2024'),
    )
    const rounds = new Set(issues.map((row) => row['检查期编号'])).size
    expect($('.page-head-lead dd').first().text()).toMatch(
      new RegExp(`^2024年4次检查中${rounds}次点名，共${issues.length}项问题，`),
    )
  })
})
