import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { ViteDevServer } from 'vite'
import { DataError, forgetSiteData, siteData } from './data.ts'
import type { Settings } from './settings.ts'

/** Stops a build whose data has errors, and lets a development server follow the data. */
export function authoredData(settings: Settings): AstroIntegration {
  return {
    name: 'authored-data',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build') return
        try {
          siteData()
        } catch (error) {
          if (!(error instanceof DataError)) throw error
          logger.error(`\n${error.message}`)
          process.exit(1)
        }
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add([settings.dataDir, settings.contentDir])
        const { dataDir, contentDir } = settings
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(dataDir) && !path.startsWith(contentDir)) return
          forgetSiteData()
          invalidate(server, path.startsWith(join(contentDir, 'manual')))
          server.ws.send({ type: 'full-reload' })
        })
      },
    },
  }
}

/**
 * Makes a development server render anew: all modules where a chapter of the manual changed, which
 * is compiled; else only pages, because Astro keeps what they say of their addresses as long as they
 * stay the same.
 */
function invalidate({ environments }: ViteDevServer, isCompiled: boolean): void {
  for (const { moduleGraph } of Object.values(environments)) {
    if (isCompiled) moduleGraph.invalidateAll()
    else
      for (const [id, module] of moduleGraph.idToModuleMap)
        if (id.includes('/src/pages/')) moduleGraph.invalidateModule(module)
  }
}
