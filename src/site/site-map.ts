import { xmlFile } from '#exports/xml-file.ts'
import type { PageEntry } from './every-page.ts'

/**
 * The pages for search engines (sitemaps.org), each with the newest day in what it tells. A page
 * whose content bears no day has none.
 *
 * @param siteUrl address of the folder of the site
 */
export function siteMapXml(pages: readonly PageEntry[], siteUrl: string): string {
  const base = siteUrl.replace(/\/+$/, '')
  return xmlFile({
    urlset: {
      '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      url: pages.map(({ href, changed }) => ({ loc: base + href, lastmod: changed })),
    },
  })
}
