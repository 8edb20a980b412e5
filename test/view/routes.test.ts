import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pageChanges } from '#tools/diff/page-changes.ts'
import { generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
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
} from '#view/routes.ts'
import { modelOfFolder } from '../support/model.ts'

const city = mkdtempSync(join(tmpdir(), 'gongshi-routes-'))
writeDemo(city, generateCity({ size: 'city-3y', seed: 1 }))
afterAll(() => {
  rmSync(city, { recursive: true })
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

describe.each(['test/cases/seed', 'test/cases/official', 'a city of three years'])(
  'of %s',
  (folder) => {
    const model = modelOfFolder(folder === 'a city of three years' ? city : folder)

    test('every page is found by its address, and no address is of two pages', () => {
      const pages = allPages(model)
      expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length)
      for (const page of pages) expect(pageAt(model, page.href)).toEqual(page)
      expect(pageAt(model, '/units/not-there.html')).toBe(undefined)
    })

    test('every address is one that the file of its route makes', () => {
      for (const [name, route] of all) {
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
          expect(listed.has(entry.href), entry.href).toBe(route.isUnlisted !== true)
      for (const { href } of navigationOf(model)) expect(pageAt(model, href), href).toBeDefined()
    })

    test('the review of a change names every page of every route', () => {
      const named = pageChanges(null, model.dataset, model.asOf)?.added.map((one) => one.address)
      const expected = all.flatMap(([, route]) =>
        pagesOf(model, route).map(({ entry }) => entry.href),
      )
      expect(named?.toSorted()).toEqual(expected.toSorted())
    })
  },
)
