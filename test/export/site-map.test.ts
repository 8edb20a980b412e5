import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { siteMapFiles, siteMapXml } from '#export/site-map.ts'

test('the map for search engines has full addresses, and dates only from the data', () => {
  const pages = [
    { href: '/units/xuzhou.html', title: '叙州区', kind: 'unit', units: ['xuzhou'] },
    { href: '/bulletins/2024-q1.html', title: '通报', kind: 'bulletin', changed: '2024-04-10' },
  ] as const
  expect(siteMapXml(pages, 'https://example.gov.cn/jcgk/')).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://example.gov.cn/jcgk/units/xuzhou.html</loc>
  </url>
  <url>
    <loc>https://example.gov.cn/jcgk/bulletins/2024-q1.html</loc>
    <lastmod>2024-04-10</lastmod>
  </url>
</urlset>
`,
  )
})

test('a map with too many pages for one file is split, with a list of its files', () => {
  const pages = Array.from({ length: 5 }, (_, n) => ({
    href: `/issues/${n}.html`,
    title: `问题${n}`,
    kind: 'issue' as const,
  }))
  const site = 'https://example.gov.cn/jcgk/'
  expect(siteMapFiles(pages)).toEqual([{ number: null }])
  const files = siteMapFiles(pages, 2)
  expect(files).toEqual([{ number: null }, { number: 1 }, { number: 2 }, { number: 3 }])
  const [list, ...parts] = files.map(({ number }) =>
    load(siteMapXml(pages, site, number, 2), { xml: true }),
  )
  const locations = ($: ReturnType<typeof load> | undefined, of: string) =>
    $ === undefined
      ? []
      : $(of)
          .toArray()
          .map((one) => $(one).text())
  expect(locations(list, 'sitemapindex > sitemap > loc')).toEqual(
    [1, 2, 3].map((n) => `${site}sitemap_${n}.xml`),
  )
  expect(parts.flatMap(($) => locations($, 'urlset > url > loc'))).toEqual(
    pages.map(({ href }) => `https://example.gov.cn/jcgk${href}`),
  )
})
