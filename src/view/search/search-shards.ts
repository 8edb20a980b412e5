import type { Model } from '#model/model.ts'

/**
 * So many inspections are in one shard: the indexer hands over a shard as a whole, and that of all
 * inspections of a province would take more memory than anything else of a build. Every city has
 * fewer, so its readers fetch one index.
 */
const inspectionsInShard = 200

/** A shard of the search's index; readers ask all of them at once. */
export type SearchShard = 'main' | `inspections-${number}`

/** The folder of a shard below `pagefind/`; that of the first holds the programs of all. */
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

/** The folders below `pagefind/` that a search asks beside that folder itself. */
export const otherSearchFolders = (model: Model): string[] =>
  searchShards(model)
    .shards.map(folderOf)
    .filter((folder) => folder !== '')
