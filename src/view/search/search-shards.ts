import type { Model } from '#model/model.ts'

/**
 * How many inspections one shard covers. The indexer returns a shard as a whole, and a single shard
 * for all inspections of a province would need more memory than the rest of the build. A city has
 * fewer inspections, so its readers fetch a single index.
 */
const inspectionsInShard = 200

/** A shard of the search index. A search queries all shards. */
export type SearchShard = 'main' | `inspections-${number}`

/**
 * The folder of a shard below `pagefind/`. The folder of the main shard also holds Pagefind's
 * scripts.
 */
export const folderOf = (shard: SearchShard): string => (shard === 'main' ? '' : `${shard}/`)

/** How the pages of a site are divided. */
export interface SearchShards {
  readonly shards: readonly SearchShard[]
  /** The shard of a page by the period that it is about. */
  readonly shardOf: (period: string | null) => SearchShard
}

/** Divides the pages of this site. */
export const searchShards = (model: Model): SearchShards =>
  shardsOf(model.dataset.inspections.map(({ id }) => id))

/** Divides the pages about some inspections. */
export function shardsOf(inspections: readonly string[]): SearchShards {
  if (inspections.length <= inspectionsInShard) return { shards: ['main'], shardOf: () => 'main' }
  const known = new Map(
    inspections.map((id, n): [string, SearchShard] => [
      id,
      `inspections-${Math.floor(n / inspectionsInShard) + 1}`,
    ]),
  )
  return {
    shards: [...new Set<SearchShard>(['main', ...known.values()])],
    shardOf: (period) => (period === null ? undefined : known.get(period)) ?? 'main',
  }
}

/** The folders below `pagefind/` of all shards except the main one. */
export const otherSearchFolders = (model: Model): string[] =>
  searchShards(model)
    .shards.map(folderOf)
    .filter((folder) => folder !== '')
