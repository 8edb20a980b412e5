import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the manual's chapter for another city that are a complete site, by their paths. */
export function smallestSite(): Record<string, string> {
  const chapter = join(import.meta.dirname, '../../content/manual/another-city.mdx')
  const files = readFileSync(chapter, 'utf8').matchAll(/^```\w+ file=(\S+)\n([^]*?)```$/gm)
  return Object.fromEntries([...files].map(([, file = '', text = '']) => [file, text]))
}

/** A day after everything in it. */
export const smallestAsOf = '2025-06-01'
