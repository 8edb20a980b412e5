import type { AstroIntegration } from 'astro'
import { tell, workOn } from './build-events.ts'
import { withMarkedLinks } from './external-links.ts'
import { withRelativeLinks } from './relative-links.ts'
import { SearchIndex } from './search-index.ts'
import type { Settings } from './settings.ts'

/**
 * What becomes of each page between its rendering and its file: internal addresses are made
 * relative, links to other hosts marked, and the search takes it in. Each page is handled once, while it is in memory.
 */
export function builtPages({ siteUrl }: Pick<Settings, 'siteUrl'>): AstroIntegration {
  const ownHost = siteUrl === undefined ? undefined : new URL(siteUrl).hostname
  let search: SearchIndex | null = null
  return {
    name: 'built-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((inner) => ({
          ...inner,
          name: 'built-pages',
          async setup() {
            await inner.setup?.()
            search = await SearchIndex.begin((message) => {
              logger.warn(message)
            })
          },
          async getStaticPaths() {
            const paths = await inner.getStaticPaths()
            tell({ type: 'planned', files: paths.length })
            // Pages tell how large files are: made first, files need not be made twice or be kept.
            return paths.toSorted((a, b) => Number(isPage(a.route)) - Number(isPage(b.route)))
          },
          async render(request, options) {
            const path = pathOf(request.url)
            const work = workOn(path)
            tell({ type: 'work', work })
            const rendered = await inner.render(request, options)
            const response = rendered instanceof Response ? rendered : rendered.response
            const body = await response.arrayBuffer()
            if (!isPage(options.routeData)) {
              tell({ type: 'file', path, work, bytes: body.byteLength })
              return new Response(body, response)
            }
            const marked = withMarkedLinks(Buffer.from(body).toString(), ownHost)
            const html = withRelativeLinks(marked, path)
            if (search?.add(path, html) === true) {
              tell({ type: 'work', work: 'search' })
              await search.send()
              tell({ type: 'work', work })
            }
            const bytes = Buffer.from(html)
            tell({ type: 'file', path, work, bytes: bytes.length })
            return new Response(bytes, response)
          },
        }))
      },
      'astro:build:done': async ({ dir }) => {
        tell({ type: 'work', work: 'search' })
        await search?.write(dir)
      },
    },
  }
}

const isPage = ({ type }: { readonly type: string }): boolean => type === 'page'

/** The path of a file below the site's root: `units/caizheng.html`. */
const pathOf = (url: string): string => decodeURI(new URL(url).pathname).replace(/^\//, '')
