import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { everyNameIn } from '#read/files/regular-files.ts'
import { isLeftover } from './leftovers.ts'
import { thisProcess } from './process-name.ts'

/**
 * Calls `use` with the path of a new folder to build in. The folder is removed afterwards, or when the
 * process ends if `use` fails. Folders that killed processes left behind are removed first.
 */
export async function inStaging<T>(use: (folder: string) => Promise<T>): Promise<T> {
  // Inside the project: Astro mistakes a folder beside it whose name begins alike for a part of it.
  const root = resolve('node_modules/.cache/gongshi/staging')
  const folder = join(root, thisProcess())
  for (const name of everyNameIn(root) ?? [])
    if (isLeftover(join(root, name), name) || name === thisProcess())
      rmSync(join(root, name), { recursive: true, force: true })
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const result = await use(folder)
    remove()
    return result
  } catch (error) {
    // After one page has failed, other pages are still being rendered into the folder.
    process.once('exit', remove)
    throw error
  }
}
