import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Makes every internal address of the built pages relative, so that one build works anywhere. */
export function relativeLinks(): AstroIntegration {
  return {
    name: 'relative-links',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        for (const file of await readdir(root, { recursive: true })) {
          if (!file.endsWith('.html')) continue
          const path = join(root, file)
          const page = relative(root, path).split(sep).join('/')
          // The page for missing addresses is served at any depth: it links to nothing relative.
          if (page === '404.html') continue
          await writeFile(path, withRelativeLinks(await readFile(path, 'utf8'), page))
        }
      },
    },
  }
}

/**
 * A page with its root-absolute addresses made relative to itself. Only attributes are touched:
 * text is escaped, so a quote after `href=` never stands in it.
 *
 * @param page path of the page below the site's root: `units/caizheng.html`
 */
export function withRelativeLinks(html: string, page: string): string {
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
