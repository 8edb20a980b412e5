import { statSync } from 'node:fs'
import { processState } from './process-name.ts'

/**
 * In milliseconds. Whether a process of another machine still runs is unknown, but no build takes a
 * day.
 */
const maxAgeElsewhere = 24 * 60 * 60 * 1000

/** Whether a path was left behind by a process of this name that no longer runs. */
export function isLeftover(path: string, name: string): boolean {
  const state = processState(name)
  if (state !== 'elsewhere') return state === 'gone'
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
  return Date.now() - mtimeMs > maxAgeElsewhere
}
