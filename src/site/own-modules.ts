import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('../', import.meta.url))
const reader = fileURLToPath(new URL('data.ts', import.meta.url))
const shared = '\0one-dataset'

/** Made of components, or for Astro to find: only a bundler understands what they import. */
const bundled = ['pages', 'components', 'layouts']

/**
 * Leaves the project's own modules out of the bundle of a build: pages import them as they are, so
 * that nothing is compiled or read twice and all that a process keeps is kept once.
 */
const ownModules: Plugin = {
  name: 'own-modules',
  apply: 'build',
  enforce: 'pre',
  resolveId(id, importer) {
    if (this.environment.config.consumer === 'client') return null
    const path = ownPath(id, importer)
    if (path === null || bundled.includes(relative(source, path).split(sep)[0] ?? '')) return null
    return { id: pathToFileURL(path).href, external: 'absolute' }
  },
}

/**
 * Lets a development server, which must follow all other modules, use the dataset that its process
 * has read. Whoever changes the reader itself starts it anew.
 */
const oneDataset: Plugin = {
  name: 'one-dataset',
  apply: 'serve',
  enforce: 'pre',
  resolveId: (id, importer) => (ownPath(id, importer) === reader ? shared : null),
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

/** The file of a module of the project, by how it is imported; null for anything else. */
function ownPath(id: string, importer: string | undefined): string | null {
  if (importer === undefined || !id.endsWith('.ts') || !/^[#.]/.test(id)) return null
  const path = id.startsWith('#') ? resolve(source, id.slice(1)) : resolve(dirname(importer), id)
  return path.startsWith(source) ? path : null
}

export const ownModulePlugins = [ownModules, oneDataset]
