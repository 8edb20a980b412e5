import { jsonText } from '#model/json-text.ts'
import type { Dataset } from '#model/dataset.ts'

/**
 * The web manifest, with which phones add the site to their home screen. Addresses are relative to
 * the manifest, so that it works under any path. The site opens in the browser, because readers of
 * documents need its controls.
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
  return jsonText(manifest)
}
