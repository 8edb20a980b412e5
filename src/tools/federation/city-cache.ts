import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { everyNameIn } from '#read/files/regular-files.ts'
import { replaceAtomically, recover } from '#build/output/atomic-replace.ts'

/** The last good copy of a city's files, used when the city cannot be reached. */
interface CachedFiles {
  /** The day on which it was fetched. */
  readonly on: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** The list of a city's files; its name is that of copies made by earlier versions. */
const listFile = 'kept.json'

const record = z.object({ on: z.iso.date(), files: z.array(z.string()) })

/** The cached copy of a city; null where there is no complete one. */
export function cachedFiles(folder: string, city: string): CachedFiles | null {
  const own = join(folder, city)
  recover(own)
  try {
    const { on, files } = record.parse(JSON.parse(readFileSync(join(own, listFile), 'utf8')))
    return {
      on,
      files: new Map(files.map((name, at) => [name, readFileSync(join(own, String(at)))])),
    }
  } catch {
    return null
  }
}

/** Replaces the cached copy of a city atomically. */
export function cacheFiles(folder: string, city: string, { on, files }: CachedFiles): void {
  const own = join(folder, city)
  const temporary = `${own}.new`
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  // Files are stored by number, because their names are not trusted.
  const names = [...files.keys()]
  for (const [at, bytes] of [...files.values()].entries())
    writeFileSync(join(temporary, String(at)), bytes)
  writeFileSync(join(temporary, listFile), JSON.stringify({ on, files: names }))
  replaceAtomically(temporary, own)
}

/** Whether a folder is missing, empty or contains only cached copies. */
export function isCacheFolder(folder: string): boolean {
  return (everyNameIn(folder) ?? []).every(
    (name) => /\.(new|gongshi-\w+)$/.test(name) || existsSync(join(folder, name, listFile)),
  )
}
