import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/**
 * Lets pages use the dataset that this process has read, instead of reading every file again in a
 * bundled copy of the reader. Whoever changes the reader itself starts the development server anew.
 */
export function oneDataset(): Plugin {
  const reader = fileURLToPath(new URL('data.ts', import.meta.url))
  return {
    name: 'one-dataset',
    enforce: 'pre',
    resolveId(id, importer) {
      if (importer === undefined || !id.endsWith('data.ts')) return null
      const meant = id.replace(/^#/, 'src/')
      const path = id.startsWith('.') ? resolve(dirname(importer), id) : resolve(meant)
      return path === reader ? { id: pathToFileURL(reader).href, external: true } : null
    },
  }
}
