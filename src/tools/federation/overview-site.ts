import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'astro'
import { csvText } from '#export/tables/csv.ts'
import { type Overview, overviewJson, rateCells } from './overview.ts'
import { ensureListed, filesBelow, isBundledAsset } from '#build/output/closed-list.ts'
import { withRelativeLinks } from '#build/relative-links.ts'

/** The file that identifies a folder as an overview. */
export const overviewFile = 'overview.json'
const page = 'index.html'
const ratesFile = 'rates.csv'
/** Static files of the project, such as icons and schemas. */
const publicFolder = 'public'

/**
 * Builds an overview into a folder: its page, the same data as JSON, and every rate as a table. It
 * reads none of this project's own data.
 *
 * @throws UnlistedFiles when the folder contains any other file
 */
export async function buildOverview(overview: Overview, outDir: string): Promise<void> {
  await build({
    configFile: false,
    srcDir: './src/tools/federation',
    publicDir: publicFolder,
    outDir,
    build: { format: 'file', assets: 'assets', inlineStylesheets: 'never' },
    devToolbar: { enabled: false },
    logLevel: 'warn',
    vite: {
      build: { cssTarget: 'chrome78', assetsInlineLimit: 0 },
      define: { __OVERVIEW__: JSON.stringify(overview) },
    },
  })
  const file = join(outDir, page)
  await writeFile(file, withRelativeLinks(await readFile(file, 'utf8'), page))
  await writeFile(join(outDir, overviewFile), overviewJson(overview))
  await writeFile(join(outDir, ratesFile), csvText(rateCells(overview.cities)))
  const listed = new Set([page, overviewFile, ratesFile, ...filesBelow(publicFolder)])
  ensureListed(outDir, (path) => listed.has(path) || isBundledAsset(path))
}
