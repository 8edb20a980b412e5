import { sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { ViteDevServer } from 'vite'
import { realPath } from '#read/files/files.ts'
import { manualFolder } from './compiled-texts.ts'
import { DataError } from './read-model.ts'
import type { ModelSource } from './model-source.ts'
import type { Settings } from './settings.ts'

/** Stops a build whose data has errors, and lets a development server follow the data. */
export function authoredData(settings: Settings, source: ModelSource): AstroIntegration {
  return {
    name: 'authored-data',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build') return
        try {
          source.get()
        } catch (error) {
          if (!(error instanceof DataError)) throw error
          logger.error(`\n${error.message}`)
          process.exit(1)
        }
      },
      'astro:server:setup': ({ server }) => {
        source.rememberFiles()
        // No link below them is followed; they may be links themselves.
        const folders = [settings.dataDir, settings.contentDir].map(realPath)
        server.watcher.add([...folders, manualFolder])
        server.watcher.on('all', (_event, path) => {
          if (![...folders, manualFolder].some((folder) => path.startsWith(folder + sep))) return
          source.renew()
          invalidate(server, path.startsWith(manualFolder + sep))
          server.ws.send({ type: 'full-reload' })
        })
      },
    },
  }
}

/**
 * Makes a development server render again. A changed chapter of the manual is a compiled module, so
 * all modules are invalidated. After any other change only pages are: Astro caches the result of
 * their `getStaticPaths` until the page's module changes.
 */
function invalidate({ environments }: ViteDevServer, isCompiled: boolean): void {
  for (const { moduleGraph } of Object.values(environments)) {
    if (isCompiled) moduleGraph.invalidateAll()
    else
      for (const [id, module] of moduleGraph.idToModuleMap)
        if (id.includes('/src/pages/')) moduleGraph.invalidateModule(module)
  }
}
