import { join, relative, resolve, sep } from 'node:path'
import type { Settings } from '#build/settings.ts'

/** The way to the schemas from data that lies in this project; elsewhere it would name a machine's folders. */
export function schemasFrom({ dataDir }: Settings): string | null {
  const project = resolve('.')
  return dataDir.startsWith(`${project}${sep}`)
    ? relative(dataDir, join(project, 'public', 'schema')).replaceAll(sep, '/')
    : null
}
