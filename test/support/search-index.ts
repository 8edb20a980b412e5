import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from './site.ts'

/** A page as it is in the search index. */
export interface Indexed {
  /** Inside the site: `units/xuzhou.html`. */
  readonly path: string
  readonly title: string
  readonly kind: string
  /** Every searched text, in the order of the page; results show an excerpt of it. */
  readonly content: string
}

/** The searched pages of a built site, read from the index itself. */
export function indexedPages(site: Site): Indexed[] {
  const files = [...site.files].filter((path) => path.endsWith('.pf_fragment'))
  return files.map((file) => {
    const text = gunzipSync(readFileSync(join(site.folder, file))).toString()
    const { url, content, meta } = JSON.parse(text.slice(text.indexOf('{'))) as {
      url: string
      content: string
      meta: { title: string; kind: string }
    }
    // Zero-width characters separate the words.
    return { path: url.slice(1), ...meta, content: content.replaceAll('\u200b', '') }
  })
}
