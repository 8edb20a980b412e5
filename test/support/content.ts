import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, strFromU8, unzipSync } from 'fflate'
import type { Site } from './site.ts'

/**
 * All text of a file of a site: workbooks and shards of the search index are unpacked, other files
 * are read as they are.
 */
export function contentOf({ folder }: Site, path: string): string {
  const bytes = new Uint8Array(readFileSync(join(folder, path)))
  if (path.endsWith('.xlsx')) return Object.values(unzipSync(bytes)).map(text).join('\n')
  return text(/\.pf_\w+$/.test(path) ? gunzipSync(bytes) : bytes)
}

const text = (bytes: Uint8Array): string => strFromU8(bytes)
