import type { AstroIntegration } from 'astro'
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
          // A page holds on to nothing of the data; to the text of a bulletin it does.
          if (path.startsWith(settings.contentDir)) server.moduleGraph.invalidateAll()
          server.ws.send({ type: 'full-reload' })
        })
      },
    },
  }
}
