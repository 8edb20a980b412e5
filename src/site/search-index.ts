import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import * as pagefind from 'pagefind'

/** Of what Pagefind writes: its own interfaces stay out, the site brings one. */
const needed =
  /^(pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*|wasm\..*)$/

/**
 * Indexes the built pages for the search, into `pagefind/`. Only what is marked with
 * `data-pagefind-body` is found. The same pages give the same bytes.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        try {
          for (const { path, content } of await indexed(root)) {
            if (!needed.test(path)) continue
            const file = join(root, 'pagefind', path)
            await mkdir(dirname(file), { recursive: true })
            await writeFile(file, content)
          }
        } catch (error) {
          // Not every system has an indexer; the search page then shows its plain list.
          if (!(error instanceof Error && error.message.includes('not yet a supported')))
            throw error
          logger.warn(
            '这台电脑的系统没有建立搜索的程序：搜索页只显示全部页面的清单，其余不受影响。',
          )
        }
      },
    },
  }
}

async function indexed(root: string): Promise<pagefind.IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: 'zh-cn',
    keepIndexUrl: true,
  })
  if (index === undefined) throw new Error(errors.join('\n'))
  try {
    const pages = await pagesIn(root)
    const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)))
    const result = await index.getFiles()
    const failed = [...added, result].flatMap((answer) => answer.errors)
    if (failed.length > 0) throw new Error(failed.join('\n'))
    return result.files
  } finally {
    await pagefind.close()
  }
}

/** The built pages in the order of their paths. */
async function pagesIn(root: string): Promise<pagefind.HTMLFile[]> {
  const paths = (await readdir(root, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      sourcePath: path,
      content: await readFile(join(root, path), 'utf8'),
    })),
  )
}
