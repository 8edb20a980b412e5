import { fileURLToPath } from 'node:url'
import type { AstroIntegration, HookParameters } from 'astro'
import { tell, workOn } from './build-events.ts'
import { reads, siteSnapshot } from './data.ts'
import { withMarkedLinks } from './external-links.ts'
import { BuildKeeper, entryOf, keptFolder, keyOf } from './kept-build.ts'
import { withRelativeLinks } from './relative-links.ts'
import { SearchIndex } from './search-index.ts'
import type { Settings } from './settings.ts'

/**
 * What becomes of each page between its rendering and its file: internal addresses are made
 * relative, links to other hosts marked, and the search takes it in. Each page is handled once, while
 * it is in memory. A build is kept with what each file read, so that the next one need not make all.
 */
export function builtPages(settings: Settings): AstroIntegration {
  const ended = finisher(settings)
  let search: SearchIndex | null = null
  let keeper: BuildKeeper | null = null
  let entry: string | null = null
  let pages: HookParameters<'astro:build:setup'>['pages'] = new Map()
  let outDir: URL
  return {
    name: 'built-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = config.outDir
      },
      'astro:build:setup': (build) => {
        pages = build.pages
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((inner) => ({
          ...inner,
          name: 'built-pages',
          async setup() {
            await inner.setup?.()
            const program = fileURLToPath(new URL('.prerender', outDir))
            entry = entryOf(program)
            if (entry !== null) {
              keeper = new BuildKeeper(keptFolder(settings))
              keeper.keepProgram(program)
            }
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
            const { made, reads: read } = await reads.by(async () => {
              const rendered = await inner.render(request, options)
              const response = rendered instanceof Response ? rendered : rendered.response
              return { response, body: Buffer.from(await response.arrayBuffer()) }
            })
            const { type, component, route } = options.routeData
            const bytes = isPage({ type }) ? ended(path, made.body) : made.body
            keeper?.add(path, bytes, { url: request.url, component, route, reads: read })
            if (isPage({ type }) && search?.add(path, bytes.toString()) === true) {
              tell({ type: 'work', work: 'search' })
              await search.send()
              tell({ type: 'work', work })
            }
            tell({ type: 'file', path, work, bytes: bytes.length })
            return new Response(Uint8Array.from(bytes), made.response)
          },
        }))
      },
      'astro:build:done': async ({ dir }) => {
        tell({ type: 'work', work: 'search' })
        await search?.write(dir)
        tell({ type: 'work', work: 'keeping' })
        if (keeper === null || entry === null) return
        keeper.addOthers(fileURLToPath(dir))
        const styles = [...pages].map(([key, page]) => [key, page.styles] as const)
        keeper.finish(reads, { key: keyOf(settings), snapshot: siteSnapshot(), styles, entry })
      },
    },
  }
}

/** Gives a rendered page the form in which it is published. */
export function finisher({
  siteUrl,
}: Pick<Settings, 'siteUrl'>): (path: string, body: Buffer) => Buffer {
  const ownHost = siteUrl === undefined ? undefined : new URL(siteUrl).hostname
  return (path, body) =>
    Buffer.from(withRelativeLinks(withMarkedLinks(body.toString(), ownHost), path))
}

const isPage = ({ type }: { readonly type: string }): boolean => type === 'page'

/** The path of a file below the site's root: `units/caizheng.html`. */
const pathOf = (url: string): string => decodeURI(new URL(url).pathname).replace(/^\//, '')
