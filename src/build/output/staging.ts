import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isLeftover, namesIn } from './leftovers.ts'
import { thisProcess } from './process-name.ts'

/**
 * Gives `use` the path of a folder to build in, with nothing there yet. It is removed afterwards; where
 * `use` fails, when the process ends. What killed processes left there is removed first.
 */
export async function inStaging<T>(use: (folder: string) => Promise<T>): Promise<T> {
  // Inside the project: Astro takes a folder beside it whose name begins alike for its own.
  const root = resolve('node_modules/.cache/gongshi/staging')
  const folder = join(root, thisProcess())
  for (const name of namesIn(root))
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
    // Where one page failed, others are still being rendered and need what is in the folder.
    process.once('exit', remove)
    throw error
  }
}
