import * as pagefind from 'pagefind'
import { folderOf, type SearchShard, type SearchShards } from '#view/search/search-shards.ts'
import { searchContent } from './search-content.ts'

/** The files of Pagefind's output that every shard needs. */
const neededOfShard = /^(pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*)$/
/**
 * The files that all shards share. Pagefind's own user interfaces are left out: the site has one.
 */
const neededOnce = /^(pagefind(-worker)?\.js|wasm\..*)$/

/**
 * How many pages are sent to the indexer at once; it works on them while the next are collected.
 */
const batch = 32

/** A page as it is indexed. */
interface SearchedPage {
  readonly page: string
  readonly shard: SearchShard
  readonly content: string
}

/**
 * The search index of the built pages. The indexer is a separate process, which works while the build
 * goes on. The same pages in the same order give the same bytes.
 */
export class SearchIndex {
  readonly #indexes: ReadonlyMap<SearchShard, pagefind.PagefindIndex>
  readonly #shardOf: SearchShards['shardOf']

  private constructor(
    indexes: ReadonlyMap<SearchShard, pagefind.PagefindIndex>,
    shardOf: SearchShards['shardOf'],
  ) {
    this.#indexes = indexes
    this.#shardOf = shardOf
  }

  /** Starts the indexer; null, after a warning, when there is no indexer for this system. */
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
   * Adds pages; a page that is not searched is ignored.
   *
   * @param pages paths of the pages below the site's root, such as `units/caizheng.html`
   * @param read reads the HTML of a page
   */
  async addAll(pages: readonly string[], read: (page: string) => string): Promise<void> {
    let sent: Promise<unknown> = Promise.resolve()
    for (let start = 0; start < pages.length; start += batch) {
      const next = pages
        .slice(start, start + batch)
        .flatMap((page) => this.#searched(page, read(page)))
      // Only two batches are in memory: the one that the indexer works on, and the next.
      await sent
      sent = Promise.all(next.map((page) => this.#add(page)))
    }
    await sent
  }

  #searched(page: string, html: string): SearchedPage[] {
    const content = searchContent(html)
    return content === null ? [] : [{ page, shard: this.#shardOf(periodIn(content)), content }]
  }

  async #add({ page, shard, content }: SearchedPage): Promise<void> {
    const index = this.#indexes.get(shard)
    if (index === undefined) throw new Error(`${page} belongs to no shard of the search`)
    const { errors } = await index.addHTMLFile({ sourcePath: page, content })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }

  /**
   * Writes the index, by paths below the site's root. The indexer does not write the files itself,
   * because it ends without an error when the disk is full.
   */
  async write(write: (path: string, bytes: Uint8Array) => unknown): Promise<void> {
    for (const [shard, index] of this.#indexes) {
      const { files, errors } = await index.getFiles()
      if (errors.length > 0) throw new Error(errors.join('\n'))
      for (const { path, content } of files)
        if (neededOfShard.test(path) || (shard === 'main' && neededOnce.test(path)))
          write(`pagefind/${folderOf(shard)}${path}`, content)
    }
  }

  /** Stops the indexer. */
  async end(): Promise<void> {
    await pagefind.close()
  }
}

const periodIn = (content: string): string | null =>
  /data-pagefind-filter="period\[content\]" content="([^"]*)"/.exec(content)?.[1] ?? null
