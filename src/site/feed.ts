import { isDay } from '#domain/calendar.ts'
import { compareText } from '#domain/dataset.ts'
import { atomFeed, startOfDay, tagUri, type FeedEntry } from '#exports/atom.ts'
import * as at from './addresses.ts'
import { correctionLines, correctionText } from './corrections.ts'
import { siteData } from './data.ts'
import { unitName } from './names.ts'

/** As many of the newest as a reader of feeds keeps. */
const most = 100

interface News {
  readonly id: string
  readonly on: string
  readonly title: string
  readonly address: string
  readonly summary: string
}

/** What was published and corrected, the newest first, as an Atom feed for a site at this address. */
export function siteFeed(siteUrl: string): string {
  const { site } = siteData().dataset
  const news = [...inspections(), ...selfInspections(), ...corrections()]
    .sort((a, b) => compareText(b.on, a.on) || compareText(a.id, b.id))
    .slice(0, most)
  return atomFeed({
    id: tagUri(siteUrl, 'feed'),
    title: site.name,
    author: site.name,
    self: at.absolute(siteUrl, at.feed),
    page: at.absolute(siteUrl, at.home),
    entries: news.map(({ id, on, title, address, summary }): FeedEntry => ({
      id: tagUri(siteUrl, id),
      title,
      updated: startOfDay(on, site.time_zone),
      address: at.absolute(siteUrl, address),
      summary,
    })),
  })
}

const inspections = (): News[] =>
  siteData().dataset.inspections.map(({ id, period, issuer, published_here: on }) => ({
    id: `inspections/${id}`,
    on,
    title: `${period.label}检查结果`,
    address: at.inspectionPage(id),
    summary: `${issuer}${period.label}检查结果已公开。`,
  }))

/** A report whose day is not known is no news; one that nobody ordered is. */
function selfInspections(): News[] {
  const { dataset, index } = siteData()
  return Object.entries(dataset.selfInspections).flatMap(([period, reports]) => {
    const label = index.orders.get(period)?.deadline.period?.label ?? ''
    return Object.entries(reports).flatMap(([unit, report]): News[] =>
      isDay(report.published)
        ? [
            {
              id: `self-inspections/${period}/${unit}`,
              on: report.published,
              title: report.title,
              address: at.selfInspectionPage(period, unit),
              summary: `${unitName(unit)}公开${label}自查整改情况。`,
            },
          ]
        : [],
    )
  })
}

const corrections = (): News[] =>
  correctionLines().map((line) => ({
    id: `corrections/${line.id}`,
    on: line.on,
    title: `更正：${line.record.label}`,
    address: line.record.href ?? at.correctionList,
    summary: correctionText(line),
  }))
