import type { APIRoute, GetStaticPaths } from 'astro'
import { everyPage } from '#site/every-page.ts'
import { siteMapXml } from '#site/site-map.ts'
import { settingsFrom } from '#site/settings.ts'

/** `sitemap.xml`; not there while the public address of the site is not known. */
export const getStaticPaths = (() =>
  settingsFrom(process.env).siteUrl === undefined
    ? []
    : [{ params: { siteMapFile: 'sitemap' } }]) satisfies GetStaticPaths

export const GET: APIRoute = () =>
  new Response(siteMapXml(everyPage(), settingsFrom(process.env).siteUrl ?? ''), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
