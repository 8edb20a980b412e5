import { describe, expect, inject, test } from 'vitest'
import { pageAt as siteEntryAt, routeAt } from '#view/routes.ts'
import { realAsOf } from '../support/build-sites.ts'
import { modelOfFolder } from '../support/model.ts'
import { pageAt, readSite } from '../support/site.ts'

const sites = inject('sites')

describe.each(['real', 'demo', 'cases', 'report', 'reports'] as const)(
  'the HTML site map of the %s site',
  (name) => {
    const site = readSite(sites[name])
    const lists = site.pages.filter(({ path }) => /^sitemap(\/|\.html)/.test(path))

    test('names every page of the site, once', () => {
      const listed = lists.flatMap(({ path, $ }) =>
        $('.plain-list a')
          .toArray()
          .map(({ attribs }) =>
            new URL(attribs['href'] ?? '', `http://site/${path}`).pathname.slice(1),
          ),
      )
      const expected = site.pages
        .map(({ path }) => path)
        // A large site's list has parts, which its first page links.
        .filter(
          (path) => path.startsWith('sitemap/') || routeAt(`/${path}`)?.route.isUnlisted !== true,
        )
      expect(listed.toSorted()).toEqual(expected.toSorted())
    })

    test('is linked from every page, and no page of it is heavier than 100 kB', () => {
      const heavy = lists.filter(({ html }) => Buffer.byteLength(html) > 100_000)
      expect(heavy.map(({ path }) => path)).toEqual([])
      const silent = site.pages.filter(
        ({ path, html }) =>
          !/^(404\.html|figures\/)/.test(path) && !/href="[./]*sitemap\.html"/.test(html),
      )
      expect(silent.map(({ path }) => path)).toEqual([])
    })
  },
)

describe('the search', () => {
  const site = readSite(sites.real)

  test('is the only page that may compile WebAssembly', () => {
    const may = site.pages.filter(({ html }) => html.includes("'wasm-unsafe-eval'"))
    expect(may.map(({ path }) => path)).toEqual(['search.html'])
  })

  test('leaves out pages that only list other pages, and contains every other page', () => {
    const left = site.pages
      .filter(({ $ }) => $('main[data-pagefind-body]').length === 0)
      .map(({ path }) => path)
    const model = modelOfFolder('test/cases/seed', realAsOf)
    const expected = site.pages
      .map(({ path }) => path)
      .filter((path) => siteEntryAt(model, `/${path}`)?.kind === null)
    expect(expected).toEqual(expect.arrayContaining(['index.html', 'search.html', 'units.html']))
    expect(left.toSorted()).toEqual(expected.toSorted())
  })

  test('offers only filter values that some page has', () => {
    const options = pageAt(site, 'search.html').$('[name=kind] option').toArray()
    expect(options.map(({ attribs }) => attribs['value'])).toEqual([
      '',
      'inspection',
      'bulletin',
      'issue',
      'indicator',
      'unit',
      'channel',
      'self-inspection',
      'deadlines',
      'notes',
      'manual',
    ])
  })

  test('does not use the indexer’s own interfaces', () => {
    const files = [...site.files].filter((path) => /^pagefind\/[^/]+\.(js|css)$/.test(path))
    expect(files).toEqual(['pagefind/pagefind-worker.js', 'pagefind/pagefind.js'])
  })
})
