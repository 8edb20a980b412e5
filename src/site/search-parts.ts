import { siteData } from './data.ts'

/** So many inspections, a year of them in most cities, are those whose pages still change. */
const recentInspections = 4
/**
 * A site with more inspections than this, four years of them in most cities, has parts. Before that
 * all is indexed in a few seconds, and readers fetch less of one index than of three.
 */
const mostInOne = 16

/**
 * A part of the search's index. Each is indexed by itself, so that a change in a page leaves the
 * index of most others as it is; readers ask all of them at once.
 */
export type SearchPart = 'standing' | 'recent' | 'earlier'

/** The folder of each part below `pagefind/`; the first holds the programs of all. */
export const partFolders: Readonly<Record<SearchPart, string>> = {
  standing: '',
  recent: 'recent/',
  earlier: 'earlier/',
}

/** The parts that have a folder of their own. */
const namedParts = (Object.keys(partFolders) as SearchPart[]).filter(
  (part) => partFolders[part] !== '',
)

/** How the pages of a site are divided. */
export interface SearchParts {
  readonly parts: readonly SearchPart[]
  /** The part of a page by the period that it is about. */
  readonly partOf: (period: string | null) => SearchPart
}

/** Divides the pages of this site. */
export function searchParts(): SearchParts {
  const ids = siteData().dataset.inspections.map(({ id }) => id)
  if (ids.length <= mostInOne) return { parts: ['standing'], partOf: () => 'standing' }
  const earlier = new Set(ids.slice(0, -recentInspections))
  const recent = new Set(ids.slice(-recentInspections))
  return {
    parts: ['standing', 'recent', 'earlier'],
    partOf: (period) =>
      period === null
        ? 'standing'
        : earlier.has(period)
          ? 'earlier'
          : recent.has(period)
            ? 'recent'
            : 'standing',
  }
}

/** The folders below `pagefind/` that a search asks beside that folder itself. */
export const otherSearchFolders = (): string[] =>
  searchParts()
    .parts.map((part) => partFolders[part])
    .filter((folder) => folder !== '')

/** The part to which a file below `pagefind/` belongs. */
export const partOfFile = (path: string): SearchPart =>
  namedParts.find((part) => path.startsWith(`pagefind/${partFolders[part]}`)) ?? 'standing'
