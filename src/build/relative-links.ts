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
  const folders = foldersAbove(page)
  return html.replace(
    / (href|src|action|data-src)="\/(?!\/)([^"#?]*)([^"]*)"/g,
    (_whole, attribute: string, path: string, rest: string) => {
      const target = path === '' ? 'index.html' : path
      targets.add(target)
      if (target === page && rest.startsWith('#')) return ` ${attribute}="${rest}"`
      return ` ${attribute}="${relativePath(target, folders)}${rest}"`
    },
  )
}

interface Folder {
  /** Its path, which ends in a slash unless it is that of the site's root. */
  readonly path: string
  /** The way up to it from the page: `../../`. */
  readonly up: string
}

/** The folders of a page, from its own to the site's root. */
function foldersAbove(page: string): Folder[] {
  const names = page.split('/').slice(0, -1)
  return Array.from({ length: names.length + 1 }, (_, up) => ({
    path: names
      .slice(0, names.length - up)
      .map((name) => `${name}/`)
      .join(''),
    up: '../'.repeat(up),
  }))
}

/** The relative path to a file from the page of these folders. */
function relativePath(file: string, folders: readonly Folder[]): string {
  for (const { path, up } of folders) if (file.startsWith(path)) return up + file.slice(path.length)
  return file
}
