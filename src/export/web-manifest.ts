import type { Dataset } from '#model/dataset.ts'

/**
 * What a phone needs to keep the site on its home screen. Addresses are relative to this file, so
 * it is right wherever the site is served. It opens in the browser: a site of documents needs its
 * bars.
 */
export function webManifest({ name, place }: Dataset['site']): string {
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
  return `${JSON.stringify(manifest, null, 2)}\n`
}
