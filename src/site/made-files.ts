import { setImmediate } from 'node:timers/promises'
import type { RouteData } from 'astro'
import { withMarkedLinks } from './external-links.ts'
import { withRelativeLinks } from './relative-links.ts'
import type { Settings } from './settings.ts'

/** A file of the site as it is published. */
export interface MadeFile {
  readonly bytes: Buffer
  /** The same as text where it is a page; null for any other file. */
  readonly html: string | null
}

/** Gives a rendered page the form in which it is published. */
type Finish = (path: string, html: string) => string

/**
 * What becomes of each page between its rendering and its file: internal addresses are made relative
 * and links to other hosts marked.
 */
export function finisher({ siteUrl }: Pick<Settings, 'siteUrl'>): Finish {
  const ownHost = siteUrl === undefined ? undefined : new URL(siteUrl).hostname
  return (path, html) => withRelativeLinks(withMarkedLinks(html, ownHost), path)
}

/** Makes a file by a program of pages. */
export async function makeFile(
  path: string,
  route: Pick<RouteData, 'type' | 'component'>,
  finish: Finish,
  render: (request: Request) => Promise<Response>,
): Promise<MadeFile> {
  // Memory outside the heap, such as that of pictures, goes back between turns of the event loop only.
  await setImmediate()
  try {
    const response = await render(new Request(`http://localhost/${encodeURI(path)}`))
    if (response.status >= 300 && response.status !== 404)
      throw new Error(`${path}: ${response.status}`)
    if (!isPage(route)) return { bytes: Buffer.from(await response.arrayBuffer()), html: null }
    const html = finish(path, await response.text())
    return { bytes: Buffer.from(html), html }
  } catch (error) {
    throw new Error(`${route.component} cannot make ${path}`, { cause: error })
  }
}

export const isPage = ({ type }: Pick<RouteData, 'type'>): boolean => type === 'page'

/** The path of a file below the site's root, `units/caizheng.html`, by the address of its program. */
export function pathOf(pathname: string, route: Pick<RouteData, 'type'>): string {
  const path = pathname.replace(/^\/|\/$/g, '')
  return isPage(route) ? `${path === '' ? 'index' : path}.html` : path
}
