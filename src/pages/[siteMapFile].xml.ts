import type { APIRoute } from 'astro'
import { everyPage } from '#site/every-page.ts'
import { siteMapFile } from '#site/addresses.ts'
import { siteMapFiles, siteMapXml } from '#site/site-map.ts'
import { settingsFrom } from '#site/settings.ts'

interface Part {
  number: number | null
}

/**
 * `sitemap.xml` and, of a site with more pages than one such file may name, the files that it then
 * lists; not there while the public address of the site is not known.
 */
export const getStaticPaths = () =>
  settingsFrom(process.env).siteUrl === undefined
    ? []
    : siteMapFiles(everyPage()).map(({ number }) => ({
        params: { siteMapFile: siteMapFile(number).replace(/^\/|\.xml$/g, '') },
        props: { number } satisfies Part,
      }))

export const GET: APIRoute<Part> = ({ props: { number } }) =>
  new Response(siteMapXml(everyPage(), settingsFrom(process.env).siteUrl ?? '', number), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
