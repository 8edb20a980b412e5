import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { type DataPackage, dataPackageFaults } from '../support/data-package.ts'
import { pageAt, readSite, type Site, textOf } from '../support/site.ts'

const sites = inject('sites')
const real = readSite(sites.real)
const demo = readSite(sites.demo)

const csv = (site: Site, path: string): Record<string, string>[] =>
  parse(site.read(path), { bom: true, columns: true })
/** The targets of the links in the content of a page, as paths of the site. */
const linksOf = (site: Site, path: string): string[] =>
  pageAt(site, path)
    .$('main a[href]')
    .toArray()
    .map((link) => new URL(link.attribs['href'] ?? '', `http://site/${path}`).pathname.slice(1))

const packageAt = (site: Site, path: string): DataPackage =>
  JSON.parse(site.read(path)) as DataPackage
const resourcesOf = (site: Site, path: string): DataPackage['resources'] =>
  packageAt(site, path).resources

describe.each([
  ['real', real],
  ['demo', demo],
] as const)('the tables of the %s site', (_name, site) => {
  const isTable = (path: string): boolean =>
    /^data\/(all|inspections|registers|units)[/.]/.test(path)

  test('are all linked from some page', () => {
    const linked = new Set(site.pages.flatMap(({ path }) => linksOf(site, path)))
    for (const path of [...linked].filter((one) => one.endsWith('datapackage.json')))
      for (const { path: file } of resourcesOf(site, path))
        linked.add(posix.join(dirname(path), file))
    const tables = [...site.files].filter((path) => isTable(path) && !linked.has(path))
    expect(tables).toEqual([])
  })

  test('have a row for everything that the pages list', () => {
    const pages = (folder: RegExp) => site.pages.filter(({ path }) => folder.test(path)).length
    expect(csv(site, 'data/all/issues.csv')).toHaveLength(pages(/^issues\/[^/]+\.html$/))
    expect(csv(site, 'data/all/units.csv')).toHaveLength(pages(/^units\/[^/_]+\.html$/))
    expect(csv(site, 'data/all/channels.csv')).toHaveLength(pages(/^channels\/[^/]+\.html$/))
  })

  test("have the same rows and states as the register's page", () => {
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

// Packages are read from the built site according to their specification, without any changes.
describe.each([
  ['real', real],
  ['demo', demo],
  ['official', readSite(sites.official)],
])('the data packages of the %s site', (_name, site) => {
  const packages = [...site.files].filter((path) => path.endsWith('datapackage.json'))

  test('are what their specification says, with every file, cell, key and relation', async () => {
    expect(packages.length).toBeGreaterThan(3)
    for (const path of packages) {
      const bytesOf = (file: string) => readFileSync(join(site.folder, dirname(path), file))
      expect(await dataPackageFaults(packageAt(site, path), bytesOf), path).toEqual([])
    }
  })

  test('list each table without the mark that its twin for people begins with', () => {
    const tables = packages.flatMap((path) =>
      resourcesOf(site, path).map((one) => join(dirname(path), one.path)),
    )
    const bytes = (path: string): Buffer => readFileSync(join(site.folder, path))
    const wrong = tables.filter((path) => {
      const twin = bytes(path.replace('plain/', ''))
      return !twin.equals(Buffer.concat([Buffer.from('\uFEFF'), bytes(path)]))
    })
    expect(wrong).toEqual([])
    const marked = [...site.files].filter((path) => /^data\/(?!.*plain\/).*\.csv$/.test(path))
    expect(marked.length).toBe(tables.length)
  })
})

describe('the sample', () => {
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

test('the catalogue gives the actual number of rows of each table', () => {
  const rows = pageAt(real, 'data.html').$('#all tbody tr').toArray()
  const { $ } = pageAt(real, 'data.html')
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) {
    const href = $(row).find('a[href$=".csv"]').attr('href') ?? ''
    expect($(row).find('td.num').first().text().trim()).toBe(String(csv(real, href).length))
  }
})

test('the catalogue links the schema of every kind of record, and of every table', () => {
  const schemas = [...demo.files].filter((path) => /^schema\/(tables|records)\//.test(path))
  const tables = new Set(
    pageAt(demo, 'data.html')
      .$('#all tbody th a')
      .toArray()
      .map(({ attribs }) => `schema/tables/${(attribs['href'] ?? '').slice(1)}.json`),
  )
  const wanted = schemas.filter((path) => path.startsWith('schema/records/') || tables.has(path))
  expect(wanted.length).toBeGreaterThan(tables.size)
  expect(linksOf(demo, 'data.html')).toEqual(expect.arrayContaining(wanted))
})

describe('for search engines', () => {
  const official = readSite(sites.official)
  const graphOf = (path: string): Record<string, unknown>[] => {
    const text = pageAt(official, path).$('script[type="application/ld+json"]').text()
    return (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph']
  }

  test('the home page of an official site has its publisher and its data as structured data', () => {
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

  test("without the site's address there is no structured data", () => {
    const found = real.pages.filter(({ html }) =>
      html.includes('<script type="application/ld+json"'),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
