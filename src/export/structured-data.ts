import type { Model } from '#model/model.ts'
import type { Inspection } from '#model/dataset.ts'
import * as at from '#view/addresses.ts'
import { dataDates, dataSentence } from './tables/catalogue.ts'
import { filesOf, type Scope } from './tables/files.ts'
import { issuersOf } from '#view/inspection-names.ts'

/** An object in the vocabulary of schema.org. */
export type Structured = Readonly<Record<string, unknown>>

/** The text of a JSON-LD block, escaped so that it cannot end its script element. */
export const structuredText = (graph: readonly Structured[]): string =>
  jsonForPage({ '@context': 'https://schema.org', '@graph': graph })

/** JSON for a script element, escaped so that no text in it can end the element. */
export const jsonForPage = (data: unknown): string =>
  JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** The breadcrumbs of a page; the last one is the page itself. */
export const breadcrumbList = (
  siteUrl: string,
  here: string,
  steps: readonly { readonly label: string; readonly href?: string | undefined }[],
): Structured => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ label, href }, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name: label,
    ...(n + 1 === steps.length
      ? { item: here }
      : href === undefined
        ? {}
        : { item: href.startsWith('/') ? at.absolute(siteUrl, href) : href }),
  })),
})

/** The office that publishes the site; undefined when the data does not name it. */
export function organisation(model: Model): Structured | undefined {
  const { organiser, official, place } = model.dataset.site
  // The organiser of an unofficial site is not a government office.
  if (organiser === undefined || !official) return undefined
  return {
    '@type': 'GovernmentOrganization',
    name: organiser.name,
    ...(organiser.address === undefined ? {} : { address: organiser.address }),
    areaServed: place,
  }
}

/** The tables of a part of the site as a dataset. */
export function dataset(
  model: Model,
  siteUrl: string,
  scope: Scope,
  name: string,
  period?: Inspection['period'],
): Structured {
  const { dataset: all, index, asOf } = model
  const { licence } = all.site
  const { covers, issued, modified } = dataDates({ dataset: all, index, asOf })
  const span = period ?? covers
  const publisher = organisation(model)
  return {
    '@type': 'Dataset',
    name,
    description: dataSentence({ dataset: all, index, asOf }),
    url: at.absolute(siteUrl, at.dataCatalogue),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    ...(span === null ? {} : { temporalCoverage: `${span.start}/${span.end}` }),
    spatialCoverage: all.site.place,
    ...(issued === null ? {} : { datePublished: issued }),
    ...(modified === null ? {} : { dateModified: modified }),
    ...(licence === undefined ? {} : { license: licence.address ?? licence.name }),
    ...(publisher === undefined ? {} : { publisher }),
    distribution: filesOf(scope).map(({ address, format, table }) => ({
      '@type': 'DataDownload',
      name: table?.title ?? '全部表',
      encodingFormat: format.mediaType,
      contentUrl: at.absolute(siteUrl, address),
    })),
  }
}

/** The result of an inspection, or its bulletin. */
export const report = (inspection: Inspection, name: string, url: string): Structured => ({
  '@type': 'Report',
  name,
  url,
  inLanguage: 'zh-CN',
  ...(inspection.document?.published === undefined
    ? {}
    : { datePublished: inspection.document.published }),
  sdDatePublished: inspection.published_here,
  temporalCoverage: `${inspection.period.start}/${inspection.period.end}`,
  author: { '@type': 'GovernmentOrganization', name: issuersOf(inspection) },
  ...(inspection.document?.number === undefined
    ? {}
    : { reportNumber: inspection.document.number }),
})
