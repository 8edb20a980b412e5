import * as pagefind from 'pagefind'
import { folderOf, type SearchShard, type SearchShards } from '#view/search/search-shards.ts'
import { searchContent } from './search-content.ts'

/** The files of Pagefind's output that every shard needs. */
const neededOfShard = /^(pagefind-entry\.json|.*\.pf_\w+|(fragment|index|filter)\/.*)$/
/**
 * The files that all shards share. Pagefind's own user interfaces are left out: the site has one.
 */
const neededOnce = /^(pagefind(-worker)?\.js|wasm\..*)$/

/** How many pages are sent to the indexer before the build waits for it. */
const maxPending = 64

/**
 * The search index of the built pages. The indexer is a separate process, which works while the build
 * goes on. The same pages in the same order give the same bytes.
 */
export class SearchIndex {
  readonly #indexes: ReadonlyMap<SearchShard, pagefind.PagefindIndex>
  readonly #shardOf: SearchShards['shardOf']
  readonly #pending: Promise<void>[] = []

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
   * Adds a page; a page that is not searched is ignored. The promise is pending while the indexer
   * has many pages to do.
   *
   * @param page path below the site's root, such as `units/caizheng.html`
   */
  async add(page: string, html: string): Promise<void> {
    const content = searchContent(html)
    if (content === null) return
    const sent = this.#send(page, content)
    // The error is thrown where the promise is awaited: here, or by `files`.
    sent.catch(() => undefined)
    this.#pending.push(sent)
    if (this.#pending.length > maxPending) await this.#pending.shift()
  }

  async #send(page: string, content: string): Promise<void> {
    const index = this.#indexes.get(this.#shardOf(periodIn(content)))
    if (index === undefined) throw new Error(`${page} belongs to no shard of the search`)
    const { errors } = await index.addHTMLFile({ sourcePath: page, content })
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }

  /**
   * The files of the completed index, by paths below the site's root. The indexer does not write
   * them itself, because it ends without an error when the disk is full.
   */
  async files(): Promise<{ readonly path: string; readonly content: Uint8Array }[]> {
    await Promise.all(this.#pending)
    const found = await Promise.all(
      [...this.#indexes].map(async ([shard, index]) => {
        const { files, errors } = await index.getFiles()
        if (errors.length > 0) throw new Error(errors.join('\n'))
        return files
          .filter(
            ({ path }) => neededOfShard.test(path) || (shard === 'main' && neededOnce.test(path)),
          )
          .map(({ path, content }) => ({ path: `pagefind/${folderOf(shard)}${path}`, content }))
      }),
    )
    return found.flat()
  }

  /** Stops the indexer. */
  async end(): Promise<void> {
    await pagefind.close()
  }
}

const periodIn = (content: string): string | null =>
  /data-pagefind-filter="period\[content\]" content="([^"]*)"/.exec(content)?.[1] ?? null
