import { join, relative, resolve, sep } from 'node:path'
import type { Settings } from '#build/settings.ts'

/**
 * The relative path from the data folder to the schemas; null if the data are outside this project,
 * where the path would reveal folders of the machine.
 */
export function schemasFrom({ dataDir }: Settings): string | null {
  const project = resolve('.')
  return dataDir.startsWith(`${project}${sep}`)
    ? relative(dataDir, join(project, 'public', 'schema')).replaceAll(sep, '/')
    : null
}
