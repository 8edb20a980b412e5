import { withMarkedLinks } from './external-links.ts'
import { withRelativeLinks } from './relative-links.ts'

/**
 * A rendered page in the form in which it is published: internal addresses are relative, and links
 * to other hosts are marked.
 *
 * @param pathname of the page: `/units/caizheng.html`, `/` for the home page
 * @param ownHost host of the site itself, where it is known
 */
export function publishedHtml(html: string, pathname: string, ownHost: string | undefined): string {
  const path = decodeURI(pathname).slice(1)
  const page = path === '' ? 'index.html' : path.endsWith('.html') ? path : `${path}.html`
  return withRelativeLinks(withMarkedLinks(html, ownHost), page)
}
