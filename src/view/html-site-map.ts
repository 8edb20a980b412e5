import type { Model } from '#model/model.ts'
import { labelOfPeriod } from '#model/report-periods.ts'
import * as at from './addresses.ts'
import type { PageEntry } from './page-entry.ts'
import type { Link } from './names.ts'
import { reportPeriodsOf } from './report-periods.ts'

interface ListedSection {
  readonly title: string
  readonly links: readonly Link[]
}

export interface HtmlSiteMap {
  /** What `sitemap.html` shows. */
  readonly sections: readonly ListedSection[]
  /** Further pages, `sitemap/<name>.html`, when there is too much for one. */
  readonly parts: readonly (ListedSection & { readonly name: string })[]
}

/** A list up to this long is on one page. */
const onOnePage = 400
/** The kinds of pages that have a section of their own. */
const ownSections: ReadonlySet<NonNullable<PageEntry['kind']>> = new Set([
  'notes',
  'manual',
  'unit',
  'channel',
  'indicator',
  'openness',
])
/** Links on a page of the list, which so stays below 100 kB. */
const perPage = 500

/**
 * Pages as plain links, by period and kind, each in one section. The first section has every page
 * that no other section takes.
 */
export function htmlSiteMap(model: Model, pages: readonly PageEntry[]): HtmlSiteMap {
  const ids = periods(model)
  const known = new Set(ids)
  const lists = new Map(
    ids.flatMap((id) => [at.rectificationPage(id), at.checklistPage(id)].map((href) => [href, id])),
  )
  const inSections = Map.groupBy(pages, ({ kind, period, href }) => {
    if (period !== undefined && known.has(period)) return period
    const listed = lists.get(href)
    if (listed !== undefined) return listed
    // The further pages of a unit, and that of its years.
    if (kind === null && href.startsWith('/units/')) return 'kind unit'
    if (kind === null && href.startsWith('/issues/')) return 'kind issues'
    return kind !== null && ownSections.has(kind) ? `kind ${kind}` : null
  })
  const of = (title: string, key: string | null): ListedSection =>
    section(title, inSections.get(key) ?? [])
  const general = [of('栏目', null), of('说明', 'kind notes')]
  // For officials, so it is the last.
  const manual = [of('使用手册', 'kind manual')].filter(({ links }) => links.length > 0)
  const long = [
    ...ids.map((id) => ({ name: id, ...of(periodLabel(model, id), id) })),
    { name: 'issues', ...of('分类的问题清单', 'kind issues') },
    { name: 'units', ...of('单位', 'kind unit') },
    { name: 'channels', ...of('网站和账号', 'kind channel') },
    { name: 'indicators', ...of('检查指标', 'kind indicator') },
    { name: 'openness', ...of('政务公开台账', 'kind openness') },
  ].filter(({ links }) => links.length > 0)
  if (pages.length <= onOnePage) return { sections: [...general, ...long, ...manual], parts: [] }
  const parts = long.flatMap(paged)
  const contents = parts.map(({ name, title, links }) => ({
    label: `${title}（${links.length}页）`,
    href: at.siteMapPart(name),
  }))
  return {
    sections: [...general, { title: '各期、单位、账号和指标', links: contents }, ...manual],
    parts,
  }
}

/** Every period that has pages, newest first. */
export function periods(model: Model): string[] {
  return [
    ...new Set([
      ...model.dataset.inspections.map(({ id }) => id),
      ...reportPeriodsOf(model).map(({ id }) => id),
    ]),
  ].reverse()
}

/** A period as printed, whether it is of an inspection or only of a register. */
export function periodLabel(model: Model, id: string): string {
  const { dataset, index } = model
  const inspected = dataset.inspections.find((inspection) => inspection.id === id)
  return inspected?.period.label ?? labelOfPeriod(dataset, index, id)
}

const section = (title: string, pages: readonly PageEntry[]): ListedSection => ({
  title,
  links: pages.map(({ title: label, href }) => ({ label, href })),
})

function paged<T extends ListedSection & { name: string }>(whole: T): T[] {
  const { name, title, links } = whole
  const count = Math.ceil(links.length / perPage)
  return Array.from({ length: count }, (_, n) => ({
    ...whole,
    ...(n === 0 ? {} : { name: `${name}-${n + 1}` }),
    title: count === 1 ? title : `${title}（第${n + 1}页）`,
    links: links.slice(n * perPage, (n + 1) * perPage),
  }))
}
