import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isLeft, namesIn } from './leftovers.ts'
import { thisProcess } from './process-name.ts'

/**
 * Gives `use` the path of a folder to build in, with nothing there yet, that is gone afterwards. What
 * killed processes left there is removed first.
 */
export async function inStaging<T>(use: (folder: string) => Promise<T>): Promise<T> {
  // Inside the project: Astro takes a folder beside it whose name begins alike for its own.
  const root = resolve('node_modules/.cache/gongshi/staging')
  const folder = join(root, thisProcess())
  for (const name of namesIn(root))
    if (isLeft(join(root, name), name) || name === thisProcess())
      rmSync(join(root, name), { recursive: true, force: true })
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
