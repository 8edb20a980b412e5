import type { Model } from '#model/model.ts'
import { unitsByTier } from '#model/unit-record.ts'
import { kindWords, type PageEntry, publicationWords } from '../page-entry.ts'
import { unitLink } from '../names.ts'
import { periodLabel, periods } from '../html-site-map.ts'
import { issueStateNames } from '../issue-words.ts'
import { subjectOfSite } from '../report-periods.ts'

interface SearchFilter {
  /** As in the address of a search: `#kind=issue`. */
  readonly name: 'kind' | 'period' | 'unit' | 'state'
  readonly label: string
  readonly groups: readonly {
    readonly label: string | null
    readonly options: readonly (readonly [value: string, text: string])[]
  }[]
}

/** The filters of the search, with only those values that one of the pages has. */
export function searchFilters(model: Model, pages: readonly PageEntry[]): SearchFilter[] {
  const kinds = new Set(pages.map(({ kind }) => kind))
  const states = new Set(pages.flatMap(({ states }) => states ?? []))
  const subject = subjectOfSite(model)
  const units = new Set(pages.flatMap((page) => page.units ?? []))
  const words = (
    label: string | null,
    all: Readonly<Record<string, string>>,
    there: ReadonlySet<string | null>,
  ) => ({ label, options: Object.entries(all).filter(([value]) => there.has(value)) })
  const filters: SearchFilter[] = [
    {
      name: 'kind',
      label: '类别',
      groups: [words(null, { ...kindWords, 'self-inspection': subject }, kinds)],
    },
    {
      name: 'period',
      label: '期',
      groups: [
        { label: null, options: periods(model).map((id) => [id, periodLabel(model, id)] as const) },
      ],
    },
    {
      name: 'unit',
      label: '单位',
      groups: unitsByTier(model.dataset).map(({ label, units: ids }) => ({
        label,
        options: ids
          .filter((id) => units.has(id))
          .map((id) => [id, unitLink(model, id).label] as const),
      })),
    },
    {
      name: 'state',
      label: '状态',
      groups: [
        words('问题的整改', issueStateNames, states),
        words(`${subject}的公开`, publicationWords, states),
      ],
    },
  ]
  return filters
    .map(({ groups, ...filter }) => ({
      ...filter,
      groups: groups.filter(({ options }) => options.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0)
}
