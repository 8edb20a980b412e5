import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceAtomically, recover } from '#build/output/atomic-replace.ts'

/** The last good copy of a city's files, so that a city that is gone today keeps its row. */
export interface Copy {
  /** The day on which it was fetched. */
  readonly on: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

const record = z.object({ on: z.iso.date(), files: z.array(z.string()) })

/** The copy of a city; null where there is none that is whole. */
export function keptCopy(folder: string, city: string): Copy | null {
  const own = join(folder, city)
  recover(own)
  try {
    const { on, files } = record.parse(JSON.parse(readFileSync(join(own, 'kept.json'), 'utf8')))
    return {
      on,
      files: new Map(files.map((name, at) => [name, readFileSync(join(own, String(at)))])),
    }
  } catch {
    return null
  }
}

/** Keeps a copy in place of the last one, whole or not at all. */
export function keep(folder: string, city: string, { on, files }: Copy): void {
  const own = join(folder, city)
  const fresh = `${own}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  // Files go by number: their names come from elsewhere.
  const names = [...files.keys()]
  for (const [at, bytes] of [...files.values()].entries())
    writeFileSync(join(fresh, String(at)), bytes)
  writeFileSync(join(fresh, 'kept.json'), JSON.stringify({ on, files: names }))
  replaceAtomically(fresh, own)
}

/** Whether a folder is free or holds only such copies. */
export function mayHoldCopies(folder: string): boolean {
  if (!existsSync(folder)) return true
  return readdirSync(folder).every(
    (name) => /\.(new|gongshi-\w+)$/.test(name) || existsSync(join(folder, name, 'kept.json')),
  )
}
