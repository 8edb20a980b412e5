/**
 * The room `export/` makes files from facts and views. Start here: this file is the registry of
 * files, everything in the site that is not a page. The build writes each entry, the development
 * server looks one address up. A new kind of file is one entry of `groups`.
 */

import type { Model } from '#model/model.ts'
import { namedFiles, sitePictures } from '#model/named-files.ts'
import { byDue } from '#model/dataset.ts'
import { dueDay } from '#model/due-day.ts'
import { calendarOf } from '#model/open-duties.ts'
import { everyOpennessDay, opennessDaysOf } from '#model/openness-days.ts'
import { termsOf, termsText } from '#model/terms.ts'
import { unitRecords } from '#model/unit-record.ts'
import { chartSvgFile } from './pictures/chart-file.ts'
import { editedRepository } from '#model/edited-repository.ts'
import { badgeSvg } from './badge.ts'
import { dictionaryJson } from './packages/dictionary.ts'
import { inspectionJson, selfInspectionJson, statementJson } from './json/json.ts'
import { attachmentBytes } from '#read/attachments/attachments.ts'
import * as at from '#view/addresses.ts'
import { formsByYear } from '#view/annual/form.ts'
import { annualWorkbook } from './tables/annual-workbook.ts'
import { type Compute, computeHere } from './compute.ts'
import { siteBadges } from './badges.ts'
import { calendar } from './calendars.ts'
import { siteCharts } from '#view/charts/charts.ts'
import { chartCells } from '#view/charts/table.ts'
import { contentEditorFiles } from './content-editor.ts'
import { allPages } from '#view/routes.ts'
import { correctionFeed, feedText, type FeedSource, feedParts, siteFeed, unitFeed } from './feed.ts'
import { figureEmbedding } from './figure-frame.ts'
import { listedIssues } from '#view/issue-filter.ts'
import { ledger } from '#view/ledger.ts'
import { formData, formKinds } from '#view/submit.ts'
import {
  catalogueText,
  dictionaryText,
  fileContent,
  packageText,
  wholeDownloadBytes,
  wholeOf,
} from './tables/catalogue.ts'
import { csv, csvText } from './tables/csv.ts'
import { filesOf, packagedFilesOf, type Scope, scopes } from './tables/files.ts'
import { tableFormats } from './tables/formats.ts'
import { contentTypeOf, type TableFormat } from './tables/table-format.ts'
import { xlsx } from './tables/xlsx.ts'
import { blankDocumentBytes, documentAddresses, documentBytes } from './documents/files.ts'
import { script, siteScriptNames } from './scripts.ts'
import { followedUnits, followedView } from '#view/followed-unit.ts'
import { searchTitles } from '#view/search/search-titles.ts'
import { shareCards } from './share-cards.ts'
import { siteMapFiles, siteMapXml } from './site-map.ts'
import { webManifest } from './web-manifest.ts'

/** What it takes to compute a file. */
export type FileWork = 'tables' | 'workbooks' | 'pictures' | 'documents' | 'others'

/** A file of the site that is not a page. */
export interface SiteFile {
  /** From the root of the site: `/units/caizheng.ics`. */
  readonly address: string
  readonly work: FileWork
  readonly mediaType: string
  readonly bytes: () => FileContent | Promise<FileContent>
}
type FileContent = string | Uint8Array

/**
 * When a file is written. The package of all data contains the size and hash of its tables, and
 * pages the size of documents and of the files that hold all data, so those are written first: each
 * is computed once and then released. Preview pictures and the workbooks of parts, on which another thread works, are
 * written while pages are rendered, all other files while the search index is completed.
 */
export type Phase = 'before packages' | 'before pages' | 'beside pages' | 'after pages'

type Entry = readonly [address: string, bytes: SiteFile['bytes']]

interface Group {
  readonly phase: Phase
  readonly work: FileWork
  readonly mediaType: string
  /** The addresses that the group may have, so that one file is found without listing all others. */
  readonly addresses: RegExp
  readonly entries: (model: Model, compute: Compute) => readonly Entry[] | Promise<readonly Entry[]>
}

/** Files that need the public address of the site: none where it is not known. */
const addressed =
  (entries: (model: Model, siteUrl: string) => Entry[]): Group['entries'] =>
  (model) =>
    model.siteUrl === undefined ? [] : entries(model, model.siteUrl)

const json = 'application/json; charset=utf-8'
const xml = 'application/xml; charset=utf-8'
const atom = 'application/atom+xml; charset=utf-8'
const calendarType = 'text/calendar; charset=utf-8'
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type IsIncluded = (scope: Scope) => boolean

/** Whether the tables hold all data. No page says how large those of a part are. */
const isWhole: IsIncluded = ({ path }) => path === at.allData
const isPart: IsIncluded = (scope) => !isWhole(scope)

/** The tables of some parts of the site in a format. */
const tableGroup = (phase: Phase, format: TableFormat, isIncluded: IsIncluded): Group => ({
  phase,
  work: format.isText ? 'tables' : 'workbooks',
  mediaType: contentTypeOf(format),
  addresses: new RegExp(`^/data/.*\\.${format.extension}$`),
  entries: (model, { deflate }) =>
    scopes(model)
      .filter(isIncluded)
      .flatMap((scope) => [...filesOf(scope), ...packagedFilesOf(scope)])
      .filter((file) => file.format.extension === format.extension)
      .map((file) => [file.address, () => fileContent(model, file, deflate)]),
})

/** The descriptions of the tables of some parts of the site. */
const packageGroup = (phase: Phase, isIncluded: IsIncluded): Group => ({
  phase,
  work: 'tables',
  mediaType: json,
  addresses: /^\/data\/(?:.*\/)?datapackage\.json$/,
  entries: (model) =>
    scopes(model)
      .filter(isIncluded)
      .map((scope) => [
        scope.path === at.allData ? at.dataPackage : at.partPackage(scope.path),
        () => packageText(model, hrefOf(model.siteUrl), scope),
      ]),
})

const groups: readonly Group[] = [
  ...tableFormats.map((format) => tableGroup('before packages', format, isWhole)),
  {
    phase: 'before packages',
    work: 'tables',
    mediaType: contentTypeOf(csv),
    addresses: /^\/data\/(?:plain\/)?dictionary\.csv$/,
    entries: (model) => [
      [at.dictionary('csv'), () => dictionaryText(model)],
      [at.packagedDictionary, () => dictionaryText(model, { isPackaged: true })],
    ],
  },
  {
    phase: 'before packages',
    work: 'tables',
    mediaType: json,
    addresses: /^\/data\/dictionary\.json$/,
    entries: (model) => [
      [
        at.dictionary('json'),
        () => dictionaryJson(wholeOf(model).tables, termsOf(model.dataset.site)),
      ],
    ],
  },
  packageGroup('before pages', isWhole),
  {
    phase: 'before pages',
    work: 'tables',
    mediaType: 'application/ld+json',
    addresses: /^\/data\/catalogue\.jsonld$/,
    entries: (model) => [[at.dataCatalogueFile, () => catalogueText(model, hrefOf(model.siteUrl))]],
  },
  {
    phase: 'before pages',
    work: 'documents',
    mediaType: 'application/zip',
    addresses: /^\/data\/all\.zip$/,
    entries: (model, { deflate }) => [
      [at.wholeDownload, () => wholeDownloadBytes(model, hrefOf(model.siteUrl), deflate)],
    ],
  },
  {
    phase: 'before pages',
    work: 'documents',
    mediaType: documentType,
    addresses: /\.docx$/,
    entries: (model, { deflate }) => [
      ...documentAddresses(model).map((address): Entry => [
        address,
        () => documentBytes(model, address, deflate),
      ]),
      ...(formKinds.some((kind) => formData(model, kind) !== null)
        ? [[at.blankDocument, () => blankDocumentBytes(model)] as const]
        : []),
    ],
  },
  ...tableFormats.map((format) =>
    tableGroup(format.isText ? 'after pages' : 'beside pages', format, isPart),
  ),
  // After the tables that they describe, which are then computed once.
  packageGroup('after pages', isPart),
  {
    phase: 'after pages',
    work: 'tables',
    mediaType: json,
    addresses: /^\/data\/(?:inspections|self-inspections|rectifications)\/.*\.json$/,
    entries: (model) => [
      ...inspectionRecords(model),
      ...reportRecords(model),
      ...statementRecords(model),
    ],
  },
  {
    phase: 'before packages',
    work: 'workbooks',
    mediaType: xlsx.mediaType,
    addresses: /^\/annual\/\d+\.xlsx$/,
    entries: (model, { deflate }) =>
      [...formsByYear(model)].map(([year, forms]) => [
        at.annualWorkbook(year),
        () => annualWorkbook(model, year, forms, deflate),
      ]),
  },
  {
    phase: 'after pages',
    work: 'tables',
    mediaType: 'text/csv',
    addresses: /^\/charts\/.*\.csv$/,
    entries: (model) =>
      [...siteCharts(model)].map(([address, { chart, source }]) => [
        `${address}.csv`,
        () => csvText(chartCells(chart, termsText(source.terms))),
      ]),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: 'image/svg+xml',
    addresses: /^\/charts\/.*\.svg$/,
    entries: (model) =>
      [...siteCharts(model)].map(([address, { chart, source }]) => [
        `${address}.svg`,
        () => chartSvgFile(chart, source),
      ]),
  },
  {
    phase: 'beside pages',
    work: 'pictures',
    mediaType: 'image/png',
    addresses: /^\/share\/.*\.png$/,
    // Only a page that knows its own address names its picture.
    entries: (model, { draw }) =>
      model.siteUrl === undefined
        ? []
        : [...shareCards(model)].map(([address, card]) => [address, () => draw(card)] as const),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: 'image/svg+xml',
    addresses: /^\/badges\/.*\.svg$/,
    entries: (model) =>
      [...siteBadges(model)].map(([address, badge]) => [address, () => badgeSvg(badge)]),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: atom,
    addresses: /^\/(?:feed|corrections|units\/[^/]+?)(?:_\d+)?\.xml$/,
    entries: addressed(feeds),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: calendarType,
    addresses: /^\/(?:calendar|units\/[^/]+)\.ics$/,
    entries: calendars,
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: json,
    addresses: /^\/figures\/[^/]+\.json$/,
    entries: addressed((model, siteUrl) =>
      model.dataset.inspections.map((inspection) => [
        at.figureEmbedding(inspection.id),
        () => figureEmbedding(model, inspection, new URL(siteUrl).href),
      ]),
    ),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: xml,
    addresses: /^\/sitemap(?:_\d+)?\.xml$/,
    entries: addressed((model, siteUrl) =>
      siteMapFiles(allPages(model)).map(({ number }) => [
        at.siteMapFile(number),
        () => siteMapXml(allPages(model), siteUrl, number),
      ]),
    ),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: 'application/manifest+json',
    addresses: /^\/manifest\.webmanifest$/,
    entries: (model) => [[at.webManifest, () => webManifest(model.dataset.site)]],
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: json,
    addresses: /^\/assets\/[\w-]+\.json$/,
    entries: (model) => [
      [at.searchTitles, () => JSON.stringify(searchTitles(model))],
      // A list of one page is narrowed on the page itself.
      ...(listedIssues(model).length === 0
        ? []
        : [[at.issueListData, () => JSON.stringify(listedIssues(model))] as const]),
    ],
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: json,
    addresses: /^\/assets\/units\/[\w-]+\.json$/,
    entries: (model) =>
      followedUnits(model).map((record) => [
        at.followedUnit(record.id),
        () => JSON.stringify(followedView(model, record)),
      ]),
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: 'text/javascript; charset=utf-8',
    addresses: /^\/assets\/[\w-]+\.js$/,
    entries: async () => {
      const scripts = await Promise.all(siteScriptNames.map(script))
      return scripts.map(({ file, code }) => [`/assets/${file}`, () => code] as const)
    },
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: 'text/javascript; charset=utf-8',
    addresses: /^\/admin\//,
    entries: async (model) => {
      if (editedRepository(model.dataset.site) === null) return []
      const files = await contentEditorFiles()
      return files.map(({ file, content }) => [`/admin/${file}`, () => content] as const)
    },
  },
  {
    phase: 'after pages',
    work: 'others',
    mediaType: 'application/octet-stream',
    addresses: /^\/attachments\//,
    entries: attachments,
  },
]

/**
 * The files of a phase, in the order of the registry.
 *
 * @param compute computes parts of them, in another thread if wanted
 */
export async function siteFiles(
  model: Model,
  phase: Phase,
  compute: Compute = computeHere,
): Promise<SiteFile[]> {
  const listed = await Promise.all(
    groups
      .filter((group) => group.phase === phase)
      .map((group) => listFiles(group, model, compute)),
  )
  return listed.flat()
}

/** Whether an address may be that of a file, judged without the data. */
export const isFileAddress = (address: string): boolean =>
  groups.some(({ addresses }) => addresses.test(address))

/** The file at an address from the root of the site; undefined where there is none. */
export async function siteFileAt(model: Model, address: string): Promise<SiteFile | undefined> {
  for (const group of groups) {
    if (!group.addresses.test(address)) continue
    const found = (await listFiles(group, model, computeHere)).find(
      (file) => file.address === address,
    )
    if (found !== undefined) return found
  }
  return undefined
}

async function listFiles(
  { work, mediaType, entries }: Group,
  model: Model,
  compute: Compute,
): Promise<SiteFile[]> {
  const listed = await entries(model, compute)
  return listed.map(([address, bytes]) => ({ address, work, mediaType, bytes }))
}

const hrefOf = (siteUrl: string | undefined): string | undefined =>
  siteUrl === undefined ? undefined : new URL(siteUrl).href

const inspectionRecords = (model: Model): Entry[] =>
  model.dataset.inspections.map((inspection) => [
    at.inspectionData(inspection.id),
    () => inspectionJson(model, inspection),
  ])

const reportRecords = (model: Model): Entry[] =>
  Object.entries(model.dataset.selfInspections).flatMap(([period, reports]) =>
    Object.entries(reports).map(([unit, report]): Entry => [
      at.selfInspectionData(period, unit),
      () => selfInspectionJson(model, period, unit, report),
    ]),
  )

const statementRecords = (model: Model): Entry[] =>
  ledger(model).rows.flatMap(({ record, unit, statement }): Entry[] =>
    unit === null || statement === null
      ? []
      : [
          [
            at.statementData(record.id, unit),
            () => statementJson(model.dataset, record.id, unit, statement),
          ],
        ],
  )

/** Feeds with their archives, also while they are empty; every entry needs the address of the site. */
function feeds(model: Model, siteUrl: string): Entry[] {
  const site = new URL(siteUrl).href
  const files = (address: string, feed: () => FeedSource): Entry[] =>
    feedParts(feed()).map((archive) => [
      archive === null ? address : at.feedArchive(address, archive),
      () => feedText(model, site, feed(), archive),
    ])
  return [
    ...files(at.feed, () => siteFeed(model)),
    ...files(at.correctionFeed, () => correctionFeed(model)),
    ...Object.keys(model.dataset.units).flatMap((unit) =>
      files(at.unitFeed(unit), () => unitFeed(model, unit)),
    ),
  ]
}

/** The calendar of the site and of each unit; none where no deadline has a day. */
function calendars(model: Model): Entry[] {
  const { dataset, index, asOf } = model
  const dated = index.deadlines.filter(({ deadline }) => dueDay(deadline) !== null)
  const units = unitRecords(dataset, index, asOf).flatMap(({ id, unit, duties }): Entry[] => {
    const records = calendarOf(dataset, id, duties)
    const title = `${unit.name}：检查通报要求的期限`
    return records.length + opennessDaysOf(model, id).length === 0
      ? []
      : [[at.unitCalendar(id), () => calendar(model, title, records, id)]]
  })
  const title = `${dataset.site.name}：期限`
  return dated.length + everyOpennessDay(model).length === 0
    ? units
    : [[at.calendar, () => calendar(model, title, byDue(dated))], ...units]
}

/** The files that public records and the settings name, and no others. */
function attachments({ dataset, contentDir }: Model): Entry[] {
  const named = [...namedFiles(dataset), ...sitePictures(dataset)]
  return [...new Set(named.map(({ path }) => path))].map((path) => [
    at.attachment(path),
    () => {
      const bytes = attachmentBytes(contentDir, path)
      if (bytes === null) throw new Error(`the attachment ${path} went away during the build`)
      return bytes
    },
  ])
}
