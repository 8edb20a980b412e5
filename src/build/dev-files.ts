import type { AstroIntegration } from 'astro'
import type { ModelSource } from './model-source.ts'
import type * as registry from '#export/files.ts'

/**
 * Serves the files of the registry from the development server. Each is computed on request, by
 * modules that the server loads itself, so that edits of the program take effect in them too.
 */
export function devFiles(source: ModelSource): AstroIntegration {
  return {
    name: 'dev-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const fileAt = async (address: string): Promise<registry.SiteFile | undefined> => {
          const module = await server.ssrLoadModule('/src/export/files.ts')
          const { isFileAddress, siteFileAt } = module as typeof registry
          // The model is read for files of the registry only: data with errors must not block
          // styles and scripts.
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
