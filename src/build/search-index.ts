import * as pagefind from 'pagefind'
import { folderOf, type SearchShard, type SearchShards } from '#view/search/search-shards.ts'
import { searchContent } from './search-content.ts'

/** Of what Pagefind writes for a shard of the index. */
const neededOfShard = /^(pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*)$/
/** And for all shards once: its own interfaces stay out, the site brings one. */
const neededOnce = /^(pagefind(-worker)?\.js|wasm\..*)$/

/** So many pages are handed to the indexer at once; it works on them while the next are gathered. */
const batch = 32

/** A page as it is indexed. */
interface SearchedPage {
  readonly page: string
  readonly shard: SearchShard
  readonly content: string
}

/**
 * The search of the built pages. Each is indexed as it comes, in a process beside the build. The same
 * pages in the same order give the same bytes.
 */
export class SearchIndex {
  readonly #indexes: ReadonlyMap<SearchShard, pagefind.PagefindIndex>
  readonly #shardOf: SearchShards['shardOf']
  #gathered: SearchedPage[] = []
  #sent: Promise<unknown> = Promise.resolve()

  private constructor(
    indexes: ReadonlyMap<SearchShard, pagefind.PagefindIndex>,
    shardOf: SearchShards['shardOf'],
  ) {
    this.#indexes = indexes
    this.#shardOf = shardOf
  }

  /** Starts the indexer; null, after a word to `warn`, where the system has none. */
  static async begin(
    { shards, shardOf }: SearchShards,
    warn: (message: string) => void,
  ): Promise<SearchIndex | null> {
    try {
      const indexes = new Map<SearchShard, pagefind.PagefindIndex>()
      for (const shard of shards) {
        const { index, errors } = await pagefind.createIndex({
          forceLanguage: 'zh-cn',
          keepIndexUrl: true,
        })
        if (index === undefined) throw new Error(errors.join('\n'))
        indexes.set(shard, index)
      }
      return new SearchIndex(indexes, shardOf)
    } catch (error) {
      // Not every system has an indexer; the search page then shows its plain list.
      if (!(error instanceof Error && error.message.includes('not yet a supported'))) throw error
      warn('这台电脑的系统没有建立搜索的程序：搜索页只显示全部页面的清单，其余不受影响。')
      return null
    }
  }

  /**
   * Takes in a page; one that is not searched is passed over.
   *
   * @param page path of the page below the site's root: `units/caizheng.html`
   */
  async add(page: string, html: string): Promise<void> {
    const content = searchContent(html)
    if (content === null) return
    const shard = this.#shardOf(periodIn(content))
    this.#gathered.push({ page, shard, content })
    if (this.#gathered.length >= batch) await this.#send()
  }

  /** Hands over what is gathered, once the indexer is done with what it had. */
  async #send(): Promise<void> {
    await this.#sent
    const pages = this.#gathered
    this.#gathered = []
    this.#sent = Promise.all(pages.map((page) => this.#added(page)))
  }

  async #added({ page, shard, content }: SearchedPage): Promise<void> {
    const index = this.#indexes.get(shard)
    if (index === undefined) throw new Error(`${page} belongs to no shard of the search`)
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
      for (const [shard, index] of this.#indexes) {
        const { files, errors } = await index.getFiles()
        if (errors.length > 0) throw new Error(errors.join('\n'))
        for (const { path, content } of files)
          if (neededOfShard.test(path) || (shard === 'main' && neededOnce.test(path)))
            write(`pagefind/${folderOf(shard)}${path}`, content)
      }
    } finally {
      await pagefind.close()
    }
  }
}

const periodIn = (content: string): string | null =>
  /data-pagefind-filter="period\[content\]" content="([^"]*)"/.exec(content)?.[1] ?? null
