import { type CheerioAPI, load } from 'cheerio'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { type Element, isRedirect, readSite } from '../support/site.ts'

// Feeds are checked against RFC 4287 and RFC 5005, the site map for search engines against
// sitemaps.org.
const sites = inject('sites')

const atom = 'http://www.w3.org/2005/Atom'
const history = 'http://purl.org/syndication/history/1.0'
/** RFC 3339 as RFC 4287 requires it: with seconds and a zone, and T and Z as capitals. */
const dateTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

const childrenOf = ($: CheerioAPI, of: Element): Element[] =>
  $(of)
    .children()
    .toArray()
    .map((child) => child as Element)
const named = ($: CheerioAPI, of: Element, name: string): Element[] =>
  childrenOf($, of).filter((child) => child.name === name)

/**
 * The elements that a feed or an entry must have exactly once or at least once, and those that it
 * may have.
 */
function shapeMistakes(
  $: CheerioAPI,
  of: Element,
  rules: Readonly<Record<string, [number, number]>>,
): string[] {
  const strange = childrenOf($, of)
    .filter(({ name }) => !Object.hasOwn(rules, name))
    .map(({ name }) => `<${name}> is unknown`)
  const counted = Object.entries(rules).flatMap(([name, [least, most]]) => {
    const count = named($, of, name).length
    return count >= least && count <= most ? [] : [`${count} <${name}>`]
  })
  return [...strange, ...counted]
}

const isAbsolute = (address = ''): boolean => URL.canParse(address) && /^https?:/.test(address)

/** Violations of RFC 4287 in a feed at an address. */
function mistakesIn(xml: string, address: string): string[] {
  const $ = load(xml, { xml: true })
  const [root, ...others] = $.root().children().toArray() as Element[]
  if (root?.name !== 'feed' || others.length > 0) return ['no feed']
  const mistakes: string[] = []
  const ask = (is: boolean, mistake: string) => {
    if (!is) mistakes.push(mistake)
  }
  ask(/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(xml), 'no declaration')
  ask(root.attribs['xmlns'] === atom, 'another namespace')
  ask([undefined, history].includes(root.attribs['xmlns:fh']), 'another namespace of archives')
  mistakes.push(
    ...shapeMistakes($, root, {
      id: [1, 1],
      title: [1, 1],
      updated: [1, 1],
      author: [1, 1],
      rights: [0, 1],
      link: [1, Infinity],
      'fh:archive': [0, 1],
      entry: [0, Infinity],
    }),
  )
  ask($('feed > author > name').text().trim() !== '', 'an author without a name')
  const links = named($, root, 'link')
  ask(
    links.every(({ attribs }) => isAbsolute(attribs['href'])),
    'a link that is no address',
  )
  ask(
    links
      .filter(({ attribs }) => attribs['rel'] === 'self')
      .map(({ attribs }) => attribs['href'])
      .join() === address,
    'no link to itself',
  )
  ask(
    new Set(links.map(({ attribs }) => `${attribs['rel']} ${attribs['type']}`)).size ===
      links.length,
    'two links of one kind',
  )
  const ids = new Set<string>()
  const text = (of: Element, name: string): string => $(of).children(name).first().text()
  for (const part of [root, ...named($, root, 'entry')]) {
    const id = text(part, 'id')
    ask(
      /^tag:[a-z0-9.-]+,\d{4}:[A-Za-z0-9._~%!$&'()*+,;=:@/-]+$/.test(id),
      `an id that is none: ${id}`,
    )
    ask(!ids.has(id), `an id for two things: ${id}`)
    ids.add(id)
    const updated = text(part, 'updated')
    ask(dateTime.test(updated) && !Number.isNaN(Date.parse(updated)), `no time: ${updated}`)
    ask(text(part, 'title').trim() !== '', `no title: ${id}`)
  }
  const times = named($, root, 'entry').map((entry) => Date.parse(text(entry, 'updated')))
  ask(
    times.every((time, n) => n === 0 || time <= (times[n - 1] ?? 0)),
    'not the newest first',
  )
  const own = Date.parse(text(root, 'updated'))
  // A feed without an entry has the day of the first publication.
  ask(times.length === 0 ? own > 0 : own === Math.max(...times), 'not as new as its newest entry')
  for (const entry of named($, root, 'entry')) {
    mistakes.push(
      ...shapeMistakes($, entry, {
        id: [1, 1],
        title: [1, 1],
        updated: [1, 1],
        link: [1, 1],
        summary: [0, 1],
      }),
    )
    // An entry without content must link to a page with the content.
    const [link] = named($, entry, 'link')
    ask(
      link?.attribs['rel'] === 'alternate' && isAbsolute(link.attribs['href']),
      `no page: ${text(entry, 'id')}`,
    )
  }
  return mistakes
}

test.each([
  ['an id', '<id>tag:a,2024:1</id>', '', '0 <id>'],
  ['a time', '2024-06-08T00:00:00+08:00', '2024-06-08', 'no time: 2024-06-08'],
  ['the link to itself', 'rel="self"', 'rel="related"', 'no link to itself'],
  ['a known element', '<summary>文</summary>', '<sumary>文</sumary>', '<sumary> is unknown'],
])('the test finds a feed without %s', (_what, from, to, mistake) => {
  const address = 'https://a.example/feed.xml'
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="${atom}"><id>tag:a,2024:f</id><title>甲</title><updated>2024-06-08T00:00:00+08:00</updated>
<author><name>甲</name></author><link rel="self" href="${address}"/>
<entry><id>tag:a,2024:1</id><title>乙</title><updated>2024-06-08T00:00:00+08:00</updated>
<link rel="alternate" href="https://a.example/1.html"/><summary>文</summary></entry></feed>`
  expect(mistakesIn(feed, address)).toEqual([])
  expect(mistakesIn(feed.replaceAll(from, to), address)).toContain(mistake)
})

describe.each(['official', 'decade'] as const)('of the %s site', (name) => {
  const site = readSite(sites[name])
  const feeds = [...site.files].filter((path) =>
    /^((feed|corrections)(_\d+)?|units\/[^/]+)\.xml$/.test(path),
  )
  const at = (address: string): string => address.slice(officialAddress.length)

  test('every feed is valid by RFC 4287, and its entries link to pages of the site', () => {
    expect(feeds.length).toBeGreaterThan(3)
    const wrong = feeds.flatMap((path) => {
      const xml = site.read(path)
      const $ = load(xml, { xml: true })
      const lost = $('entry > link, feed > link')
        .toArray()
        .map(({ attribs }) => attribs['href'] ?? '')
        .filter((address) => !address.startsWith(officialAddress) || !site.files.has(at(address)))
      return [...mistakesIn(xml, officialAddress + path), ...lost].map(
        (mistake) => `${path}: ${mistake}`,
      )
    })
    expect(wrong).toEqual([])
  })

  test('a reader who goes from archive to archive finds every entry once (RFC 5005)', () => {
    const roots = feeds.filter((path) => !/_\d+\.xml$/.test(path))
    const seen = new Set<string>()
    for (const root of roots) {
      const ids: string[] = []
      let next: string | undefined = root
      while (next !== undefined) {
        expect(seen.has(next)).toBe(false)
        seen.add(next)
        const $: CheerioAPI = load(site.read(next), { xml: true })
        ids.push(
          ...$('entry > id')
            .toArray()
            .map((id) => $(id).text()),
        )
        const current = $('feed > link[rel="current"]').attr('href')
        expect([next, current]).toEqual([next, next === root ? undefined : officialAddress + root])
        expect($('fh\\:archive').length).toBe(next === root ? 0 : 1)
        const older: string | undefined = $('feed > link[rel="prev-archive"]').attr('href')
        next = older === undefined ? undefined : at(older)
      }
      expect(new Set(ids).size).toBe(ids.length)
    }
    // Every archive feed is linked.
    expect([...seen].sort()).toEqual(feeds)
  })

  test('the site map for search engines is valid by sitemaps.org, and names every page that may be found', () => {
    const xml = site.read('sitemap.xml')
    const $ = load(xml, { xml: true })
    const [root, ...others] = $.root().children().toArray() as Element[]
    expect([root?.name, root?.attribs['xmlns'], others.length]).toEqual([
      'urlset',
      'http://www.sitemaps.org/schemas/sitemap/0.9',
      0,
    ])
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/)
    expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024)
    const urls = $('urlset > url').toArray() as Element[]
    expect($('urlset').children().length).toBe(urls.length)
    expect(urls.length).toBeLessThanOrEqual(50_000)
    const wrong = urls.flatMap((url) => {
      const names = childrenOf($, url)
        .map((child) => child.name)
        .join()
      const loc = $(url).find('loc').text()
      const day = $(url).find('lastmod').text()
      const isRight =
        ['loc', 'loc,lastmod'].includes(names) &&
        loc.length < 2048 &&
        loc.startsWith(officialAddress) &&
        new URL(loc).href === loc &&
        (names === 'loc' || (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))))
      return isRight ? [] : [`${loc} ${day}`]
    })
    expect(wrong).toEqual([])
    const listed = urls.map((url) => at($(url).find('loc').text()))
    expect(new Set(listed).size).toBe(listed.length)
    const open = site.pages.filter(
      (page) =>
        !isRedirect(page) && !/noindex/.test(page.$('meta[name="robots"]').attr('content') ?? ''),
    )
    expect(listed.filter((path) => !site.files.has(path))).toEqual([])
    // Lists of pages and the search only link to the records that are named here.
    const leading = /^(search\.html$|sitemap[./])/
    expect(
      open
        .map(({ path }) => path)
        .filter((path) => !leading.test(path))
        .filter((path) => !listed.includes(path)),
    ).toEqual([])
  })
})
