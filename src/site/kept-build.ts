import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { programHash } from '#loading/program-hash.ts'
import { namesIn } from '#output/leftovers.ts'
import { madeFolder } from './made-once.ts'
import type { SearchPart } from './search-parts.ts'
import type { Settings } from './settings.ts'
import type { Snapshot } from './snapshot.ts'
import type { Stamp } from './written-files.ts'

/** A file of a build as it was kept. */
export interface KeptFile {
  readonly path: string
  /** Which of the packs holds its bytes, and from where on. */
  readonly pack: number
  readonly at: number
  readonly length: number
  readonly sum: number
  /** By what it is known in the built site; null as long as only the bundler has written it. */
  readonly stamp: Stamp | null
  /** How it was made; null for what the bundler or the search wrote. */
  readonly made: Making | null
}

export interface Making {
  /** The program that made it, by its component and route. */
  readonly component: string
  readonly route: string
  /** What it read, as places in the list of names. */
  readonly reads: readonly number[]
  /** The part of the search that it is in; null for what is not searched. */
  readonly part: SearchPart | null
}

/** What Astro knows of the looks of each page: its key and its style sheets. */
export type PageStyles = readonly (readonly [key: string, styles: readonly unknown[]])[]

/** All that a build leaves for the next one. */
export interface Kept {
  /** Stands for the programs and settings that made it. */
  readonly key: string
  readonly snapshot: Snapshot
  readonly names: readonly string[]
  readonly outside: readonly number[]
  readonly shared: readonly (readonly [name: number, reads: readonly number[]])[]
  readonly styles: PageStyles
  /** Name of the file that starts the bundled program. */
  readonly entry: string
  readonly program: Hashes
  /** In how many packs the bytes of the files lie. */
  readonly packs: number
  readonly files: readonly KeptFile[]
}

/** The files of a bundled program with their hashes. */
export type Hashes = readonly (readonly [path: string, sha256: string])[]

export const manifest = 'build.json'
export const packName = (pack: number): string => `files-${pack}`
export const programFolder = 'program'

/** What of the settings shows in the files of a site. */
const shownOf = ({
  dataDir,
  contentDir,
  siteUrl,
  history,
  archives,
  unfinished,
}: Settings): string =>
  JSON.stringify(
    [dataDir, contentDir, siteUrl, history, archives, unfinished].map((one) => one ?? null),
  )

/** Where a build with some settings is kept. */
export function keptFolder(settings: Settings): string {
  const name = createHash('sha256').update(shownOf(settings)).digest('hex').slice(0, 16)
  return join('node_modules/.cache/gongshi/builds', name)
}

/**
 * Stands for the programs and settings that make a build; only of the same is anything used again. A
 * bundled program names the project's own modules by where they lie.
 */
export const keyOf = (settings: Settings): string =>
  programHash(['src', 'public', 'astro.config.mjs', join(settings.contentDir, 'manual')]) +
  shownOf(settings) +
  process.cwd()

/** Leaves the next build nothing to use again. */
export function forgetBuilds(settings: Settings): void {
  rmSync(keptFolder(settings), { recursive: true, force: true })
  // The folder itself stays: another build may be writing into it.
  for (const name of namesIn(madeFolder)) rmSync(join(madeFolder, name), { force: true })
}

/** The file that starts a bundled program; null where there is none. */
export const entryOf = (folder: string): string | null =>
  namesIn(folder).find((name) => /^prerender-entry.*\.mjs$/.test(name)) ?? null

/** A kept build with the contents of its files. */
export interface OpenedBuild extends Kept {
  /** Bytes in its packs, of which some may be of files of earlier builds. */
  readonly held: number
  /** Throws when they are not what was kept. */
  readonly bytesOf: (file: KeptFile) => Buffer
  readonly close: () => void
}

/** The build that was kept in a folder by the same programs, to be closed; null where there is none. */
export function openKept(folder: string, key: string): OpenedBuild | null {
  const packs: number[] = []
  const close = (): void => {
    for (const pack of packs.splice(0)) closeSync(pack)
  }
  try {
    const kept = JSON.parse(readFileSync(join(folder, manifest), 'utf8')) as Kept
    if (kept.key !== key) return null
    for (let pack = 0; pack < kept.packs; pack++)
      packs.push(openSync(join(folder, packName(pack)), 'r'))
    const held = packs.reduce((sum, pack) => sum + fstatSync(pack).size, 0)
    const bytesOf = ({ path, pack, at, length, sum }: KeptFile): Buffer => {
      const bytes = Buffer.allocUnsafe(length)
      const count = readSync(packs[pack] ?? -1, bytes, 0, length, at)
      if (count !== length || crc32(bytes) !== sum) throw new Error(`${path} is damaged`)
      return bytes
    }
    const now = new Date()
    utimesSync(folder, now, now)
    return { ...kept, held, bytesOf, close }
  } catch {
    close()
    return null
  }
}
