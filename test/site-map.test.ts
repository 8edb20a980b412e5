import { expect, test } from 'vitest'
import { siteMapXml } from '#site/site-map.ts'

test('the map for search engines bears full addresses, and days only from the content', () => {
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
