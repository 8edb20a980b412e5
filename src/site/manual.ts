import type { MDXInstance } from 'astro'
import { manualPage } from './addresses.ts'

/** A chapter of the manual: `content/manual/<name>.mdx`. */
export interface Chapter {
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly href: string
  readonly Content: MDXInstance<Front>['Content']
}

interface Front extends Record<string, unknown> {
  title: string
  lead: string
}

/** Every chapter, the start first; none for an office that publishes no manual. */
export function chapters(): Chapter[] {
  const files = import.meta.glob<MDXInstance<Front>>('@content/manual/*.mdx', { eager: true })
  return Object.entries(files)
    .map(([path, { frontmatter, Content }]) => {
      const name = path.replace(/^.*\/|\.mdx$/g, '')
      const { title, lead } = frontmatter
      return { name, title, lead, href: manualPage(name), Content }
    })
    .sort((a, b) => Number(b.name === 'index') - Number(a.name === 'index'))
}
