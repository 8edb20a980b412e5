import { load } from 'cheerio'
import { elementsOf, idsOf, type Page, readSite, type Site } from './site.ts'

export interface Reference {
  /** The page or style sheet that contains it. */
  from: string
  /** The kind of place in a message: `a[href]`, `url()`. */
  place: string
  /** As written, without the white space around it. */
  value: string
  /** `link`: followed by a reader; `resource`: fetched by the browser; `metadata`: only read. */
  kind: 'link' | 'resource' | 'metadata'
}

export interface Options {
  /** The site's own public address (SITE_URL), when the build had one; ends in a slash. */
  siteUrl?: string
}

// A made-up address that is deep enough to show a reference that leads out of the site.
const root = 'http://site.invalid/the/root/'
const schemesOfLinks = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * References that a reader or a browser cannot follow: missing files and ids in links, resources,
 * redirects and style sheets; and every internal reference that is not relative, except in
 * 404.html, which is shown at any address and has to use whole addresses only. A fragment with an
 * equals sign (`#area=media`) is the state of a filter, not an id.
 */
export function brokenReferences(folder: Site | string, options: Options = {}): string[] {
  const site = typeof folder === 'string' ? readSite(folder) : folder
  const ids = new Map<string, ReadonlySet<string>>()
  const idsAt = (path: string) => {
    const known = ids.get(path) ?? idsIn(site, path)
    ids.set(path, known)
    return known
  }

  return referencesOf(site).flatMap((reference) => {
    const flaw = flawOf(reference, site, idsAt, options)
    return flaw === undefined ? [] : [finding(reference, flaw)]
  })
}

/** Everything a browser would fetch, or prepare to fetch, from another host. */
export function foreignReferences(folder: Site | string, { siteUrl }: Options = {}): string[] {
  const site = typeof folder === 'string' ? readSite(folder) : folder
  return referencesOf(site)
    .filter(({ kind, value }) => {
      if (kind !== 'resource') return false
      const url = parse(value, root)
      if (!url) return false
      const own = [root, siteUrl ?? root].some((address) => new URL(address).origin === url.origin)
      return url.origin !== 'null' && !own
    })
    .map((reference) => finding(reference, 'another host'))
}

/** Every reference of every page and style sheet, in the order of the files. */
export function referencesOf(site: Site): Reference[] {
  const sheets = [...site.files].filter((path) => path.endsWith('.css'))
  return [
    ...site.pages.flatMap(referencesOfPage),
    ...sheets.flatMap((path) => referencesOfCss(path, site.read(path))),
  ]
}

export function referencesOfPage(page: Page): Reference[] {
  const { path, $ } = page
  const found: Reference[] = []
  for (const element of elementsOf(page)) {
    const { name, attribs } = element
    const add = (attribute: string, kind: Reference['kind'], value = attribs[attribute]) => {
      if (value === undefined) return
      found.push({ from: path, place: `${name}[${attribute}]`, value: value.trim(), kind })
    }

    if (name === 'link') add('href', kindOfLink(attribs['rel'] ?? ''))
    else if (name === 'image' || name === 'use' || name === 'feImage') add('href', 'resource')
    else add('href', 'link')
    for (const attribute of ['src', 'poster', 'background', 'ping']) add(attribute, 'resource')
    if (name === 'object') add('data', 'resource')
    add('action', 'link')
    add('formaction', 'link')
    for (const attribute of ['srcset', 'imagesrcset']) {
      for (const candidate of splitSrcset(attribs[attribute] ?? '')) {
        add(attribute, 'resource', candidate)
      }
    }
    if (name === 'meta' && attribs['http-equiv']?.toLowerCase() === 'refresh') {
      add('content', 'link', /url\s*=\s*["']?([^"']*)/i.exec(attribs['content'] ?? '')?.[1])
    }
    if (attribs['style'] !== undefined) found.push(...referencesOfCss(path, attribs['style']))
    if (name === 'style') found.push(...referencesOfCss(path, $(element).text()))
  }
  return found
}

function referencesOfCss(from: string, css: string): Reference[] {
  const code = css.replace(/\/\*[^]*?\*\//g, '').replace(/@namespace[^;]*;/gi, '')
  const urls = code.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')][^)]*))\s*\)/gi)
  const imports = code.matchAll(/@import\s*(?:"([^"]*)"|'([^']*)')/gi)
  const reference = (place: string) => (match: RegExpExecArray) => ({
    from,
    place,
    value: (match[1] ?? match[2] ?? match[3] ?? '').trim(),
    kind: 'resource' as const,
  })
  return [...[...urls].map(reference('url()')), ...[...imports].map(reference('@import'))]
}

function kindOfLink(rel: string): Reference['kind'] {
  const fetched =
    /\b(stylesheet|icon|apple-touch-icon|mask-icon|manifest|preload|prefetch|modulepreload|preconnect|dns-prefetch|prerender)\b/i
  if (fetched.test(rel)) return 'resource'
  return /\b(canonical|alternate)\b/i.test(rel) ? 'metadata' : 'link'
}

/** The addresses of a srcset; a comma belongs to an address unless it ends it. */
function splitSrcset(srcset: string): string[] {
  const candidates = srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:,|\s+[^,]*(?:,|$)|$)/g)
  return [...candidates].map(([, url = '']) => url)
}

function flawOf(
  { from, value, kind }: Reference,
  { files }: Site,
  idsAt: (path: string) => ReadonlySet<string>,
  { siteUrl }: Options,
): string | undefined {
  if (value === '' || value === '#') return 'leads nowhere'
  const lost = from === '404.html'
  const own = siteUrl !== undefined && value.startsWith(siteUrl)
  const fragmentOnly = value.startsWith('#')

  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('//')) {
    if (!own) return flawOfForeign(value, kind)
    if (!lost && kind !== 'metadata') return 'not relative'
  } else if (value.startsWith('/')) {
    if (!lost) return 'not relative'
  } else if (lost && !fragmentOnly) {
    return 'relative, but this page is shown at any address'
  }

  const mount = siteUrl === undefined ? '/' : new URL(siteUrl).pathname
  let inside = value
  if (own) inside = root + value.slice(siteUrl.length)
  else if (value.startsWith(mount)) inside = root + value.slice(mount.length)
  const url = parse(inside, root + from)
  if (!url) return 'not an address'
  if (!url.href.startsWith(root)) return 'leads out of the site'
  const path = decode(url.pathname.slice(new URL(root).pathname.length))
  // The site's own address means its first page.
  const file = path === '' && (own || lost) ? 'index.html' : path
  if (!files.has(file)) return 'no such file'

  const fragment = decode(url.hash.slice(1))
  if (fragment === '' || fragment.includes('=')) return undefined
  return idsAt(file).has(fragment) ? undefined : 'no such id'
}

function flawOfForeign(value: string, kind: Reference['kind']): string | undefined {
  const url = parse(value, root)
  if (!url) return 'not an address'
  if (kind === 'resource' && url.protocol === 'data:') return undefined
  return schemesOfLinks.has(url.protocol) ? undefined : 'scheme not allowed'
}

function idsIn(site: Site, path: string): ReadonlySet<string> {
  const known = site.pages.find((page) => page.path === path)
  if (known) {
    const named = known.$('a[name]').toArray()
    return new Set([...idsOf(known), ...named.map(({ attribs }) => attribs['name'] ?? '')])
  }
  if (!path.endsWith('.svg')) return new Set()
  const elements = load(site.read(path), { xml: true })('[id]').toArray()
  return new Set(elements.map(({ attribs }) => attribs['id'] ?? ''))
}

function parse(value: string, base: string): URL | undefined {
  return URL.canParse(value, base) ? new URL(value, base) : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function finding({ from, place, value }: Reference, flaw: string): string {
  return `${from}: ${place} ${JSON.stringify(value)}: ${flaw}`
}
