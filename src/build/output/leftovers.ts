import { readdirSync, statSync } from 'node:fs'
import { stateOf } from './process-name.ts'

/** Nobody can tell whether a process of another machine still runs; none builds for a day. */
const longestElsewhere = 24 * 60 * 60 * 1000

/** Whether what lies at a path was left by a process of this name that is gone. */
export function isLeftover(path: string, name: string): boolean {
  const state = stateOf(name)
  if (state !== 'elsewhere') return state === 'gone'
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
  return Date.now() - mtimeMs > longestElsewhere
}

/** What a folder holds; nothing where there is none. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
