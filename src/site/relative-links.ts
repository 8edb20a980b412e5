/**
 * A page with its root-absolute addresses made relative to itself, so that one build works anywhere.
 * Only attributes are touched: text is escaped, so a quote after `href=` never stands in it.
 *
 * @param page path of the page below the site's root: `units/caizheng.html`
 */
export function withRelativeLinks(html: string, page: string): string {
  // The page for missing addresses is served at any depth: it links to nothing relative.
  if (page === '404.html') return html
  const folder = page.split('/').slice(0, -1)
  return html.replace(
    / (href|src|action|data-src)="\/(?!\/)([^"#?]*)([^"]*)"/g,
    (_whole, attribute: string, path: string, rest: string) => {
      const target = path === '' ? 'index.html' : path
      if (target === page && rest.startsWith('#')) return ` ${attribute}="${rest}"`
      return ` ${attribute}="${relativeTo(folder, target)}${rest}"`
    },
  )
}

/** The way from a folder to a file; Node's own would look for what no address here has. */
function relativeTo(folder: readonly string[], file: string): string {
  const parts = file.split('/')
  let same = 0
  while (same < folder.length && same < parts.length - 1 && folder[same] === parts[same]) same++
  return '../'.repeat(folder.length - same) + parts.slice(same).join('/')
}
