import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the README that are a complete site, by their paths. */
export function smallestSite(): Record<string, string> {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const files = readme.matchAll(
    /^`((?:data|content)\/\S+)`\n\n(?:<!--.*-->\n)?```\w+\n([^]*?)```$/gm,
  )
  return Object.fromEntries([...files].map(([, file = '', text = '']) => [file, text]))
}

/** A day after everything in it. */
export const smallestAsOf = '2025-06-01'
