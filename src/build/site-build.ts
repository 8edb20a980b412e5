import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { ensureListed, filesBelow, isBundledAsset } from './output/closed-list.ts'
import { LinkedFiles } from './output/linked-files.ts'
import { type BuildProgress, silent, type Work } from './build-progress.ts'
import { ConcurrentTasks } from './concurrent-tasks.ts'
import { PageSequence } from './page-sequence.ts'
import { SearchIndex } from './search-index.ts'
import { sharedFunction } from './shared-function.ts'
import type { Model } from '#model/model.ts'
import { pagesOfFile } from '#view/routes.ts'
import { searchShards } from '#view/search/search-shards.ts'
import { externalModules } from './external-modules.ts'
import type { ModelSource } from './model-source.ts'
import { ComputeThread } from '#export/compute-thread.ts'
import { type Phase, type SiteFile, siteFiles } from '#export/files.ts'
import { threadSeconds } from '#export/thread-seconds.ts'
import { pagePath } from './published-html.ts'
import { FolderWriter } from './written-files.ts'

/** Whether a file is made from the complete site: an archive, or the PDF of a document. */
const isDerived = ({ isArchived, hasPdfs }: Model, path: string): boolean =>
  (isArchived && path.startsWith('archives/')) || (hasPdfs && path.endsWith('.pdf'))

/** How many files may be begun and not yet written, while another thread computes parts of them. */
const maxBegun = 32

/**
 * How many pages are sent to the indexer at once. Each time, two clocks are read to tell the search
 * from the pages, which takes as long as sending a page.
 */
const pagesAtOnce = 32

/**
 * The room `build/` reads the settings and the model, writes the files that are no pages, and replaces
 * the output. Start here: this is the Astro integration that completes a build. The registry's files
 * are written before, beside and after the pages, and each rendered page is added to the search index. A file
 * that neither Astro nor the registry lists fails the build.
 */
export function siteBuild(source: ModelSource, progress: BuildProgress = silent): AstroIntegration {
  let outDir = ''
  let publicDir = ''
  /** Files below `src/pages`, in the order in which Astro renders their pages. */
  let pageFiles: string[] = []
  /** The files that are written before the pages; settled when all of them are. */
  let firstFiles: Promise<void> | null = null
  /** The files that are written while pages are rendered. */
  let filesBesidePages: Promise<void> | null = null
  /** The pages that are rendered, while a site is built. */
  let pages: PageSequence | null = null
  let search: SearchIndex | null = null
  /** Rendered pages that the indexer does not have yet. */
  const unsent: { readonly page: string; readonly html: string }[] = []
  /** Paths of the files of the site: pages, files of the registry, the search index. */
  const listed = new Set<string>()
  const linked = new LinkedFiles()
  const write = (writer: FolderWriter, path: string, bytes: Uint8Array): void => {
    listed.add(path)
    writer.write(path, bytes)
  }

  /** @param meanwhile what this thread does between the files, where it does not wait for them */
  async function writeFiles(phases: readonly Phase[], meanwhile?: Work): Promise<void> {
    const writer = new FolderWriter(outDir)
    const thread = new ComputeThread()
    const groups = await Promise.all(phases.map((phase) => siteFiles(source.get(), phase, thread)))
    const files = groups.flat()
    if (meanwhile === undefined) progress.plan(files.length)
    /** Processor time of the files that are written beside other work. */
    const seconds = new Map<Work, number>()
    const count = (work: Work, more: number) => seconds.set(work, (seconds.get(work) ?? 0) + more)
    const counted = <T>(work: Work, run: () => T): T => {
      if (meanwhile === undefined) {
        progress.enter(work)
        return run()
      }
      const start = threadSeconds()
      const result = run()
      count(work, threadSeconds() - start)
      return result
    }
    const writeFile = async ({ address, work, bytes: compute }: SiteFile): Promise<void> => {
      const path = address.slice(1)
      const content = await compute()
      counted(work, () => {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content
        write(writer, path, bytes)
        progress.written({ path, work, bytes: bytes.length })
      })
    }
    const tasks = new ConcurrentTasks(maxBegun)
    try {
      for (const file of files) {
        // Only between turns of the event loop, the thread's answers arrive and native memory, such
        // as that of charts, is freed.
        await setImmediate()
        await counted(file.work, () => tasks.add(() => writeFile(file)))
      }
      await tasks.end()
      if (meanwhile === undefined) return
      count('pictures', thread.secondsDrawn)
      // Of the files beside pages, workbooks alone are compressed.
      count('workbooks', thread.secondsCompressed)
      for (const [to, cpu] of seconds) if (cpu > 0) progress.moveTime({ from: meanwhile, to, cpu })
    } finally {
      await thread.end()
    }
  }

  async function sendPages(): Promise<void> {
    progress.enter('search')
    const sent = unsent.splice(0).map(({ page, html }) => search?.add(page, html))
    // Other pages are rendered while the indexer is waited for.
    progress.enter('pages')
    await Promise.all(sent)
  }

  async function pageRendered(
    path: string,
    html: string,
    bytes: number,
    targets: ReadonlySet<string>,
  ): Promise<void> {
    listed.add(path)
    linked.add(path, targets)
    progress.written({ path, work: 'pages', bytes })
    if (filesBesidePages === null) {
      filesBesidePages = writeFiles(['beside pages'], 'pages')
      // An error is thrown where the files are awaited.
      filesBesidePages.catch(() => undefined)
    }
    await pages?.add(path, html)
  }

  return {
    name: 'site-build',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const isBuild = command === 'build'
        const receive = isBuild ? pageRendered : () => Promise.resolve()
        updateConfig({
          vite: { plugins: [sharedFunction('virtual:page-rendered', 'pageRendered', receive)] },
        })
        if (!isBuild) return
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'bundling-ends',
                // The last thing that is bundled; Astro renders the pages next. They say how large
                // the files are that they link.
                async closeBundle() {
                  if (this.environment.name !== 'client') return
                  await firstFiles
                  progress.enter('pages')
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
      'astro:routes:resolved': ({ routes }) => {
        pageFiles = routes.map(({ entrypoint }) => entrypoint.replace(/^.*\bsrc\/pages\//, ''))
      },
      // The output is empty by now, and no page is rendered yet.
      'astro:build:setup': async ({ updateConfig, logger }) => {
        updateConfig({
          environments: { prerender: { build: { rolldownOptions: externalModules } } },
        })
        if (firstFiles !== null) return
        // The bundler's threads bundle the program while the files are computed in this one.
        firstFiles = writeFiles(['before packages', 'before pages']).then(() => {
          progress.enter('bundling')
        })
        // An error is thrown where the files are awaited.
        firstFiles.catch(() => undefined)
        const model = source.get()
        const order = pageFiles
          .flatMap((file) => pagesOfFile(model, file))
          .map(({ href }) => pagePath(href))
        // The indexer is a separate process, which works while pages are rendered.
        search = await SearchIndex.begin(searchShards(model), (message) => {
          logger.warn(message)
        })
        pages = new PageSequence(order, async (page, html) => {
          unsent.push({ page, html })
          if (unsent.length >= pagesAtOnce) await sendPages()
        })
      },
      'astro:build:done': async () => {
        try {
          pages?.end()
          await sendPages()
          // The indexer completes the index while the last files are written.
          const index = search?.files() ?? Promise.resolve([])
          index.catch(() => undefined)
          await filesBesidePages
          await writeFiles(['after pages'])
          progress.enter('search')
          const writer = new FolderWriter(outDir)
          for (const { path, content } of await index) write(writer, path, content)
        } finally {
          await search?.end()
        }
        for (const path of filesBelow(publicDir)) listed.add(path)
        ensureListed(outDir, (path) => listed.has(path) || isBundledAsset(path))
        linked.ensureExisting(
          (path) => listed.has(path) || isBundledAsset(path) || isDerived(source.get(), path),
        )
      },
    },
  }
}
