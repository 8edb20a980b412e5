import type { AstroIntegration } from 'astro'
import type { Settings } from './settings.ts'
import type * as registry from './site-files.ts'

/**
 * Serves the files of the registry from the development server. They are made when they are asked
 * for, by modules that the server loads itself, so that an edit of the program shows in them too.
 */
export function devFiles(settings: Settings): AstroIntegration {
  return {
    name: 'dev-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const fileAt = async (address: string): Promise<registry.SiteFile | undefined> => {
          const module = await server.ssrLoadModule('/src/site/site-files.ts')
          return (module as typeof registry).siteFileAt(address, settings)
        }
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost')
          const send = async (): Promise<void> => {
            const file = await fileAt(decodeURI(pathname))
            if (file === undefined) {
              next()
              return
            }
            const bytes = Buffer.from(await file.bytes())
            response.setHeader('Content-Type', file.mediaType)
            response.end(bytes)
          }
          send().catch(next)
        })
      },
    },
  }
}
