import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'astro'
import type { Overview } from '#federation/overview.ts'
import { withRelativeLinks } from '#site/relative-links.ts'

/** Builds the pages of an overview into a folder. */
export async function buildOverview(overview: Overview, outDir: string): Promise<void> {
  await build({
    configFile: false,
    srcDir: './src/overview',
    outDir,
    build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    logLevel: 'warn',
    vite: {
      build: { cssTarget: 'chrome78', assetsInlineLimit: 0 },
      define: { __OVERVIEW__: JSON.stringify(overview) },
    },
  })
  const page = join(outDir, 'index.html')
  await writeFile(page, withRelativeLinks(await readFile(page, 'utf8'), 'index.html'))
}
