import type { AstroIntegration } from 'astro'
import type { ModelSource } from './model-source.ts'
import type * as registry from './site-files.ts'

/**
 * Serves the files of the registry from the development server. They are made when they are asked
 * for, by modules that the server loads itself, so that an edit of the program shows in them too.
 */
export function devFiles(source: ModelSource): AstroIntegration {
  return {
    name: 'dev-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const fileAt = async (address: string): Promise<registry.SiteFile | undefined> => {
          const module = await server.ssrLoadModule('/src/build/site-files.ts')
          const { isFileAddress, siteFileAt } = module as typeof registry
          // Data with errors must not keep the server from sending anything else.
          return isFileAddress(address) ? siteFileAt(source.get(), address) : undefined
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
