import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as pagefind from 'pagefind'

/** Of what Pagefind writes: its own interfaces stay out, the site brings one. */
const needed =
  /^(pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*|wasm\..*)$/

/** Only a page with this mark is found. */
const mark = 'data-pagefind-body'

/** So many pages wait for the indexer at most: it works beside the build and may fall behind. */
const mostWaiting = 32

/**
 * The search of the built pages. Each is indexed as it comes, in a process beside the build. The same
 * pages in the same order give the same bytes.
 */
export class SearchIndex {
  readonly #index: pagefind.PagefindIndex
  readonly #waiting: Promise<void>[] = []

  private constructor(index: pagefind.PagefindIndex) {
    this.#index = index
  }

  /** Starts the indexer; null, after a word to `warn`, where the system has none. */
  static async begin(warn: (message: string) => void): Promise<SearchIndex | null> {
    try {
      const { index, errors } = await pagefind.createIndex({
        forceLanguage: 'zh-cn',
        keepIndexUrl: true,
      })
      if (index === undefined) throw new Error(errors.join('\n'))
      return new SearchIndex(index)
    } catch (error) {
      // Not every system has an indexer; the search page then shows its plain list.
      if (!(error instanceof Error && error.message.includes('not yet a supported'))) throw error
      warn('这台电脑的系统没有建立搜索的程序：搜索页只显示全部页面的清单，其余不受影响。')
      return null
    }
  }

  /** @param page path of the page below the site's root: `units/caizheng.html` */
  async add(page: string, html: string): Promise<void> {
    if (!html.includes(mark)) return
    this.#waiting.push(this.#added(page, html))
    if (this.#waiting.length >= mostWaiting) await this.#waiting.shift()
  }

  async #added(sourcePath: string, content: string): Promise<void> {
    const { errors } = await this.#index.addHTMLFile({ sourcePath, content })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }

  /** Writes the index into `pagefind/` of a folder and ends the indexer. */
  async write(folder: URL): Promise<void> {
    try {
      await Promise.all(this.#waiting)
      const { files, errors } = await this.#index.getFiles()
      if (errors.length > 0) throw new Error(errors.join('\n'))
      for (const { path, content } of files) {
        if (!needed.test(path)) continue
        const file = join(fileURLToPath(folder), 'pagefind', path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, content)
      }
    } finally {
      await pagefind.close()
    }
  }
}
