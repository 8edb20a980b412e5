import { xmlFile } from './xml-file.ts'

/** An Atom feed (RFC 4287). Nothing in it comes from the day on which it is written. */
export interface Feed {
  readonly id: string
  readonly title: string
  readonly author: string
  /** From what and on what terms. */
  readonly rights: string
  /** Address of the feed itself, and of the page whose news it brings. */
  readonly self: string
  readonly page: string
  /** Where older entries stand (RFC 5005); left out where these are all. */
  readonly history?: FeedHistory | undefined
  /** The day and time from which it is there: that of its last change while it has no entry. */
  readonly since: string
  /** The newest first. */
  readonly entries: readonly FeedEntry[]
}

/** The places of the parts of a feed, the newest of which readers follow and all others are archives. */
export interface FeedHistory {
  /** The newest part, named in an archive. */
  readonly current?: string | undefined
  /** The archive with the next older entries, and with the next newer ones. */
  readonly older?: string | undefined
  readonly newer?: string | undefined
}

export interface FeedEntry {
  /** Stays what it is, whatever becomes of the title and the address. */
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

const formats = new Map<string, Intl.DateTimeFormat>()

/** Writes the offset of a time zone; made once for each, which takes longer than to write with it. */
function offsetsOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}

/** The beginning of a day in a time zone, with its offset: `2024-06-12T00:00:00+08:00`. */
export function startOfDay(day: string, timeZone: string): string {
  const parts = offsetsOf(timeZone).formatToParts(Date.parse(`${day}T00:00:00Z`))
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.slice('GMT'.length) ?? ''
  return `${day}T00:00:00${offset === '' ? '+00:00' : offset}`
}

/** An id that no other site gives (RFC 4151), for what has this path on the site of an address. */
export function tagUri(siteUrl: string, path: string): string {
  // The year in which the first site was made: a fixed part of every id.
  return `tag:${new URL(siteUrl).hostname},2024:${path.split('/').map(encodeURIComponent).join('/')}`
}
