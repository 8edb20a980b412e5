import { sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Rolldown } from 'vite'

const source = fileURLToPath(new URL('../', import.meta.url)).replaceAll(sep, '/')

/** Files that need a bundler, because they import Astro components or virtual modules. */
const bundled = '(?:pages|components|layouts)/|middleware\\.ts$'
const external = new RegExp(
  `^${source.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?!${bundled}).*\\.ts$`,
)

/**
 * Bundler options that keep the project's own modules out of the bundle of pages. Pages and the
 * build then share one instance of each module, and with it everything memoized for the model.
 */
export const externalModules = {
  external: [external],
  output: { paths: (id) => (external.test(id) ? pathToFileURL(id).href : id) },
} satisfies Rolldown.RolldownOptions
