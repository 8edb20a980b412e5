import { readFileSync } from 'node:fs'

const { name, version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { name: string; version: string }

/** The name and version of this program. */
export const product = { name, version }
