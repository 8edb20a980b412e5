import type { APIRoute } from 'astro'
import { siteData } from '#site/data.ts'

/**
 * What a phone needs to keep the site on its home screen. Addresses are relative to this file, so
 * it is right wherever the site stands. It stays in the browser: a site of documents needs its bars.
 */
export const GET: APIRoute = () => {
  const { name, place } = siteData().dataset.site
  const manifest = {
    name,
    short_name: `${place}公示`,
    lang: 'zh-CN',
    start_url: 'index.html',
    scope: './',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#1f4e8c',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'favicon.png', sizes: '32x32', type: 'image/png' },
    ],
  }
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  })
}
