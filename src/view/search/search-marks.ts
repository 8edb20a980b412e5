import type { PageEntry } from '../page-entry.ts'

/**
 * The meta elements of a page from which the search reads its title, kind and filters; none for a
 * page that is not searched.
 */
export function searchMarks(entry: PageEntry): Record<string, string>[] {
  const { kind, title, period, units = [], states = [] } = entry
  if (kind === null) return []
  const filter = (name: string, value: string) => ({
    'data-pagefind-filter': `${name}[content]`,
    content: value,
  })
  const marks = [
    { 'data-pagefind-meta': 'title[content]', content: title },
    { 'data-pagefind-meta': 'kind[content]', content: kind },
    filter('kind', kind),
    ...(period === undefined ? [] : [filter('period', period)]),
    ...units.map((unit) => filter('unit', unit)),
    ...states.map((state) => filter('state', state)),
  ]
  // HTML allows no `meta` without a name, and a page should not use a name twice.
  return marks.map((mark, n) => ({ name: `search-${n + 1}`, ...mark }))
}
