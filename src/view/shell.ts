import type { Model } from '#model/model.ts'
import type { Site } from '#schema/site.ts'
import * as at from './addresses.ts'
import type { FooterRow } from './registration-rows.ts'
import { chapters } from './manual.ts'
import { reportPeriodsOf } from './report-periods.ts'
import { type NavigationEntry, navigationOf } from './routes.ts'
import { Memoized } from '#model/memoized.ts'

/**
 * What surrounds every page: header, navigation and footer. Entries whose page would be empty are
 * left out.
 */
export interface SiteShell {
  name: string
  banner?: string
  nav: NavigationEntry[]
  /** The newest inspections, or where there are none periods of reports, newest first. */
  periods: { label: string; href: string }[]
  /** Address of the list of all of them. */
  allPeriods: string
  /** The path from the portal's home page to this site, when the site is a column of a portal. */
  above: { label: string; href?: string }[]
  footer: FooterRow[]
  /** The portal supplies header and footer, and a page of this site is only its `<main>`. */
  embedded: boolean
}

/** How many periods the header lists; a link leads to all of them. */
const periodsInHeader = 8

const shells = new Memoized<SiteShell>()

export function siteShell(model: Model): SiteShell {
  return shells.of(model, () => shellOf(model))
}

function shellOf(model: Model): SiteShell {
  const { dataset } = model
  const { site } = dataset
  return {
    name: site.name,
    ...(site.notice === undefined ? {} : { banner: site.notice }),
    nav: navigationOf(model),
    periods: periodsOf(model).slice(-periodsInHeader).reverse(),
    allPeriods: dataset.inspections.length === 0 ? `${at.home}#periods` : at.inspectionList,
    above: (site.column?.path ?? []).map(({ name, address }) => ({
      label: name,
      ...(address === undefined ? {} : { href: address }),
    })),
    footer: [
      ...organiserRows(site),
      ...(site.source === undefined
        ? []
        : [
            {
              label: '数据来源',
              text: site.source.title,
              ...(site.source.address === undefined ? {} : { href: site.source.address }),
            },
          ]),
      ...(site.contact === undefined ? [] : [{ label: '联系', text: site.contact }]),
      { text: '关于本站', href: at.about },
      { text: '数据目录', href: at.dataCatalogue },
      { text: '网站地图', href: at.siteMap },
      ...chapters(model)
        .slice(0, 1)
        .map(({ title, href }) => ({ text: title, href })),
    ],
    embedded: site.embedded === true,
  }
}

/** Every inspection, or where there is none every period of reports, oldest first. */
const periodsOf = (model: Model): { label: string; href: string }[] =>
  model.dataset.inspections.length > 0
    ? model.dataset.inspections.map(({ id, period }) => ({
        label: period.label,
        href: at.inspectionPage(id),
      }))
    : reportPeriodsOf(model).map(({ id, label }) => ({ label, href: at.registerPage(id) }))

function organiserRows({ organiser }: Site): FooterRow[] {
  if (organiser === undefined) return []
  const { name, undertaker, address } = organiser
  return [
    { label: '主办单位', text: name },
    ...(undertaker === undefined ? [] : [{ label: '承办单位', text: undertaker }]),
    ...(address === undefined ? [] : [{ label: '地址', text: address }]),
  ]
}
