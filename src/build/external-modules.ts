import { sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Rolldown } from 'vite'

const source = fileURLToPath(new URL('../', import.meta.url)).replaceAll(sep, '/')

/** What only a bundler understands, because it imports components or modules that Astro provides. */
const bundled = '(?:pages|components|layouts)/|middleware\\.ts$'
const external = new RegExp(
  `^${source.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?!${bundled}).*\\.ts$`,
)

/**
 * Options for the bundle of pages that leave the modules of the project out of it: pages import them
 * as the build itself does, so that what is computed once for a model is computed once in a build.
 */
export const externalModules = {
  external: [external],
  output: { paths: (id) => (external.test(id) ? pathToFileURL(id).href : id) },
} satisfies Rolldown.RolldownOptions
