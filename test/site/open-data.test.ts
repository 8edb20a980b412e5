import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read as readWorkbook, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { pageAt, readSite, type Site, textOf } from '../support/site.ts'

const sites = inject('sites')
const real = readSite(sites.real)
const demo = readSite(sites.demo)

const csv = (site: Site, path: string): Record<string, string>[] =>
  parse(site.read(path), { bom: true, columns: true })
/** Where the links of a page's content lead, as paths of the site. */
const linksOf = (site: Site, path: string): string[] =>
  pageAt(site, path)
    .$('main a[href]')
    .toArray()
    .map((link) => new URL(link.attribs['href'] ?? '', `http://site/${path}`).pathname.slice(1))

describe.each([
  ['real', real],
  ['demo', demo],
] as const)('the tables of the %s site', (_name, site) => {
  const isTable = (path: string): boolean =>
    /^data\/(all|inspections|registers|units)[/.]/.test(path)

  test('are all reached from some page', () => {
    const linked = new Set(site.pages.flatMap(({ path }) => linksOf(site, path)))
    const tables = [...site.files].filter((path) => isTable(path) && !linked.has(path))
    expect(tables).toEqual([])
  })

  test('have a row for everything that the pages list', () => {
    const pages = (folder: RegExp) => site.pages.filter(({ path }) => folder.test(path)).length
    expect(csv(site, 'data/all/issues.csv')).toHaveLength(pages(/^issues\/[^/]+\.html$/))
    expect(csv(site, 'data/all/units.csv')).toHaveLength(pages(/^units\/[^/_]+\.html$/))
    expect(csv(site, 'data/all/channels.csv')).toHaveLength(pages(/^channels\/[^/]+\.html$/))
  })

  test('have the rows of the register that its page has, in the same states', () => {
    for (const { path, $ } of site.pages.filter((page) =>
      /^self-inspections\/[^/]+\.html$/.test(page.path),
    )) {
      const rows = csv(site, `data/registers/${path.replace(/.*\/|\.html/g, '')}/register.csv`)
      const table = (row: { 单位?: string; 状态?: string }) => `${row.单位}：${row.状态}`
      const page = $('.register tbody tr')
        .toArray()
        .map(
          (row) => `${$(row).find('th').text().trim()}：${$(row).find('td .chip').text().trim()}`,
        )
      expect(page.toSorted()).toEqual(rows.map(table).toSorted())
    }
  })

  test('have the rates that the page of each inspection prints', () => {
    for (const page of site.pages.filter(({ path }) => /^inspections\/[^/]+$/.test(path))) {
      if (/-(checklist|rectification)\.html$/.test(page.path)) continue
      const path = `data/${page.path.replace('.html', '')}/rates.csv`
      if (!site.files.has(path)) continue
      const words = textOf(page, 'main')
      const absent = csv(site, path).filter((rate) => !words.includes(rate['页面写法'] ?? ''))
      expect(absent).toEqual([])
    }
  })
})

describe.each(['real', 'cases', 'demo', 'official'] as const)('in the %s site', (name) => {
  const site = readSite(sites[name])
  const texts = new Map<string, string>()
  const textOfFile = (path: string): string => {
    const known = texts.get(path) ?? fileText(site, path)
    texts.set(path, known)
    return known
  }
  /** Pages that explain, are filled in, or hold an official document word for word. */
  const withoutData = /^(manual|submit|bulletins|admin)\/|^(method|pieces|search|data)\.html$/
  const withTables = site.pages.filter(
    ({ path, $ }) => !withoutData.test(path) && $('main table, main figure').length > 0,
  )

  test('every page with tables or charts leads to the data as files, which are there', () => {
    expect(withTables.length).toBeGreaterThan(5)
    const silent = withTables.flatMap(({ path }) => {
      const files = dataFilesOf(site, path)
      return files.length > 0 ? files.filter((file) => !site.files.has(file)) : [path]
    })
    expect(silent).toEqual([])
  })

  test('every number and day of a table or chart is in one of the files that its page leads to', () => {
    const lost = withTables.flatMap(({ path, $ }) => {
      const known = valuesIn(dataFilesOf(site, path).map(textOfFile).join('\n'))
      return $('main table')
        .toArray()
        .filter((table) => !counting.test($(table).find('caption').text()))
        .flatMap((table) =>
          $(table)
            .find('td')
            .toArray()
            .flatMap((cell) => {
              const isRunning =
                $(cell).index() === 0 && $(cell).text().trim() === `${$(cell).parent().index() + 1}`
              return isRunning ? [] : [...valuesIn($(cell).text())]
            }),
        )
        .filter((value) => !known.has(value))
        .map((value) => `${path}: ${value}`)
    })
    expect(lost).toEqual([])
  })
})

/** Tables that count rows of a file; other tests count them again. */
const counting = /^(各期整改台账|.*自查整改公开情况|问题按(领域|检查指标).*)$/

const dataFilesOf = (site: Site, path: string): string[] =>
  linksOf(site, path)
    .map(decodeURIComponent)
    .filter((to) => /^data\/.*\.(csv|json|xlsx)$|\.xlsx$/.test(to))

function fileText(site: Site, path: string): string {
  if (!site.files.has(path)) return ''
  if (!path.endsWith('.xlsx')) return site.read(path)
  const { Sheets } = readWorkbook(readFileSync(join(site.folder, path)))
  return Object.values(Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join('\n')
}

/** Every number, and every day as ISO 8601 writes it; days that run down are of the day of the page. */
function valuesIn(text: string): Set<string> {
  const days = [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].map(
    ([, year = '', month = '', day = '']) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  const rest = text
    .replaceAll(/(\d{4}年)?\d{1,2}月(\d{1,2}日)?|还有\d+天/g, '')
    .replaceAll(/\d{4}-\d\d-\d\d/g, (day) => {
      days.push(day)
      return ''
    })
  return new Set([...days, ...(rest.match(/\d+(?:\.\d+)?/g) ?? [])])
}

describe('the seed', () => {
  const figures = csv(real, 'data/inspections/2024-q1/figures.csv').map((row) => row['数值'])
  const rates = csv(real, 'data/inspections/2024-q1/rates.csv')

  test.each(['49', '1', '10', '38', '370', '3', '105', '30', '232', '369'])(
    'has the figure %s',
    (figure) => {
      expect(figures).toContain(figure)
    },
  )

  test('has the three printed rates', () => {
    expect(rates.map((row) => row['文件所载'])).toEqual(['100%', '99.7%', '100%'])
  })
})

test.each([
  ['inspections/2024-q1.html', 'data/inspections/2024-q1/rates.csv'],
  ['self-inspections/2024-q2.html', 'data/registers/2024-q2/register.csv'],
  ['units/xuzhou.html', 'data/units/xuzhou/issues.csv'],
  ['issues.html', 'data/all/issues.csv'],
  ['deadlines.html', 'data/all/deadlines.csv'],
  ['units.html', 'data/all/units.csv'],
  ['rectification.html', 'data/all/rectification.csv'],
  ['data.html', 'data/datapackage.json'],
])('%s links its own data %s', (page, file) => {
  expect(linksOf(real, page)).toContain(file)
})

test('the catalogue gives the rows of each table as they are', () => {
  const rows = pageAt(real, 'data.html').$('#all tbody tr').toArray()
  const { $ } = pageAt(real, 'data.html')
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) {
    const href = $(row).find('a[href$=".csv"]').attr('href') ?? ''
    expect($(row).find('td.num').first().text().trim()).toBe(String(csv(real, href).length))
  }
})

describe('for search engines', () => {
  const official = readSite(sites.official)
  const graphOf = (path: string): Record<string, unknown>[] => {
    const text = pageAt(official, path).$('script[type="application/ld+json"]').text()
    return (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph']
  }

  test('the home page of an official site says who publishes it and what data it holds', () => {
    expect(graphOf('index.html').map((one) => one['@type'])).toEqual(
      expect.arrayContaining(['GovernmentOrganization', 'Dataset']),
    )
  })

  test.each(['inspections/2025-q1.html', 'bulletins/2025-q1.html'])(
    '%s is a report, and every page shows the way to it',
    (path) => {
      const graph = graphOf(path)
      expect(graph).toContainEqual(
        expect.objectContaining({ '@type': 'Report', url: `${officialAddress}${path}` }),
      )
      expect(graph).toContainEqual(expect.objectContaining({ '@type': 'BreadcrumbList' }))
    },
  )

  test('nothing is said where the address of the site is not known', () => {
    const told = real.pages.filter(({ html }) =>
      html.includes('<script type="application/ld+json"'),
    )
    expect(told.map(({ path }) => path)).toEqual([])
  })
})
