import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as pagefind from 'pagefind'
import { writerInto } from './written-files.ts'

/** Of what Pagefind writes: its own interfaces stay out, the site brings one. */
const needed =
  /^(pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*|wasm\..*)$/

/** Only a page with this mark is found. */
const mark = 'data-pagefind-body'

/** So many pages are handed to the indexer at once; it works on them while the next are gathered. */
const batch = 32

/**
 * The search of the built pages. Each is indexed as it comes, in a process beside the build. The same
 * pages in the same order give the same bytes.
 */
export class SearchIndex {
  readonly #index: pagefind.PagefindIndex
  #gathered: { readonly page: string; readonly content: string }[] = []
  #sent: Promise<unknown> = Promise.resolve()

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

  /**
   * Gathers a page. Whether enough are gathered to be handed over.
   *
   * @param page path of the page below the site's root: `units/caizheng.html`
   */
  add(page: string, html: string): boolean {
    const content = searchedPart(html)
    if (content !== null) this.#gathered.push({ page, content })
    return this.#gathered.length >= batch
  }

  /** Hands over what is gathered, once the indexer is done with what it had. */
  async send(): Promise<void> {
    await this.#sent
    const pages = this.#gathered
    this.#gathered = []
    this.#sent = Promise.all(pages.map(({ page, content }) => this.#added(page, content)))
  }

  async #added(sourcePath: string, content: string): Promise<void> {
    const { errors } = await this.#index.addHTMLFile({ sourcePath, content })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }

  /**
   * Writes the index into `pagefind/` of a folder and ends the indexer. The indexer does not write it
   * itself: on a full disk it would end without a word.
   */
  async write(folder: URL): Promise<void> {
    try {
      await this.send()
      await this.#sent
      const { files, errors } = await this.#index.getFiles()
      if (errors.length > 0) throw new Error(errors.join('\n'))
      const write = writerInto(join(fileURLToPath(folder), 'pagefind'))
      for (const { path, content } of files) if (needed.test(path)) write(path, content)
    } finally {
      await pagefind.close()
    }
  }
}

/**
 * Of a page, what the indexer reads: the marks in its head and what is searched, without drawings.
 * Null for a page that is not searched.
 */
function searchedPart(html: string): string | null {
  const start = html.indexOf('<main')
  const end = html.indexOf('</main>', start)
  const opening = html.slice(start, html.indexOf('>', start))
  if (start < 0 || !opening.includes(mark)) return null
  const head = html.slice(0, start).match(/<title>[^<]*<\/title>|<meta [^>]*data-pagefind-[^>]*>/g)
  const main = html.slice(start, end).replace(/<svg[^]*?<\/svg>/g, '')
  return `<!doctype html><html><head>${head?.join('') ?? ''}</head><body>${main}</main></body></html>`
}
