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
import { type Phase, siteFiles } from '#export/files.ts'
import { FolderWriter } from './written-files.ts'

/**
 * The Astro integration that completes a build; open this file of the room first. The room around it
 * reads the settings and the model, writes the files that are no pages, and replaces the output.
 * Here the registry's files are written before and after the pages, and the search index is built
 * from the rendered pages. A file that neither Astro nor the registry lists fails the build.
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
      // Native memory, such as that of pictures, is freed only between turns of the event loop.
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
        const paths = pages.map(({ pathname }) => fileOf(pathname)).sort()
        const readPage = (path: string): string => {
          const bytes = readFileSync(join(outDir, path))
          listed.add(path)
          progress.written({ path, work: 'pages', bytes: bytes.length })
          return bytes.toString()
        }
        const search = await SearchIndex.begin(searchShards(source.get()), (message) => {
          logger.warn(message)
        })
        try {
          // The indexer is a separate process, which works while the other files are written.
          const writing = writeFiles(['after pages'])
          await Promise.all([search?.addAll(paths, readPage) ?? paths.forEach(readPage), writing])
          progress.enter('search')
          const writer = new FolderWriter(outDir)
          await search?.write((path, bytes) => {
            write(writer, path, bytes)
          })
        } finally {
          await search?.end()
        }
        for (const path of filesBelow(publicDir)) listed.add(path)
        ensureListed(outDir, (path) => listed.has(path) || isBundledAsset(path))
      },
    },
  }
}

/** The file of a page below the site's root, by its pathname: `index.html` for the home page. */
const fileOf = (pathname: string): string => `${pathname.replace(/\/$/, '') || 'index'}.html`
