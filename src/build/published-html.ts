import { withMarkedLinks } from './external-links.ts'
import { withRelativeLinks } from './relative-links.ts'

/** The path of a page below the site's root, `units/caizheng.html`, by its pathname. */
export function pagePath(pathname: string): string {
  const path = decodeURI(pathname).replace(/^\/|\/$/g, '')
  return path === '' ? 'index.html' : path.endsWith('.html') ? path : `${path}.html`
}

/**
 * A rendered page in the form in which it is published: internal addresses are relative, and links
 * to other hosts are marked.
 *
 * @param page its path below the site's root
 * @param ownHost host of the site itself, where it is known
 * @param targets collects the paths to which its addresses lead
 */
export const publishedHtml = (
  html: string,
  page: string,
  ownHost: string | undefined,
  targets: Set<string>,
): string => withRelativeLinks(withMarkedLinks(html, ownHost), page, targets)
