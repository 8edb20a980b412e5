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
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(settings.dataDir) && !path.startsWith(settings.contentDir)) return
          forgetSiteData()
          invalidate(server, path.startsWith(settings.contentDir))
          server.ws.send({ type: 'full-reload' })
        })
      },
    },
  }
}

/**
 * Makes a development server render anew: all modules where the text of a bulletin changed, else
 * only pages, because Astro keeps what they say of their addresses as long as they stay the same.
 */
function invalidate({ environments }: ViteDevServer, isContent: boolean): void {
  for (const { moduleGraph } of Object.values(environments)) {
    if (isContent) moduleGraph.invalidateAll()
    else
      for (const [id, module] of moduleGraph.idToModuleMap)
        if (id.includes('/src/pages/')) moduleGraph.invalidateModule(module)
  }
}
