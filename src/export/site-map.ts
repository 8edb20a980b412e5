import { xmlFile } from './xml-file.ts'
import * as at from '#view/addresses.ts'
import type { PageEntry } from '#view/page-entry.ts'

/** As many addresses as sitemaps.org allows in one file. */
const maxPerFile = 50_000

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The number of files with pages; when there are several, a list of them is added. */
const filesOf = (pages: number, most: number): number => Math.max(1, Math.ceil(pages / most))

/**
 * The files of the map: one file or, for more pages than one file may hold, a list and its files.
 */
export function siteMapFiles(
  pages: readonly PageEntry[],
  most = maxPerFile,
): { readonly number: number | null }[] {
  const files = filesOf(pages.length, most)
  const numbered = Array.from({ length: files }, (_, n) => ({ number: n + 1 }))
  return [{ number: null }, ...(files === 1 ? [] : numbered)]
}

/**
 * A file of the map for search engines (sitemaps.org): the pages, each with the newest date in its data
 * if there is one.
 *
 * @param siteUrl address of the folder of the site
 * @param number of a file of pages, counted from 1; null for the first that engines ask for
 */
export function siteMapXml(
  pages: readonly PageEntry[],
  siteUrl: string,
  number: number | null = null,
  most = maxPerFile,
): string {
  const files = filesOf(pages.length, most)
  const own = (file: number): readonly PageEntry[] => pages.slice((file - 1) * most, file * most)
  if (number === null && files > 1)
    return xmlFile({
      sitemapindex: {
        '@xmlns': namespace,
        sitemap: Array.from({ length: files }, (_, n) => ({
          loc: at.absolute(siteUrl, at.siteMapFile(n + 1)),
        })),
      },
    })
  return xmlFile({
    urlset: {
      '@xmlns': namespace,
      url: own(number ?? 1).map(({ href, changed }) => ({
        loc: at.absolute(siteUrl, href),
        lastmod: changed,
      })),
    },
  })
}
