import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pageChanges } from '#tools/diff/page-changes.ts'
import { generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import type { Dataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import type { Route } from '#view/route.ts'
import {
  allPages,
  navigationOf,
  pageAt,
  pagesOf,
  pathsOf,
  routeAt,
  type RouteName,
  routes,
  siteMapOf,
} from '#view/routes.ts'
import { applyEdit } from '../support/authored.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'
import { modelOfFolder, modelWith } from '../support/model.ts'
import { reportsOnlySite, smallestSite } from '../support/smallest-site.ts'

const root = mkdtempSync(join(tmpdir(), 'gongshi-routes-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})

/** The folders of the sites that the registry is tried with. */
const folders = {
  'the seed': 'test/cases/seed',
  'an office with every kind of record': 'test/cases/official',
  'a city of three years': join(root, 'city'),
  'the smallest site of the manual': join(root, 'smallest'),
  'a site of reports alone': join(root, 'reports'),
  'an office with a report of a period that nothing else tells of': join(root, 'report'),
}
writeDemo(folders['a city of three years'], generateCity({ size: 'city-3y', seed: 1 }))
for (const [name, files] of [
  ['the smallest site of the manual', smallestSite()],
  ['a site of reports alone', reportsOnlySite()],
] as const)
  for (const [file, text] of Object.entries(files)) applyEdit(folders[name], { file, append: text })
const withReport = folders['an office with a report of a period that nothing else tells of']
cpSync('test/cases/official', withReport, { recursive: true })
applyEdit(withReport, {
  file: 'data/self-inspections/2023-q4/shuiwu.yaml',
  append:
    'title: 市水务局2023年第四季度自查整改情况\npublished: 2023-12-20\nsummary: 没有发现问题。\n',
})

const all = Object.entries(routes) as [RouteName, Route<unknown>][]

describe('the registry of routes', () => {
  const files = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[a-z]+$/.test(path))

  test('has an entry for each page file, and a page file for each entry', () => {
    expect(all.map(([, { file }]) => file).toSorted()).toEqual(files.toSorted())
  })

  test.each(all.filter(([, { file }]) => file.includes('[')))(
    'gives the page of %s its paths',
    (name, { file }) => {
      const code = readFileSync(`src/pages/${file}`, 'utf8')
      expect(code).toContain(`getStaticPaths = () => pathsOf(getModel(), routes.${name})`)
    },
  )

  test.each(all)('gives the page of %s what it shows', (name, { file }) => {
    const code = readFileSync(`src/pages/${file}`, 'utf8')
    expect(code).toMatch(new RegExp(`\\broutes\\.${name}\\.view\\(`))
  })
})

const sites = Object.entries(folders).map(
  ([name, folder]) => [name, modelOfFolder(folder)] as const,
)

test('a page that some site lacks has brackets in the name of its file', () => {
  // Astro builds a file without brackets in every site, also where the registry has no such page.
  const lacking = all.filter(([, route]) =>
    sites.some(([, model]) => pagesOf(model, route).length === 0),
  )
  expect(lacking.length).toBeGreaterThan(3)
  expect(lacking.map(([, { file }]) => file).filter((file) => !file.includes('['))).toEqual([])
})

describe.each(sites)('of %s', (_name, model) => {
  test('every page is found by its address, and no address is of two pages', () => {
    const pages = allPages(model)
    expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length)
    for (const page of pages) expect(pageAt(model, page.href)).toEqual(page)
    expect(pageAt(model, '/units/not-there.html')).toBe(undefined)
  })

  test('every address is one that the file of its route makes', () => {
    // A former page is at the address of the page that was there.
    for (const [name, route] of all.filter(([one]) => one !== 'former')) {
      const hrefs = pagesOf(model, route).map(({ entry }) => entry.href)
      for (const href of hrefs) expect(routeAt(href)?.name, href).toBe(name)
      expect(pathsOf(model, route).map(({ params }) => params)).toEqual(
        hrefs.map((href) => routeAt(href)?.params),
      )
    }
  })

  test('every listed page is in a list, and the navigation leads to pages', () => {
    const listed = new Set(allPages(model).map(({ href }) => href))
    for (const [, route] of all)
      for (const { entry } of pagesOf(model, route))
        // A page at the former address of an unlisted page is not listed either.
        expect(listed.has(entry.href), entry.href).toBe(
          route.isUnlisted !== true && routeAt(entry.href)?.route.isUnlisted !== true,
        )
    for (const { href } of navigationOf(model)) expect(pageAt(model, href), href).toBeDefined()
  })

  test('every listed page is in one section of the HTML site map', () => {
    const { sections, parts } = siteMapOf(model)
    const linked = [...sections, ...parts].flatMap(({ links }) => links.map(({ href }) => href))
    const times = (address: string) => linked.filter((href) => href === address).length
    const pages = allPages(model).map(({ href }) => href)
    expect(pages.filter((href) => times(href) !== 1)).toEqual([])
  })

  test('the review of a change names every page of every route', () => {
    const named = pageChanges(null, model.dataset, model.asOf)?.added.map((one) => one.address)
    const expected = all.flatMap(([, route]) =>
      pagesOf(model, route).map(({ entry }) => entry.href),
    )
    expect(named?.toSorted()).toEqual(expected.toSorted())
  })
})

test('the menu leads to what a site has, by groups that are not torn apart', () => {
  const labelsIn = (model: Model) => {
    const groups: string[][] = []
    for (const { label, startsGroup } of navigationOf(model))
      if (startsGroup || groups.length === 0) groups.push([label])
      else groups.at(-1)?.push(label)
    return groups
  }
  expect(labelsIn(modelOfFolder('test/cases/official', '2025-06-05'))).toEqual([
    ['首页', '检查结果', '历次对比', '问题'],
    ['单位', '期限', '自查整改公开台账', '政务公开台账'],
    ['更正', '计算说明', '数据目录', '搜索'],
  ])
  expect(labelsIn(modelWith(datasetWith({ inspections: [] })))).toEqual([
    ['首页'],
    ['单位'],
    ['计算说明', '数据目录', '搜索'],
  ])
})

test('the navigation leads to the register, and where there are several to the list of them', () => {
  const ordering = (id: string, period: string) =>
    inspectionWith({
      id,
      deadlines: {
        self: {
          ...order,
          period: { id: period, label: period, start: '2024-04-01', end: '2024-06-30' },
        },
      },
    })
  const registerIn = (inspections: Dataset['inspections']) =>
    navigationOf(modelWith(datasetWith({ inspections }))).filter(({ id }) => id === 'register')
  const [one, two] = [ordering('2024-q1', '2024-q2'), ordering('2024-q2', '2024-q3')]
  const label = '自查整改公开台账'
  expect(registerIn([one])).toMatchObject([{ href: '/self-inspections/2024-q2.html', label }])
  // Most of a new register is empty, and the list says how much.
  expect(registerIn([one, two])).toMatchObject([{ href: '/self-inspections.html', label }])
})
