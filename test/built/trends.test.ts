import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { type Page, readSite } from '../support/site.ts'

const sites = inject('sites')

test('a site with one round has no page of trends', () => {
  const { pages, files } = readSite(sites.real)
  expect(pages.filter(({ path }) => path === 'trends.html')).toEqual([])
  expect([...files].filter((file) => file.includes('trend-'))).toEqual([])
})

test('the thresholds of the catalogues are lines of the chart of rates, named in its legend', () => {
  const page = readSite(sites.demo).pages.find(({ path }) => path === 'trends.html')
  const legend = page?.$('#chart-pass-rates').text() ?? ''
  expect(legend).toContain('政府网站合格率95%')
  expect(legend).toContain('政务新媒体合格率98%')
})

describe('every number of a chart of trends is counted again from the files', () => {
  const site = readSite(sites.demo)
  const page = site.pages.find(({ path }) => path === 'trends.html') as Page
  const rows = (table: string) =>
    parse(site.read(`data/all/${table}.csv`), { bom: true, columns: true }) as Readonly<
      Record<string, string>
    >[]
  const chart = (id: string) => page.$(`#chart-${id}`)
  /** The table of a chart: the head of each row, and the number of each column by its name. */
  const cellsOf = (id: string): { head: string; of: Record<string, number | null> }[] => {
    const heads = chart(id)
      .find('thead th')
      .toArray()
      .slice(1)
      .map((head) => page.$(head).text().trim())
    return chart(id)
      .find('tbody tr')
      .toArray()
      .map((row) => ({
        head: page.$(row).find('th').text().trim(),
        of: Object.fromEntries(
          page
            .$(row)
            .find('td')
            .toArray()
            .map((cell, n) => [
              heads[n] ?? '',
              cell.attribs['data-value'] === undefined ? null : Number(cell.attribs['data-value']),
            ]),
        ),
      }))
  }

  test('kinds: the issues of each indicator, and in how many rounds', () => {
    const issues = rows('issues')
    for (const { head, of } of cellsOf('trend-kinds')) {
      const [, name = '', area] = /^(.*?)(?:（([^（）]*)）)?$/.exec(head) ?? []
      const own = issues.filter(
        (row) =>
          (row['检查指标'] ?? '').split('；').some((one) => one === name || one === head) &&
          (area === undefined ||
            row['检查指标']?.split('；').includes(head) === true ||
            row['领域'] === area),
      )
      expect([head, of['问题']]).toEqual([head, own.length])
      const rounds = new Set(own.map((row) => row['检查期编号']))
      expect(chart('trend-kinds').text()).toContain(`${rounds.size}期`)
    }
  })

  test('tiers: the units that are named, by tier and round', () => {
    const tierOf = new Map(rows('units').map((row) => [row['单位编号'], row['层级']]))
    const ledger = rows('rectification')
    for (const { head, of } of cellsOf('trend-tiers'))
      for (const [tier, count] of Object.entries(of))
        expect([head, tier, count]).toEqual([
          head,
          tier,
          ledger.filter((row) => row['检查期'] === head && tierOf.get(row['单位编号']) === tier)
            .length,
        ])
  })

  test('rectification: every finding of a round is in one part, as its state is', () => {
    const ledger = rows('rectification')
    for (const { head, of } of cellsOf('trend-settled')) {
      const own = ledger.filter((row) => row['检查期'] === head)
      const sum = Object.values(of).reduce<number>((total, count) => total + (count ?? 0), 0)
      expect([head, sum]).toEqual([head, own.length])
      const settled = own.filter((row) =>
        ['closed', 'recheck-passed', 'said-rectified'].includes(row['目前状态编号'] ?? ''),
      )
      expect([head, of['有办结、复核通过等记录']]).toEqual([head, settled.length])
    }
  })

  test('publication: the units of each register by their state', () => {
    const register = rows('register')
    for (const { head, of } of cellsOf('trend-published')) {
      const own = register.filter((row) => row['期'] === head && row['状态编号'] !== 'exempt')
      const sum = Object.values(of).reduce<number>((total, count) => total + (count ?? 0), 0)
      expect([head, sum]).toEqual([head, own.length])
      for (const [name, code] of [
        ['按期公开', 'on-time'],
        ['晚于期限公开', 'late'],
        ['经核查未公开', 'overdue'],
        ['公开日期不详', 'undated'],
      ] as const)
        expect([head, name, of[name] ?? 0]).toEqual([
          head,
          name,
          own.filter((row) => row['状态编号'] === code).length,
        ])
    }
  })

  test('messages and rates are those of the figures', () => {
    const figures = rows('figures')
    for (const { head, of } of cellsOf('trend-messages'))
      for (const [name, count] of Object.entries(of))
        if (count !== null)
          expect(
            figures.some(
              (row) => row['期'] === head && row['名称'] === name && Number(row['数值']) === count,
            ),
            `${head} ${name} ${count}`,
          ).toBe(true)
    const rates = rows('rates')
    for (const { head, of } of cellsOf('pass-rates'))
      for (const count of Object.values(of))
        if (count !== null)
          expect(
            rates.some(
              (row) =>
                row['期'] === head &&
                [row['文件所载'], row['计算']].some((text) => parseFloat(text ?? '') === count),
            ),
            `${head} ${count}`,
          ).toBe(true)
  })

  test('each chart has a picture of its own, a table and a file', () => {
    const figures = page.$('figure.chart').toArray()
    expect(figures.length).toBeGreaterThanOrEqual(6)
    for (const figure of figures) {
      const id = (figure.attribs['id'] ?? '').replace(/^chart-/, '')
      expect(site.files).toContain(`charts/all/${id}.svg`)
    }
  })

  test('the file of each chart holds the rows of its table, number by number', () => {
    for (const figure of page.$('figure.chart').toArray()) {
      const id = (figure.attribs['id'] ?? '').replace(/^chart-/, '')
      const file = parse(site.read(`charts/all/${id}.csv`), { bom: true }) as string[][]
      const shown = page
        .$(figure)
        .find('tbody tr')
        .toArray()
        .map((row) => [
          page.$(row).find('th').text().trim(),
          ...page
            .$(row)
            .find('td')
            .toArray()
            .flatMap((cell) => [cell.attribs['data-value'] ?? '', page.$(cell).text().trim()]),
        ])
      // The last column repeats the terms of use.
      expect([id, file.slice(1).map((row) => row.slice(0, -1))]).toEqual([id, shown])
    }
  })
})
