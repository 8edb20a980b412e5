import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, strFromU8, unzipSync } from 'fflate'
import type { Site } from './site.ts'

/** All that a file of a site says: a workbook and a piece of the search's index unpacked, any other as it is. */
export function contentOf({ folder }: Site, path: string): string {
  const bytes = new Uint8Array(readFileSync(join(folder, path)))
  if (path.endsWith('.xlsx')) return Object.values(unzipSync(bytes)).map(text).join('\n')
  return text(/\.pf_\w+$/.test(path) ? gunzipSync(bytes) : bytes)
}

const text = (bytes: Uint8Array): string => strFromU8(bytes)
