import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { readSite } from '../support/site.ts'

const sites = inject('sites')

describe.each(['real', 'demo', 'cases'] as const)('the lists of issues of the %s site', (name) => {
  const site = readSite(sites[name])
  const lists = site.pages.filter(({ path }) => /^issues(\.html$|\/[^/]+\/)/.test(path))
  const idsOf = (page: (typeof lists)[number]) =>
    page
      .$('article.issue')
      .toArray()
      .map(({ attribs }) => attribs['id'])
  /** The pages of a long list belong together. */
  const whole = Map.groupBy(lists, ({ path }) =>
    path.replace(/^issues\/all\/page_\d+\.html$/, 'issues.html').replace(/_\d+\.html$/, '.html'),
  )
  const count = site.pages.filter(({ path }) => /^issues\/[^/]+\.html$/.test(path)).length

  test('the complete list holds every issue once', () => {
    const ids = (whole.get('issues.html') ?? []).flatMap(idsOf)
    expect(ids.length).toBe(count)
    expect(new Set(ids).size).toBe(count)
  })

  test('the lists by area, and those by severity, together hold all issues', () => {
    for (const cut of ['area', 'severity']) {
      const ids = lists.filter(({ path }) => path.startsWith(`issues/${cut}/`)).flatMap(idsOf)
      // An issue of several areas is in the list of each of them.
      if (cut !== 'area') expect(ids.length).toBe(count)
      expect(new Set(ids).size).toBe(count)
    }
  })

  test('each names every facet that it offers', () => {
    for (const { path, $ } of lists) {
      const ways = $('summary:contains("查看")').first().parent()
      const offered = ways.find('dt').toArray()
      expect(offered.length, path).toBeGreaterThan(2)
      expect(ways.find('summary').text(), path).toBe(
        `按${offered.map((label) => $(label).text()).join('、')}查看`,
      )
    }
  })

  test('each states its number of issues', () => {
    for (const pages of whole.values()) {
      const number = pages.flatMap(idsOf).length
      for (const page of pages)
        expect(page.$('.page-head-lead').text()).toMatch(new RegExp(`共${number}项[，。]`))
    }
  })

  test('no page of them is above 25 kB gzipped', () => {
    const heavy = lists.filter(({ html }) => gzipSync(html).length > 25_000)
    expect(heavy.map(({ path }) => path)).toEqual([])
  })
})
