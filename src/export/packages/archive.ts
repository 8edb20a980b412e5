import { zipSync, type Zippable } from 'fflate'
import { compareText } from '#model/dataset.ts'
import { escapedXml } from '#model/xml-text.ts'
import { routeAt } from '#view/routes.ts'
import { tableFormatOf } from '../tables/formats.ts'

/** What belongs to an archive. */
export interface ArchiveScope {
  /** Id of its inspection; null for an archive of reports alone. */
  readonly id: string | null
  /** Ids of the inspection's issues. */
  readonly issues: ReadonlySet<string>
  /** The periods of self-inspections that it orders. */
  readonly periods: ReadonlySet<string>
}

/**
 * Whether a file of the site, by its path, is part of an archive: of an inspection its pages, data,
 * documents and attachments, and those of the self-inspections that it orders. Of pages, the registry
 * of routes tells. `assetsOf` finds the styles, scripts and pictures of these pages.
 */
export function isArchived(path: string, scope: ArchiveScope): boolean {
  const { id, issues, periods } = scope
  if (path.endsWith('.html')) return isPageArchived(path, scope)
  const [folder = '', ...rest] = path.split('/')
  if (folder === 'data' || folder === 'charts')
    return rest.length > 1 && isArchived(rest.join('/'), scope)
  const name = (rest[0] ?? '').replace(/\.[a-z0-9.]+$/, '')
  switch (folder) {
    case 'inspections':
    case 'bulletins':
      return name === id
    case 'issues':
    case 'rectifications':
      return issues.has(name)
    case 'self-inspections':
    case 'registers':
      return periods.has(name)
    // An inspection's own files are in its folder, those of reports one folder deeper.
    case 'attachments':
      return rest.length === 2 ? name === id : rest.length > 2 && periods.has(name)
    // In other folders the same id may be that of a unit or a year.
    default:
      return false
  }
}

function isPageArchived(path: string, { id, issues, periods }: ArchiveScope): boolean {
  const { route, params } = routeAt(`/${path}`) ?? {}
  const [name = ''] = Object.values(params ?? {})
  switch (route?.archivedWith) {
    case 'every inspection':
      return true
    case 'inspection':
      return name === id
    case 'issue':
      return issues.has(name)
    case 'self-inspections':
      return periods.has(name)
    case undefined:
      return false
  }
}

/** The paths of the styles, scripts and pictures of a page. */
export function assetsOf(html: string, page: string): string[] {
  return [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].flatMap(
    ([tag, address = '']) =>
      /\brel="(?!icon|stylesheet)/.test(tag) ? [] : (targetPath(address, page) ?? []),
  )
}

/**
 * The path, from the root of the site, of an address on a page; null when it leads outside the
 * site.
 */
function targetPath(address: string, page: string): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return null
  const { pathname } = new URL(address, `file:///${page}`)
  return decodeURIComponent(pathname.slice(1))
}

/**
 * A page in the form of an archive: it opens from disk, its states stay at its day, and no link leads
 * outside. A link to another site becomes text followed by the address; a link to a page that is not
 * in the archive becomes text. Navigation, feeds and the web manifest are removed.
 *
 * @param holds whether the archive has a file, by its path
 */
export function archivedPage(html: string, page: string, holds: (path: string) => boolean): string {
  return html
    .replace(/<(nav|p) class="site-(?:nav|links)"[^]*?<\/\1>/g, '')
    .replace(/<a class="menu-link"[^]*?<\/a>/, '')
    .replace(/<details class="header-menu[^]*?<\/details>/, '')
    .replace(/<link rel="(?:alternate|manifest)"[^>]*>/g, '')
    .replace(/<script\b[^>]*\sdata-as-of="[^>]*><\/script>/g, '')
    .replace(
      /<a((?:\s[^\s=>]+(?:="[^"]*")?)*)>([^]*?)<\/a>/g,
      (link, attributes: string, text: string) => {
        const [, address] = /\shref="([^"]*)"/.exec(attributes) ?? []
        if (address === undefined || address.startsWith('#')) return link
        const path = targetPath(address, page)
        if (path !== null && holds(path)) return link
        return path === null && !text.includes(address)
          ? `<span>${text}（${address}）</span>`
          : `<span>${text}</span>`
      },
    )
}

/** The contents of an archive, for its first page. */
export interface ArchiveContents {
  readonly title: string
  /** The issuer and the as-of day. */
  readonly lead: string
  readonly styles: readonly string[]
  readonly groups: readonly {
    readonly title: string
    readonly links: readonly { readonly label: string; readonly href: string }[]
  }[]
}

/** `index.html` of an archive. */
export function contentsPage({ title, lead, styles, groups }: ArchiveContents): string {
  const list = groups
    .filter(({ links }) => links.length > 0)
    .map(({ title: head, links }) => {
      const items = links.map(
        ({ label, href }) => `<li><a href="${escapedXml(href)}">${escapedXml(label)}</a></li>`,
      )
      return `<section class="section"><h2>${escapedXml(head)}</h2><ul>${items.join('')}</ul></section>`
    })
  return [
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapedXml(title)}</title>`,
    ...styles.map((href) => `<link rel="stylesheet" href="${escapedXml(href)}">`),
    `</head><body><main class="wrap"><h1>${escapedXml(title)}</h1><p>${escapedXml(lead)}</p>`,
    ...list,
    '</main></body></html>\n',
  ].join('')
}

/** Formats that are compressed already, besides those of tables. */
const compressed = /\.(png|jpe?g|docx|zip|ofd|pdf)$/

const isCompressed = (path: string): boolean =>
  compressed.test(path) || tableFormatOf(path)?.isText === false

/**
 * Files as a ZIP archive, sorted by name and dated with a day from the data. The same files give the
 * same bytes on every machine.
 */
export function zipped(
  files: ReadonlyMap<string, Uint8Array>,
  day: string,
): Uint8Array<ArrayBuffer> {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  // The library writes local time; noon exists on every day in every time zone.
  const mtime = new Date(year, month - 1, date, 12)
  const entries: Zippable = {}
  for (const [path, bytes] of [...files].sort(([a], [b]) => compareText(a, b)))
    entries[path] = [bytes, { mtime, level: isCompressed(path) ? 0 : 6 }]
  return zipSync(entries) as Uint8Array<ArrayBuffer>
}
