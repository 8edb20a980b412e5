import * as pagefind from 'pagefind'
import { folderOf, type SearchPart, type SearchParts } from './search-parts.ts'
import { searchedPart } from './searched-part.ts'

/** Of what Pagefind writes for a part of the index. */
const neededOfPart = /^(pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*)$/
/** And for all parts once: its own interfaces stay out, the site brings one. */
const neededOnce = /^(pagefind(-worker)?\.js|wasm\..*)$/

/** So many pages are handed to the indexer at once; it works on them while the next are gathered. */
const batch = 32

/** A page as it is indexed. */
interface SearchedPage {
  readonly page: string
  readonly part: SearchPart
  readonly content: string
}

/**
 * The search of the built pages. Each is indexed as it comes, in a process beside the build. The same
 * pages in the same order give the same bytes.
 */
export class SearchIndex {
  readonly #indexes: ReadonlyMap<SearchPart, pagefind.PagefindIndex>
  readonly #partOf: SearchParts['partOf']
  #gathered: SearchedPage[] = []
  #sent: Promise<unknown> = Promise.resolve()

  private constructor(
    indexes: ReadonlyMap<SearchPart, pagefind.PagefindIndex>,
    partOf: SearchParts['partOf'],
  ) {
    this.#indexes = indexes
    this.#partOf = partOf
  }

  /** Starts the indexer for some parts; null, after a word to `warn`, where the system has none. */
  static async begin(
    { parts, partOf }: SearchParts,
    warn: (message: string) => void,
  ): Promise<SearchIndex | null> {
    try {
      const indexes = new Map<SearchPart, pagefind.PagefindIndex>()
      for (const part of parts) {
        const { index, errors } = await pagefind.createIndex({
          forceLanguage: 'zh-cn',
          keepIndexUrl: true,
        })
        if (index === undefined) throw new Error(errors.join('\n'))
        indexes.set(part, index)
      }
      return new SearchIndex(indexes, partOf)
    } catch (error) {
      // Not every system has an indexer; the search page then shows its plain list.
      if (!(error instanceof Error && error.message.includes('not yet a supported'))) throw error
      warn('这台电脑的系统没有建立搜索的程序：搜索页只显示全部页面的清单，其余不受影响。')
      return null
    }
  }

  /**
   * Takes in a page. Its part; null when it is not searched.
   *
   * @param page path of the page below the site's root: `units/caizheng.html`
   */
  async add(page: string, html: string): Promise<SearchPart | null> {
    const content = searchedPart(html)
    if (content === null) return null
    const part = this.#partOf(periodIn(content))
    this.#gathered.push({ page, part, content })
    if (this.#gathered.length >= batch) await this.#send()
    return part
  }

  /** Hands over what is gathered, once the indexer is done with what it had. */
  async #send(): Promise<void> {
    await this.#sent
    const pages = this.#gathered
    this.#gathered = []
    this.#sent = Promise.all(pages.map((page) => this.#added(page)))
  }

  async #added({ page, part, content }: SearchedPage): Promise<void> {
    const index = this.#indexes.get(part)
    if (index === undefined) throw new Error(`${page} is of another part of the search than it was`)
    const { errors } = await index.addHTMLFile({ sourcePath: page, content })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }

  /**
   * Writes the index, by paths below the site's root, and ends the indexer. The indexer does not write
   * it itself: on a full disk it would end without a word.
   */
  async write(write: (path: string, bytes: Uint8Array) => unknown): Promise<void> {
    try {
      await this.#send()
      await this.#sent
      for (const [part, index] of this.#indexes) {
        const { files, errors } = await index.getFiles()
        if (errors.length > 0) throw new Error(errors.join('\n'))
        for (const { path, content } of files)
          if (neededOfPart.test(path) || (part === 'standing' && neededOnce.test(path)))
            write(`pagefind/${folderOf(part)}${path}`, content)
      }
    } finally {
      await pagefind.close()
    }
  }
}

const periodIn = (content: string): string | null =>
  /data-pagefind-filter="period\[content\]" content="([^"]*)"/.exec(content)?.[1] ?? null
