import { unitsByTier } from '#domain/unit-record.ts'
import { siteData } from './data.ts'
import { everyPage, kindWords, type PageKind, type PageState, stateWords } from './every-page.ts'
import { unitLink } from './names.ts'
import { periodLabel, periods } from './plain-list.ts'

export interface SearchFilter {
  /** As in the address of a search: `#kind=issue`. */
  readonly name: 'kind' | 'period' | 'unit' | 'state'
  readonly label: string
  readonly groups: readonly {
    readonly label: string | null
    readonly options: readonly (readonly [value: string, text: string])[]
  }[]
}

/** What a search can be narrowed by: only what some page has. */
export function searchFilters(): SearchFilter[] {
  const pages = everyPage()
  const kinds = new Set(pages.map(({ kind }) => kind))
  const states = new Set(pages.map(({ state }) => state))
  const units = new Set(pages.flatMap((page) => page.units ?? []))
  const words = <T extends string>(all: Readonly<Record<T, string>>, there: Set<unknown>) => [
    {
      label: null,
      options: (Object.entries(all) as [T, string][]).filter(([value]) => there.has(value)),
    },
  ]
  const filters: SearchFilter[] = [
    { name: 'kind', label: '类别', groups: words<PageKind>(kindWords, kinds) },
    {
      name: 'period',
      label: '期',
      groups: [{ label: null, options: periods().map((id) => [id, periodLabel(id)] as const) }],
    },
    {
      name: 'unit',
      label: '单位',
      groups: unitsByTier(siteData().dataset).map(({ label, units: ids }) => ({
        label,
        options: ids.filter((id) => units.has(id)).map((id) => [id, unitLink(id).label] as const),
      })),
    },
    { name: 'state', label: '公开情况', groups: words<PageState>(stateWords, states) },
  ]
  return filters.filter(({ groups }) => groups.some(({ options }) => options.length > 0))
}
