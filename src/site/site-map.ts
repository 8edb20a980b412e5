import { escapedXml } from '#domain/xml-text.ts'
import type { PageEntry } from './every-page.ts'

/**
 * The pages for search engines (sitemaps.org), each with the newest day in what it tells. A page
 * whose content bears no day has none.
 *
 * @param siteUrl address of the folder of the site
 */
export function siteMapXml(pages: readonly PageEntry[], siteUrl: string): string {
  const base = siteUrl.replace(/\/+$/, '')
  const urls = pages.map(({ href, changed }) => {
    const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
    return `<url><loc>${escapedXml(base + href)}</loc>${day}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`
}
