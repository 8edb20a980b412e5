import { fileURLToPath } from 'node:url'
import type { AstroIntegration, PathWithRoute, RouteData } from 'astro'
import { ensureListed, filesBelow, isBundledAsset } from '#output/closed-list.ts'
import { tell, workOn } from './build-events.ts'
import { finisher, isPage, makeFile, pathOf } from './made-files.ts'
import { SearchIndex } from './search-index.ts'
import { searchShards } from './search-shards.ts'
import type { Settings } from './settings.ts'
import { FolderWriter } from './written-files.ts'

/**
 * Makes every file of the site once Astro has prepared the programs, each while it is in memory:
 * rendered, finished, taken in by the search, written.
 */
export function builtPages(settings: Settings): AstroIntegration {
  let search: SearchIndex | null = null
  let outDir: URL
  let publicDir: URL
  /** Paths of the files that this build makes: pages, other files of programs, the search index. */
  const listed = new Set<string>()
  return {
    name: 'built-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = config.outDir
        publicDir = config.publicDir
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((inner) => ({
          ...inner,
          name: 'built-pages',
          async setup() {
            await inner.setup?.()
            search = await SearchIndex.begin(searchShards(), (message) => {
              logger.warn(message)
            })
          },
          /**
           * Makes the files here and leaves Astro none: its own way from an address to a file takes
           * as long as most of the pages themselves.
           */
          async getStaticPaths() {
            const paths = distinct(await inner.getStaticPaths())
            tell({ type: 'planned', files: paths.length })
            const finish = finisher(settings)
            const writer = new FolderWriter(fileURLToPath(outDir))
            for (const { path, route } of paths.toSorted((a, b) => turnOf(a) - turnOf(b))) {
              const work = workOn(path)
              tell({ type: 'work', work })
              const file = await makeFile(path, route, finish, async (request) => {
                const rendered = await inner.render(request, { routeData: route })
                return rendered instanceof Response ? rendered : rendered.response
              })
              listed.add(path)
              writer.write(path, file.bytes)
              if (file.html !== null && search !== null) {
                tell({ type: 'work', work: 'search' })
                await search.add(path, file.html)
                tell({ type: 'work', work })
              }
              tell({ type: 'file', path, work, bytes: file.bytes.length })
            }
            return []
          },
        }))
      },
      'astro:build:done': async ({ dir }) => {
        tell({ type: 'work', work: 'search' })
        const writer = new FolderWriter(fileURLToPath(dir))
        await search?.write((path, bytes) => {
          listed.add(path)
          writer.write(path, bytes)
        })
        for (const path of filesBelow(fileURLToPath(publicDir))) listed.add(path)
        ensureListed(fileURLToPath(dir), (path) => listed.has(path) || isBundledAsset(path))
      },
    },
  }
}

interface Planned {
  readonly path: string
  readonly route: RouteData
}

/**
 * Pages tell how large files are, and the packages and the catalogue of tables what is in them: made
 * after these, they need not have them made twice, or held in memory until it is their turn.
 */
function turnOf({ path, route }: Planned): number {
  if (isPage(route)) return 2
  return /\/(datapackage\.json|catalogue\.jsonld)$/.test(path) ? 1 : 0
}

/** The files to be made, by their paths; throws where two programs would make the same one. */
function distinct(paths: readonly PathWithRoute[]): Planned[] {
  const planned = new Map<string, Planned>()
  for (const { pathname, route } of paths) {
    const path = pathOf(pathname, route)
    const other = planned.get(path)
    if (other !== undefined)
      throw new Error(`${path}: both ${other.route.component} and ${route.component} make it`)
    planned.set(path, { path, route })
  }
  return [...planned.values()]
}
