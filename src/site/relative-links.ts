import { posix } from 'node:path'

/**
 * A page with its root-absolute addresses made relative to itself, so that one build works anywhere.
 * Only attributes are touched: text is escaped, so a quote after `href=` never stands in it.
 *
 * @param page path of the page below the site's root: `units/caizheng.html`
 */
export function withRelativeLinks(html: string, page: string): string {
  // The page for missing addresses is served at any depth: it links to nothing relative.
  if (page === '404.html') return html
  const folder = posix.dirname(page)
  return html.replace(
    / (href|src|action|data-src)="\/(?!\/)([^"#?]*)([^"]*)"/g,
    (_whole, attribute: string, path: string, rest: string) => {
      const target = path === '' ? 'index.html' : path
      if (target === page && rest.startsWith('#')) return ` ${attribute}="${rest}"`
      return ` ${attribute}="${posix.relative(folder, target)}${rest}"`
    },
  )
}
