import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const shared = '\0one-dataset'

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
      const path = id.startsWith('.')
        ? resolve(dirname(importer), id)
        : resolve(id.replace(/^#/, 'src/'))
      return path === reader ? shared : null
    },
    async load(id) {
      if (id !== shared) return null
      const names = Object.keys(await import('./data.ts'))
      // What is required is the module that the process has loaded already.
      return [
        `import { createRequire } from 'node:module'`,
        `const reader = ${JSON.stringify(reader)}`,
        `export const { ${names.join(', ')} } = createRequire(reader)(reader)`,
      ].join('\n')
    },
  }
}
