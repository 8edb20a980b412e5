import { expect, inject, test } from 'vitest'
import { pageAt, readSite, textOf } from '../support/site.ts'

const sites = inject('sites')

test.each(['real', 'report', 'reports', 'official'] as const)(
  'each page of the %s site made from data leads to a way to say that it is wrong',
  (name) => {
    const site = readSite(sites[name])
    const without = site.pages
      .filter(({ path }) => !/^(?:manual|figures|admin)\/|^(?:404|sitemap)\b/.test(path))
      .filter(({ $ }) => $('main a[href$="#errors"]').length !== 1)
    expect(without.map(({ path }) => path)).toEqual([])
    expect(pageAt(site, 'about.html').$('#errors li').length).toBeGreaterThan(0)
  },
)

test('each page of a site with a repository leads to the file that it is made from', () => {
  const site = readSite(sites.reports)
  const sourceOf = (path: string) =>
    pageAt(site, path).$('main a[href^="https://git.example.com/xixi/reports/-/"]').attr('href')
  const root = 'https://git.example.com/xixi/reports/-'
  expect(sourceOf('self-inspections/2024-q2/linye.html')).toBe(
    `${root}/blob/main/data/self-inspections/2024-q2/linye.yaml`,
  )
  expect(sourceOf('units/linye.html')).toBe(`${root}/blob/main/data/units.yaml`)
  expect(sourceOf('index.html')).toBe(`${root}/tree/main/data/self-inspections/2024-q2`)
  expect(sourceOf('search.html')).toBe(`${root}/tree/main/data`)
  expect(sourceOf('submit/self-inspection.html')).toBe(`${root}/tree/main/data`)
})

test('each page of an issue shows the day of its document and the document', () => {
  const site = readSite(sites.real)
  const issues = site.pages.filter(({ path }) => /^issues\/\d/.test(path))
  expect(issues.length).toBeGreaterThan(5)
  for (const page of issues) {
    expect(textOf(page, 'dl')).toMatch(/(?:成文|原发布|本站收录)日期\d{4}年\d+月\d+日来源.*通报/)
    expect(page.$('dl a[href="../bulletins/2024-q1.html"]').length, page.path).toBe(1)
  }
})
