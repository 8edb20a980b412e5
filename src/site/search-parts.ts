import { siteData } from './data.ts'

/** So many inspections, a year of them in most cities, are those whose pages still change. */
const recentInspections = 4
/**
 * A site with more inspections than this, four years of them in most cities, has parts. Before that
 * all is indexed in a few seconds, and readers fetch less of one index than of three.
 */
const mostInOne = 16

/**
 * So many inspections are in one part: the indexer hands over a part as a whole, and that of all
 * inspections of a province would take more memory than anything else of a build.
 */
const mostInPart = 200

/**
 * A part of the search's index. Each is indexed by itself, so that a change in a page leaves the
 * index of most others as it is; readers ask all of them at once.
 */
export type SearchPart = 'standing' | 'recent' | 'earlier' | `earlier-${number}`

/** The folder of a part below `pagefind/`; that of the first holds the programs of all. */
export const folderOf = (part: SearchPart): string => (part === 'standing' ? '' : `${part}/`)

/** How the pages of a site are divided. */
export interface SearchParts {
  readonly parts: readonly SearchPart[]
  /** The part of a page by the period that it is about. */
  readonly partOf: (period: string | null) => SearchPart
}

/** Divides the pages of this site. */
export const searchParts = (): SearchParts =>
  partsOf(siteData().dataset.inspections.map(({ id }) => id))

/** Divides the pages about some inspections, the oldest first: a new one moves few of them. */
export function partsOf(inspections: readonly string[]): SearchParts {
  if (inspections.length <= mostInOne) return { parts: ['standing'], partOf: () => 'standing' }
  const earlier = inspections.length - recentInspections
  const known = new Map(
    inspections.map((id, n): [string, SearchPart] => [
      id,
      n >= earlier
        ? 'recent'
        : n < mostInPart
          ? 'earlier'
          : `earlier-${Math.floor(n / mostInPart) + 1}`,
    ]),
  )
  return {
    parts: [...new Set<SearchPart>(['standing', 'recent', ...known.values()])],
    partOf: (period) => (period === null ? undefined : known.get(period)) ?? 'standing',
  }
}

/** The folders below `pagefind/` that a search asks beside that folder itself. */
export const otherSearchFolders = (): string[] =>
  searchParts()
    .parts.map(folderOf)
    .filter((folder) => folder !== '')

/** The part to which a file below `pagefind/` belongs. */
export function partOfFile(path: string): SearchPart {
  const [, folder = ''] = path.split('/')
  return /^(recent|earlier(-\d+)?)$/.test(folder) ? (folder as SearchPart) : 'standing'
}
