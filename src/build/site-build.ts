import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { ensureListed, filesBelow, isBundledAsset } from './output/closed-list.ts'
import { type BuildProgress, silent } from './build-progress.ts'
import { SearchIndex } from './search-index.ts'
import { searchShards } from '#view/search/search-shards.ts'
import { externalModules } from './external-modules.ts'
import type { ModelSource } from './model-source.ts'
import { type Phase, siteFiles } from './site-files.ts'
import { FolderWriter } from './written-files.ts'

/**
 * Builds what Astro does not: the files of the registry, before and after the pages, and the search,
 * from the pages as Astro has written them. A file that neither Astro nor the registry lists fails
 * the build.
 */
export function siteBuild(source: ModelSource, progress: BuildProgress = silent): AstroIntegration {
  let outDir = ''
  let publicDir = ''
  let hasFiles = false
  /** Paths of the files of the site: pages, files of the registry, the search index. */
  const listed = new Set<string>()
  const write = (writer: FolderWriter, path: string, bytes: Uint8Array): void => {
    listed.add(path)
    writer.write(path, bytes)
  }

  async function writeFiles(phases: readonly Phase[]): Promise<void> {
    const writer = new FolderWriter(outDir)
    const groups = await Promise.all(phases.map((phase) => siteFiles(source.get(), phase)))
    const files = groups.flat()
    progress.plan(files.length)
    for (const { address, work, bytes } of files) {
      progress.enter(work)
      // Memory outside the heap, such as that of pictures, is freed between turns of the event loop only.
      await setImmediate()
      const path = address.slice(1)
      const content = Buffer.from(await bytes())
      write(writer, path, content)
      progress.written({ path, work, bytes: content.length })
    }
  }

  return {
    name: 'site-build',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'bundling-ends',
                // The last thing that is bundled; Astro renders the pages next.
                closeBundle() {
                  if (this.environment.name === 'client') progress.enter('pages')
                },
              },
            ],
          },
        })
      },
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir)
        publicDir = fileURLToPath(config.publicDir)
      },
      // The output is empty by now, and no page is rendered yet.
      'astro:build:setup': async ({ updateConfig }) => {
        updateConfig({
          environments: { prerender: { build: { rolldownOptions: externalModules } } },
        })
        if (hasFiles) return
        hasFiles = true
        await writeFiles(['before packages', 'before pages'])
        progress.enter('bundling')
      },
      'astro:build:done': async ({ pages, logger }) => {
        const search = await SearchIndex.begin(searchShards(source.get()), (message) => {
          logger.warn(message)
        })
        progress.enter('search')
        for (const page of pages.map(({ pathname }) => fileOf(pathname)).sort()) {
          const bytes = readFileSync(join(outDir, page))
          listed.add(page)
          progress.written({ path: page, work: 'pages', bytes: bytes.length })
          await search?.add(page, bytes.toString())
        }
        // The indexer is a process of its own: it works on while these files are made.
        await writeFiles(['after pages'])
        progress.enter('search')
        const writer = new FolderWriter(outDir)
        await search?.write((path, bytes) => {
          write(writer, path, bytes)
        })
        for (const path of filesBelow(publicDir)) listed.add(path)
        ensureListed(outDir, (path) => listed.has(path) || isBundledAsset(path))
      },
    },
  }
}

/** The file of a page below the site's root, by its pathname: `index.html` for the home page. */
const fileOf = (pathname: string): string => `${pathname.replace(/\/$/, '') || 'index'}.html`
