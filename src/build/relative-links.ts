/**
 * A page with its root-absolute addresses made relative, so that the site works in any folder.
 * Only attributes match: text is escaped, so `href="` never occurs in it.
 *
 * @param page path of the page below the site's root: `units/caizheng.html`
 * @param targets collects the paths to which its addresses lead
 */
export function withRelativeLinks(html: string, page: string, targets = new Set<string>()): string {
  // The page for missing addresses is served at any depth, so it must not hold relative links.
  if (page === '404.html') return html
  const from = page.slice(0, page.lastIndexOf('/') + 1)
  return html.replace(
    / (href|src|action|data-src)="\/(?!\/)([^"#?]*)([^"]*)"/g,
    (_whole, attribute: string, path: string, rest: string) => {
      const target = path === '' ? 'index.html' : path
      targets.add(target)
      if (target === page && rest.startsWith('#')) return ` ${attribute}="${rest}"`
      return ` ${attribute}="${relativePath(target, from)}${rest}"`
    },
  )
}

/** The relative path from a folder, which ends in a slash, to a file. */
function relativePath(file: string, from: string): string {
  let shared = 0
  for (
    let slash = from.indexOf('/');
    slash >= 0 && file.startsWith(from.slice(0, slash + 1));
    slash = from.indexOf('/', slash + 1)
  )
    shared = slash + 1
  const up = from.slice(shared).replace(/[^/]+/g, '..')
  return up + file.slice(shared)
}
