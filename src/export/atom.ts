import { computedOnce } from '#model/memoized.ts'
import { xmlFile } from './xml-file.ts'

/** An Atom feed (RFC 4287). It never depends on the day of the build. */
interface Feed {
  readonly id: string
  readonly title: string
  readonly author: string
  /** Source and terms of use. */
  readonly rights: string
  /** Address of the feed itself, and of the page that it belongs to. */
  readonly self: string
  readonly page: string
  /** The archives with older entries (RFC 5005); undefined when this file has all entries. */
  readonly history?: FeedHistory | undefined
  /** Date and time of the first publication: the date of a feed that has no entries. */
  readonly since: string
  /** The newest first. */
  readonly entries: readonly FeedEntry[]
}

/** The addresses of a feed's parts. Readers subscribe to the newest; all others are archives. */
interface FeedHistory {
  /** The newest part, named in an archive. */
  readonly current?: string | undefined
  /** The archive with the next older entries, and with the next newer ones. */
  readonly older?: string | undefined
  readonly newer?: string | undefined
}

export interface FeedEntry {
  /** Permanent, even if title or address change. */
  readonly id: string
  readonly title: string
  /** Date and time with the offset of its zone, as RFC 3339 writes them. */
  readonly updated: string
  readonly address: string
  readonly summary: string
}

export function atomFeed({
  id,
  title,
  author,
  rights,
  self,
  page,
  history,
  since,
  entries,
}: Feed): string {
  const { current, older, newer } = history ?? {}
  return xmlFile({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:fh': history === undefined ? undefined : 'http://purl.org/syndication/history/1.0',
      '@xml:lang': 'zh-CN',
      id,
      title,
      updated: entries.length === 0 ? since : entries.map((entry) => entry.updated).reduce(later),
      author: { name: author },
      rights,
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': self },
        { '@rel': 'alternate', '@type': 'text/html', '@href': page },
        ...link('current', current),
        ...link('prev-archive', older),
        ...link('next-archive', newer),
      ],
      'fh:archive': current === undefined ? undefined : '',
      entry: entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        updated: entry.updated,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.address },
        summary: entry.summary,
      })),
    },
  })
}

const link = (rel: string, address: string | undefined) =>
  address === undefined ? [] : [{ '@rel': rel, '@type': 'application/atom+xml', '@href': address }]

const later = (one: string, other: string): string =>
  Date.parse(other) > Date.parse(one) ? other : one

/** A formatter for the offset of a time zone, cached because creating one is slow. */
const offsetsOf = computedOnce(
  (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
)

/** The beginning of a day in a time zone, with its offset: `2024-06-12T00:00:00+08:00`. */
export function startOfDay(day: string, timeZone: string): string {
  const parts = offsetsOf(timeZone).formatToParts(Date.parse(`${day}T00:00:00Z`))
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.slice('GMT'.length) ?? ''
  return `${day}T00:00:00${offset === '' ? '+00:00' : offset}`
}

/** A globally unique id (RFC 4151) for a path of a site. */
export function tagUri(siteUrl: string, path: string): string {
  // The year is a fixed part of every id and must not change.
  return `tag:${new URL(siteUrl).hostname},2024:${path.split('/').map(encodeURIComponent).join('/')}`
}
