import { labelOfPeriod, subjectOf } from '#model/report-periods.ts'
import type { Model } from '#model/model.ts'
import { isDay } from '#model/calendar.ts'
import { compareText } from '#model/dataset.ts'
import { termsOf, termsText } from '#model/terms.ts'
import { atomFeed, startOfDay, tagUri, type FeedEntry } from './atom.ts'
import * as at from '#view/addresses.ts'
import {
  type CorrectionLine,
  correctionLines,
  correctionsOfUnit,
  correctionText,
  hasCorrections,
} from '#view/corrections.ts'
import { unitName } from '#view/names.ts'
import { inspectionName } from '#view/inspection-names.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { inspectionViews } from '#view/inspection-views.ts'
import { lastingChanges } from '#view/what-changed.ts'
import { Memoized } from '#model/memoized.ts'

/**
 * The number of entries in an archive. The feed itself holds as many of the newest entries, plus those
 * that do not fill an archive yet, so that archives never change when entries are added.
 */
const inArchive = 100

const archivesOf = (entries: number): number =>
  Math.max(0, Math.floor((entries - inArchive) / inArchive))

interface News {
  readonly id: string
  readonly on: string
  readonly title: string
  readonly address: string
  /** A function, so that texts of units are read only when printed. */
  readonly summary: () => string
}

const older = (a: News, b: News): number => compareText(a.on, b.on) || compareText(b.id, a.id)

const inOrder = new Memoized<readonly News[]>()

/**
 * The sorted news of a feed, memoized for all its parts: a province has a feed with a thousand
 * parts.
 */
const sortedNews =
  (model: Model, path: string, news: () => News[]): FeedSource['news'] =>
  () =>
    inOrder.of(model.dataset, () => news().sort(older), path)

export interface FeedSource {
  readonly path: string
  readonly page: string
  readonly title: string
  /** Oldest first. */
  readonly news: () => readonly News[]
  /** The number of entries, without reading the texts of units. */
  readonly count: () => number
}

/** The feed of everything published and corrected. */
export const siteFeed = (model: Model): FeedSource => ({
  path: at.feed,
  page: at.home,
  title: model.dataset.site.name,
  news: sortedNews(model, at.feed, () => [
    ...inspections(model),
    ...selfInspections(model),
    ...statements(model),
    ...correctionLines(model).map(correctionNews),
  ]),
  count: () =>
    model.dataset.inspections.length +
    selfInspections(model).length +
    [...statedBy(model).values()].flat().length +
    correctionLines(model).length,
})

/**
 * The feed of corrections. While there are none, it is empty and links to the page that explains
 * them.
 */
export const correctionFeed = (model: Model): FeedSource => ({
  path: at.correctionFeed,
  page: hasCorrections(model) ? at.correctionList : at.method,
  title: `${model.dataset.site.name}：更正`,
  news: sortedNews(model, at.correctionFeed, () => correctionLines(model).map(correctionNews)),
  count: () => correctionLines(model).length,
})

/**
 * The feed of a unit: what was published about it and by it, and the corrections of that. Units that
 * were never named have a feed, too, so that subscribers receive their first entry.
 */
export const unitFeed = (model: Model, unit: string): FeedSource => ({
  path: at.unitFeed(unit),
  page: at.unitPage(unit),
  title: `${unitName(model, unit)}：${model.dataset.site.name}`,
  news: sortedNews(model, at.unitFeed(unit), () => [
    ...findingsOf(model, unit),
    ...selfInspections(model, reportedBy(model).get(unit) ?? []),
    ...statements(model, statedBy(model).get(unit) ?? []),
    ...correctionsOfUnit(model, unit).map(correctionNews),
  ]),
  count: () =>
    findingsOf(model, unit).length +
    selfInspections(model, reportedBy(model).get(unit) ?? []).length +
    (statedBy(model).get(unit) ?? []).length +
    correctionsOfUnit(model, unit).length,
})

/**
 * The parts of a feed: null for the feed itself, then the numbers of its archives from the oldest.
 */
export const feedParts = ({ count }: Pick<FeedSource, 'count'>): (number | null)[] => [
  null,
  ...Array.from({ length: archivesOf(count()) }, (_, n) => n + 1),
]

/**
 * A part of a feed as Atom, newest entries first; all dates are those of the data.
 *
 * @param archive number of an archive; null for the newest part, which readers follow
 */
export function feedText(
  model: Model,
  siteUrl: string,
  { path, page, title, news }: Omit<FeedSource, 'count'>,
  archive: number | null,
): string {
  const { site, inspections: published } = model.dataset
  const [first] = (
    published.length > 0
      ? published.map(({ published_here }) => published_here)
      : selfInspections(model).map(({ on }) => on)
  ).sort()
  const sorted = news()
  const archives = archivesOf(sorted.length)
  const place = (number: number | null): string =>
    at.absolute(siteUrl, number === null ? path : at.feedArchive(path, number))
  const last = archive ?? archives + 1
  const own =
    archive === null
      ? sorted.slice(archives * inArchive)
      : sorted.slice((archive - 1) * inArchive, archive * inArchive)
  return atomFeed({
    id: tagUri(siteUrl, path.replace(/^\/|\.xml$/g, '')),
    title,
    author: site.name,
    rights: termsText(termsOf(site)),
    self: place(archive),
    page: at.absolute(siteUrl, page),
    history:
      archives === 0
        ? undefined
        : {
            current: archive === null ? undefined : place(null),
            older: last > 1 ? place(last - 1) : undefined,
            newer: last < archives ? place(last + 1) : undefined,
          },
    // Before anything is published, no date is known.
    since: first === undefined ? '1970-01-01T00:00:00Z' : startOfDay(first, site.time_zone),
    entries: own.toReversed().map(({ id, on, title: head, address, summary }): FeedEntry => ({
      id: tagUri(siteUrl, id),
      title: head,
      updated: startOfDay(on, site.time_zone),
      address: at.absolute(siteUrl, address),
      summary: summary(),
    })),
  })
}

/** The findings that name a unit, one entry for each inspection. */
function findingsOf(model: Model, unit: string): News[] {
  const findings = Map.groupBy(
    model.index.issuesByUnit.get(unit) ?? [],
    ({ inspection }) => inspection,
  )
  return [...findings].map(([inspection, issues]) => ({
    id: `units/${unit}/inspections/${inspection.id}`,
    on: inspection.published_here,
    title: `${inspectionName(inspection, '结果')}写到${unitName(model, unit)}`,
    address: at.unitPage(unit),
    summary: () => `${issues.length}项：${issues.map(({ issue }) => issue.text).join('；')}。`,
  }))
}

const inspections = (model: Model): News[] =>
  inspectionViews(model).map((view): News => newsOfInspection(model, view))

const newsOfInspection = (model: Model, view: InspectedAreas): News => {
  const { inspection } = view
  return {
    id: `inspections/${inspection.id}`,
    on: inspection.published_here,
    title: inspectionName(inspection, '结果'),
    address: at.inspectionPage(inspection.id),
    summary: () =>
      [
        `${inspection.issuer}${inspectionName(inspection, '结果')}已公开。`,
        ...lastingChanges(model, view),
      ].join(''),
  }
}

/** A record of a unit: a report under its period, or a statement under its issue. */
interface Place {
  readonly under: string
  readonly unit: string
}

const reporters = new Memoized<ReadonlyMap<string, readonly Place[]>>()
const explainers = new Memoized<ReadonlyMap<string, readonly Place[]>>()

// Only the existence of the records. Their texts are read only for the feeds that hold them.
const reportedBy = (model: Model): ReadonlyMap<string, readonly Place[]> =>
  placesByUnit(reporters, model.dataset.selfInspections)
const statedBy = (model: Model): ReadonlyMap<string, readonly Place[]> =>
  placesByUnit(explainers, model.dataset.statements)

const placesByUnit = (
  known: typeof reporters,
  records: Readonly<Record<string, object>>,
): ReadonlyMap<string, readonly Place[]> =>
  known.of(records, () =>
    Map.groupBy(
      Object.entries(records).flatMap(([under, of]) =>
        Object.keys(of).map((unit): Place => ({ under, unit })),
      ),
      ({ unit }) => unit,
    ),
  )

/** Reports with a known date of publication, including those that no inspection ordered. */
function selfInspections(
  model: Model,
  places: readonly Place[] = [...reportedBy(model).values()].flat(),
): News[] {
  const { dataset, index } = model
  return places.flatMap(({ under: period, unit }): News[] => {
    const report = dataset.selfInspections[period]?.[unit]
    if (report === undefined || !isDay(report.published)) return []
    const label = labelOfPeriod(dataset, index, period)
    return [
      {
        id: `self-inspections/${period}/${unit}`,
        on: report.published,
        title: report.title,
        address: at.selfInspectionPage(period, unit),
        summary: () => `${unitName(model, unit)}公开${label}${subjectOf(report)}情况。`,
      },
    ]
  })
}

/** Statements of units on the findings that name them. */
const statements = (
  model: Model,
  places: readonly Place[] = [...statedBy(model).values()].flat(),
): News[] =>
  places.flatMap(({ under: issue, unit }): News[] => {
    const record = model.dataset.statements[issue]?.[unit]
    return record === undefined
      ? []
      : [
          {
            id: `rectifications/${issue}/${unit}`,
            on: record.on,
            title: `${unitName(model, unit)}说明问题${issue}的整改`,
            address: at.issuePage(issue),
            summary: () => record.statement,
          },
        ]
  })

const correctionNews = (line: CorrectionLine): News => ({
  id: `corrections/${line.id}`,
  on: line.on,
  title: `更正：${line.record.label}`,
  address: line.record.href ?? at.correctionList,
  summary: () => correctionText(line),
})
