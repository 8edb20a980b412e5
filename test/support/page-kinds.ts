import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { routes as registry } from '#view/routes.ts'
import type { Page, Site } from './site.ts'

const folder = 'src/pages'

/** A kind of page, named by the file in `src/pages` that makes it. */
export interface Route {
  /** `units/[id].astro` */
  readonly file: string
  readonly pattern: RegExp
}

/** Every kind of page that the site can have, the more specific addresses first. */
export function routes(): Route[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.astro'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .map((path) => path.replaceAll(sep, '/'))
    .map((file) => ({ file, address: addressOf(file) }))
    .sort(
      (a, b) =>
        a.address.split('*').length - b.address.split('*').length ||
        b.address.length - a.address.length,
    )
    .map(({ file, address }) => ({
      file,
      pattern: new RegExp(`^${RegExp.escape(address).replaceAll('\\*', '[^/]+')}$`),
    }))
}

/**
 * The address of the pages of a file, with `*` for the variable part; optional pages have their
 * own.
 */
function addressOf(file: string): string {
  const only = Object.values<{ file: string; address?: string }>(registry).find(
    (route) => route.file === file,
  )?.address
  return only?.slice(1) ?? file.replace(/\.astro$/, '.html').replace(/\[\w+\]/g, '*')
}

/**
 * For each kind of page that a site has, the fewest pages that together contain every kind of
 * element of that kind of page, the richest first.
 */
export function representatives(site: Site): Map<string, string[]> {
  const all = routes()
  const byRoute = Map.groupBy(
    site.pages,
    ({ path }) => all.find(({ pattern }) => pattern.test(path))?.file ?? `no route: ${path}`,
  )
  return new Map([...byRoute].map(([file, pages]) => [file, cover(pages)]))
}

function cover(pages: readonly Page[]): string[] {
  const left = pages.map((page) => ({ page, kinds: new Set(kindsOfElement(page)) }))
  const chosen: string[] = []
  for (;;) {
    const best = left.sort(
      (a, b) => b.kinds.size - a.kinds.size || a.page.html.length - b.page.html.length,
    )[0]
    if (best === undefined || best.kinds.size === 0) return chosen
    chosen.push(best.page.path)
    const seen = [...best.kinds]
    for (const { kinds } of left) for (const kind of seen) kinds.delete(kind)
  }
}

/**
 * The features that styles use to select an element: name, classes, and the names of roles and
 * other attributes.
 */
function kindsOfElement({ $ }: Page): string[] {
  return $('body, body *')
    .toArray()
    .map((element) => {
      const { class: classes = '', role = '', type = '' } = $(element).attr() ?? {}
      return `${element.type === 'tag' ? element.name : ''}.${classes.trim()} ${role} ${type}`
    })
}
