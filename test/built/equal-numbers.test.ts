import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { gapWords } from '#view/tables/table.ts'
import { pageAt, readSite, type Site, textOf, withoutSpace } from '../support/site.ts'

// The numbers of the files are those of the pages, in both directions: in the sample, in all
// documents of the cases and in the demo.
const sites = inject('sites')

type Row = Record<string, string>
/** Without the apostrophe that prevents a spreadsheet from taking a cell for a formula. */
const written = (cell = ''): string => withoutSpace(cell.replace(/^'(?=[-+=@])/, ''))
const csv = (site: Site, path: string): Row[] =>
  site.files.has(path) ? parse(site.read(path), { bom: true, columns: true }) : []

/** An inspection as its own JSON file has it. */
const recordOf = (site: Site, record: string) =>
  JSON.parse(site.read(`data/${record}.json`)) as Record<string, unknown>

/** The numbers of a text, without those of days. */
const numbersIn = (text: string): Set<string> =>
  new Set(text.replaceAll(/(\d{4}年)?\d{1,2}月(\d{1,2}日)?/g, '').match(/\d+(?:\.\d+)?/g) ?? [])

/** The numbers in the values of a row, without its keys and its names. */
const valuesOf = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) =>
    ['数值', '分子', '分母', '文件所载', '计算', '页面写法', '说明'].flatMap((column) => [
      ...numbersIn(row[column] ?? ''),
    ]),
  )

const gaps: unknown[] = Object.values(gapWords)
const unitsIn = ({ 单位编号: units = '' }: Row): string[] =>
  gaps.includes(units) ? [] : units.split('；')

/** The areas of an issue, which may be several. */
const areasIn = ({ 领域: areas = '' }: Row): string[] => areas.split(/[；、]/)
/** A number as its page writes it; of a list of unnamed numbers, the last alone has the unit. */
const shownAs = ({ 位置: place = '', 页面写法: text }: Row): string =>
  /\.values\.\d+$/.test(place) ? written(text).replace(/\D+$/, '') : written(text)

const inspectionPage = /^inspections\/[^/]+(?<!-checklist|-rectification)\.html$/

/** A text without the share of a sample, where it is that of the two numbers beside it. */
const withoutShares = (text: string): string =>
  text.replace(
    /(抽查([0-9]+).，占(?:全部|正常运行的)([0-9]+).的)([0-9.]+)%/g,
    (whole, numbers: string, part: string, all: string, share: string) =>
      Math.round((Number(part) / Number(all)) * 1000) / 10 === Number(share) ? numbers : whole,
  )

describe.each(['real', 'cases', 'demo'] as const)('in the %s site', (name) => {
  const site = readSite(sites[name])
  // The page at the former address of a record has no data of its own.
  const inspections = site.pages.filter(
    ({ path }) =>
      inspectionPage.test(path) && site.files.has(`data/${path.replace('.html', '.json')}`),
  )
  const folderOf = (path: string): string => `data/${path.replace('.html', '')}`

  test('every number in the files of an inspection is on its page, or on that of its issue, in the same words', () => {
    const absent = inspections.flatMap((page) => {
      const words = textOf(page, 'main')
      // The figures of an issue are on the page of the issue.
      const wordsAt = (place = ''): string => {
        const [, issue] = /^issues\.([^.]+)\./.exec(place) ?? []
        return issue === undefined ? words : textOf(pageAt(site, `issues/${issue}.html`), 'main')
      }
      return ['figures', 'rates'].flatMap((table) =>
        csv(site, `${folderOf(page.path)}/${table}.csv`)
          // The tables of an inspection hold no numbers of the units' own reports.
          .filter((row) => row['记录'] === page.path.replace('.html', ''))
          .filter((row) => !wordsAt(row['位置']).includes(shownAs(row)))
          .map((row) => `${page.path}: ${row['位置'] ?? ''} ${row['页面写法'] ?? ''}`),
      )
    })
    expect(inspections.length).toBeGreaterThan(0)
    expect(absent).toEqual([])
  })

  test('every number that a chart of an inspection draws from its figures is one of them', () => {
    const strange = inspections.flatMap(({ path, $ }) => {
      const known = new Set(
        csv(site, `${folderOf(path)}/figures.csv`).map((row) => Number(row['数值'])),
      )
      return $('figure[data-chart]')
        .filter((_, figure) => $(figure).find('a[href$="figures.csv"]').length > 0)
        .find('td[data-value]')
        .toArray()
        .filter(({ attribs }) => !known.has(Number(attribs['data-value'])))
        .map((cell) => `${path}: ${$(cell).text()}`)
    })
    expect(strange).toEqual([])
  })

  test('every number of the figures and tables of an inspection is in its files, those of an area among those of the area', () => {
    let compared = 0
    const strange = inspections.flatMap(({ path, $ }) => {
      const record = path.replace('.html', '')
      const rows = ['figures', 'rates'].flatMap((table) =>
        csv(site, `${folderOf(path)}/${table}.csv`).filter((row) => row['记录'] === record),
      )
      const issues = csv(site, `${folderOf(path)}/issues.csv`)
      const known = new Set(valuesOf(rows))
      // Annexes hold text as the document prints it, or references to figures.
      const annexes = numbersIn(JSON.stringify(recordOf(site, record)['appendices'] ?? {}))
      const lost = (words: string, known: ReadonlySet<string>): string[] => {
        const numbers = numbersIn(words)
        compared += numbers.size
        return [...numbers].filter((number) => !known.has(number))
      }
      const inFigures = $('main .figure')
        .toArray()
        .flatMap((figure) => {
          const area = $(figure).find('.figure-area').text().trim()
          const own = issues.filter((row) => areasIn(row).includes(area))
          const named = new Set(own.flatMap((row) => unitsIn(row)))
          const ofArea = new Set([
            ...valuesOf(rows.filter((row) => row['所在部分']?.split('/')[0] === area)),
            String(own.length),
            String(named.size),
          ])
          // The time span that the figures cover is not a figure.
          const words = $(figure).clone().find('.figure-note').remove().end().text()
          return lost(withoutShares(words), ofArea).map((number) => `${path}: ${area}: ${number}`)
        })
      const inTables = $('main table')
        .toArray()
        .flatMap((table) => {
          const caption = $(table).find('caption').text().trim()
          if ($(table).closest('#chart-issues-by-area, #chart-issues-by-kind').length > 0) return []
          // Each cell of the counts of issues is compared in equal-cells.test.ts.
          if (/问题按(层级|上级单位)$/.test(caption)) return []
          const all = /^附件/.test(caption) ? annexes.union(known) : known
          return $(table)
            .find('td')
            .toArray()
            .flatMap((cell) => lost($(cell).text(), all))
            .map((number) => `${path}: ${caption}: ${number}`)
        })
      return [...inFigures, ...inTables]
    })
    expect(strange).toEqual([])
    expect(compared).toBeGreaterThan(name === 'real' ? 20 : 200)
  })

  test('the issues on a page are the rows of its file, and the charts of areas and indicators count them alike', () => {
    for (const { path, $ } of inspections) {
      const rows = csv(site, `${folderOf(path)}/issues.csv`)
      expect([path, $('#issues .issue').length]).toEqual([path, rows.length])
      for (const [chart, counted] of [
        ['#chart-issues-by-area', (row: Row, label: string) => areasIn(row).includes(label)],
        [
          '#chart-issues-by-kind',
          (row: Row, label: string) => (row['检查指标'] ?? '').split('；').includes(label),
        ],
      ] as const) {
        // Indicators of several catalogues may have the same name.
        const drawn = new Map<string, number>()
        for (const line of $(chart).find('tbody tr').toArray()) {
          const label = $(line).find('th').text().trim()
          for (const { attribs } of $(line).find('td[data-value]').toArray())
            drawn.set(label, (drawn.get(label) ?? 0) + Number(attribs['data-value']))
        }
        for (const [label, count] of drawn)
          expect([path, label, count]).toEqual([
            path,
            label,
            rows.filter((row) => counted(row, label)).length,
          ])
      }
    }
  })

  test('a register draws as many of each state as its file has', () => {
    for (const { path, $ } of site.pages.filter((page) =>
      /^self-inspections\/[^/]+\.html$/.test(page.path),
    )) {
      const rows = csv(site, `data/registers/${path.replace(/.*\/|\.html/g, '')}/register.csv`)
        // Exempt units are not counted among those with the duty.
        .filter((row) => row['状态'] !== '免于公开')
      const drawn = $('figure[data-chart] td[data-value]')
        .toArray()
        .reduce((sum, { attribs }) => sum + Number(attribs['data-value']), 0)
      if ($('figure[data-chart]').length > 0) expect([path, drawn]).toEqual([path, rows.length])
    }
  })
})
