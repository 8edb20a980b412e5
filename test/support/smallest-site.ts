import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files in the manual's chapter about adopting the program that make a complete site, by their
 * paths.
 */
export const smallestSite = (): Record<string, string> => filesOfChapter('another-city')

/** The files of the chapter on a site of reports alone. */
export const reportsOnlySite = (): Record<string, string> => filesOfChapter('reports-only')

function filesOfChapter(name: string): Record<string, string> {
  const chapter = join(import.meta.dirname, `../../content/manual/${name}.mdx`)
  const files = readFileSync(chapter, 'utf8').matchAll(/^```\w+ file=(\S+)\n([^]*?)```$/gm)
  return Object.fromEntries([...files].map(([, file = '', text = '']) => [file, text]))
}

/** A day after all of its dates. */
export const smallestAsOf = '2025-06-01'
