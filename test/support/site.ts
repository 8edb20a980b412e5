import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Cheerio, type CheerioAPI, load } from 'cheerio'

export type Element = ReturnType<Cheerio<never>['find']>[number]

/** One built HTML page. */
export interface Page {
  /** Path inside the site, with slashes: `inspections/2024-q1.html`. */
  readonly path: string
  readonly html: string
  /** Parsed on first access, as a browser without scripts parses it. */
  readonly $: CheerioAPI
}

export interface Site {
  folder: string
  /** In the order of their paths. */
  pages: Page[]
  /** Paths of all files, pages included. */
  files: ReadonlySet<string>
  /** The text of a file of the site that is not a page. */
  read: (path: string) => string
}

export function readSite(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .map((path) => path.replaceAll(sep, '/'))
    .sort()
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const pages = files.filter((path) => path.endsWith('.html')).map((path) => page(path, read(path)))
  return { folder, pages, files: new Set(files), read }
}

export function page(path: string, html: string): Page {
  let parsed: CheerioAPI | undefined
  return {
    path,
    html,
    get $() {
      return (parsed ??= load(html, { scriptingEnabled: false }))
    },
  }
}

/** The page at a path of the site; throws with a list of the pages when it is missing. */
export function pageAt(site: Site, path: string): Page {
  const found = site.pages.find((candidate) => candidate.path === path)
  if (found) return found
  throw new Error(`no ${path} among:\n${site.pages.map((candidate) => candidate.path).join('\n')}`)
}

/**
 * The visible text of the elements that a selector finds, in order, with all white space removed.
 */
export function textOf({ $ }: Page, selector: string): string {
  return $(selector)
    .toArray()
    .map((element) => textIn(element as Element))
    .join('')
}

/** @param without names of elements whose text is left out, besides those that are never shown */
export function textIn({ children }: Element, without: readonly string[] = []): string {
  const hidden = ['script', 'style', 'template', ...without]
  const parts = children.map((child) => {
    if (child.type === 'text') return child.data
    return 'attribs' in child && !hidden.includes(child.name) ? textIn(child, without) : ''
  })
  return withoutSpace(parts.join(''))
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}

/**
 * Every element of a page in document order, without the contents of templates.
 *
 * @param enter returns false for elements to leave out together with their content
 */
export function elementsOf(
  { $ }: Page,
  enter: (element: Element) => boolean = () => true,
): Element[] {
  const found: Element[] = []
  const visit = (element: Element) => {
    if (!enter(element)) return
    found.push(element)
    if (element.name === 'template') return
    for (const child of element.children) if ('attribs' in child) visit(child)
  }
  for (const element of $.root().children().toArray()) visit(element)
  return found
}

/** Every id of a page in document order, repeated as often as the page repeats it. */
export function idsOf(page: Page): string[] {
  return elementsOf(page).flatMap(({ attribs }) => attribs['id'] ?? [])
}

/** The contents of `<meta name>` (or `property`) by name; a page may repeat a name. */
export function metaOf({ $ }: Page): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const { attribs } of $('meta').toArray()) {
    const name = attribs['name'] ?? attribs['property']
    if (name === undefined) continue
    tags.set(name, [...(tags.get(name) ?? []), attribs['content'] ?? ''])
  }
  return tags
}

/** A page that only redirects its reader. */
export function isRedirect({ $ }: Page): boolean {
  return $('meta[http-equiv="refresh" i]').length > 0
}
