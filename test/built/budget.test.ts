import { describe, expect, inject, test } from 'vitest'
import { filesOf, overweight } from '../support/budget.ts'
import { readSite } from '../support/site.ts'

const sites = inject('sites')

// The demo of a city after ten years has the longest lists; the other sites have the longest texts.
describe.each(['real', 'decade', 'cases', 'official'] as const)('in the %s site', (name) => {
  const site = readSite(sites[name])

  test('a unit’s page is shown after 14 kB, every page of the public after 25 kB with styles (that of trends after 33 kB, that of units and rounds after 60 kB), styles are 10 kB', () => {
    expect(overweight(site)).toEqual([])
  })

  test('only pages with a chart load the chart loader, and none loads the drawing script directly', () => {
    for (const page of site.pages) {
      const scripts = filesOf(page, 'script[src]', 'src').join(' ')
      expect(scripts, page.path).not.toContain('/charts-')
      expect(scripts.includes('/chart-loader-'), page.path).toBe(page.$('[data-chart]').length > 0)
    }
  })

  test('no page loads a font, and only the search page loads the search', () => {
    for (const { path, html } of site.pages) expect(html, path).not.toMatch(/\.(woff2?|ttf|otf)"/)
    const styles = [...site.files].filter((file) => file.endsWith('.css'))
    for (const file of styles) expect(site.read(file), file).not.toContain('@font-face')
    const searching = site.pages.filter((page) =>
      filesOf(page, 'script[src]', 'src').some((file) => /pagefind|\/search-/.test(file)),
    )
    expect(searching.map(({ path }) => path)).toEqual(['search.html'])
  })
})

test('the city after ten years has a page of 61 units beside 40 rounds', () => {
  const page = readSite(sites.decade).pages.find(({ path }) => path === 'matrix.html')
  expect(page?.$('.rounds tbody tr').length).toBe(61)
  expect(page?.$('.rounds thead th').length).toBe(1 + 40)
})

test('a long record of a unit continues on further pages without losing a finding', () => {
  const site = readSite(sites.decade)
  const first = site.pages.find(({ path }) => path === 'units/li-jiang.html')
  const following = site.pages.filter(({ path }) => /^units\/li-jiang_\d+\.html$/.test(path))
  expect(first?.$('nav a[rel="next"]').first().attr('href')).toBe('li-jiang_2.html')
  const cards = [first, ...following].flatMap(
    (page) =>
      page
        ?.$('.issue')
        .toArray()
        .map(({ attribs }) => attribs['id']) ?? [],
  )
  const named = site.pages.filter(
    (page) =>
      /^issues\/\d{4}-q\d-\d+\.html$/.test(page.path) &&
      page.html.includes('href="../units/li-jiang.html"') &&
      page.$('main .definitions-ruled').first().find('a[href="../units/li-jiang.html"]').length > 0,
  )
  expect(cards).toHaveLength(named.length)
  expect(new Set(cards).size).toBe(cards.length)
})
