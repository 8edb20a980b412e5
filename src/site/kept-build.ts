import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  cpSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { crc32 } from 'node:zlib'
import { programHash } from '#loading/program-hash.ts'
import { madeFolder } from './made-once.ts'
import { everyField, presenceOf, type Reads } from './reads.ts'
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
  /** By what it is known in the built site; null where the bundler wrote it. */
  readonly stamp: Stamp | null
  /** How it was made; null for what the bundler or the search wrote. */
  readonly made: Making | null
}

interface Making {
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
type Hashes = readonly (readonly [path: string, sha256: string])[]

const manifest = 'build.json'
const packName = (pack: number): string => `files-${pack}`
export const programFolder = 'program'
/** What is larger is made anew each time: to remember what each of its files read takes much memory. */
const mostBytes = 1_000_000_000
/** Each build adds a pack. With more of them, or when they hold so many times what is still used, all is written into one again. */
const mostPacks = 50
const mostUnused = 1.5
/** Sites with different settings that are built in turn. */
const mostKept = 4
const longestUnused = 30 * 24 * 60 * 60 * 1000

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

/**
 * Takes down a build while it is made. It takes the place of an earlier one only when it is whole. Of
 * an earlier one that it goes on from, it takes over what stays.
 */
export class BuildKeeper {
  readonly #folder: string
  readonly #aside: string
  readonly #last: OpenedBuild | null
  /** The earlier build where its packs and the numbers of its names are used on. */
  readonly #base: OpenedBuild | null
  readonly #pack: number
  readonly #mostBytes: number
  readonly #out: number
  readonly #files: KeptFile[] = []
  readonly #paths = new Set<string>()
  readonly #numbers: Map<string, number>
  #program: Hashes = []
  #at = 0
  #isOpen = true

  constructor(folder: string, last: OpenedBuild | null = null, most = mostBytes) {
    this.#mostBytes = most
    this.#folder = folder
    this.#aside = `${folder}-${process.pid}`
    this.#last = last
    this.#base = last === null || isWorn(last) ? null : last
    this.#pack = this.#base?.packs ?? 0
    this.#numbers = new Map(this.#base?.names.map((name, number) => [name, number]))
    forgetUnused(dirname(folder))
    // A pack that is open for writing must not be one of the earlier build.
    rmSync(this.#aside, { recursive: true, force: true })
    mkdirSync(this.#aside, { recursive: true })
    for (let pack = 0; pack < this.#pack; pack++)
      sameFile(join(folder, packName(pack)), join(this.#aside, packName(pack)))
    this.#out = openSync(join(this.#aside, packName(this.#pack)), 'w')
  }

  /** Copies the bundled program, which goes away after the build, and gives the folder of the copy. */
  keepProgram(from: string): string {
    const program = join(this.#aside, programFolder)
    cpSync(from, program, { recursive: true })
    this.#program = hashesBelow(program)
    return program
  }

  /** Whether the program is, file by file, the one that made the earlier build. */
  hasProgramOfLast(): boolean {
    return JSON.stringify(this.#program) === JSON.stringify(this.#last?.program)
  }

  /** Takes over a file of the earlier build. */
  keep(file: KeptFile, stamp: Stamp | null): void {
    if (this.#base !== null) {
      this.#paths.add(file.path)
      this.#files.push({ ...file, stamp })
      return
    }
    if (this.#last === null) throw new Error(`${file.path} is of no earlier build`)
    const { path, made } = file
    const again = made === null ? null : { ...made, reads: this.#again(made.reads) }
    this.#write(path, this.#last.bytesOf(file), again, stamp)
  }

  add(
    path: string,
    bytes: Uint8Array,
    made: (Omit<Making, 'reads'> & { readonly reads: Iterable<string> }) | null,
    stamp: Stamp | null,
  ): void {
    const numbered = made === null ? null : { ...made, reads: this.#numbered(made.reads) }
    this.#write(path, bytes, numbered, stamp)
  }

  /** Takes down what else lies in the folder of a built site: what the bundler wrote. */
  addOthers(site: string): void {
    for (const path of pathsBelow(site))
      if (!this.#paths.has(path)) this.add(path, readFileSync(join(site, path)), null, null)
  }

  /** Puts what was taken down where the next build looks for it. */
  finish(
    reads: Pick<Reads, 'outside' | 'shared'>,
    rest: Pick<Kept, 'key' | 'snapshot' | 'styles' | 'entry'>,
  ): void {
    if (!this.#isOpen) return
    closeSync(this.#out)
    this.#isOpen = false
    const kept: Kept = {
      ...rest,
      outside: united(this.#again(this.#last?.outside ?? []), this.#numbered(reads.outside)),
      shared: this.#sharedOf(reads),
      names: [...this.#numbers.keys()],
      program: this.#program,
      packs: this.#pack + 1,
      files: this.#files,
    }
    writeFileSync(join(this.#aside, manifest), JSON.stringify(kept))
    try {
      rmSync(this.#folder, { recursive: true, force: true })
      renameSync(this.#aside, this.#folder)
    } catch {
      // Another build has put its own there meanwhile, or still reads the one that was.
      this.drop()
    }
  }

  /** Whether this is still taken down: not when it was dropped, or has grown too large. */
  get isKept(): boolean {
    return this.#isOpen
  }

  /** Leaves nothing of a build that is not to be kept. */
  drop(): void {
    if (this.#isOpen) closeSync(this.#out)
    this.#isOpen = false
    this.#files.length = 0
    this.#paths.clear()
    this.#numbers.clear()
    rmSync(this.#aside, { recursive: true, force: true })
  }

  #write(path: string, bytes: Uint8Array, made: Making | null, stamp: Stamp | null): void {
    if (!this.#isOpen) return
    writeSync(this.#out, bytes)
    const { length } = bytes
    this.#paths.add(path)
    const [pack, at] = [this.#pack, this.#at]
    this.#files.push({ path, pack, at, length, sum: crc32(bytes), stamp, made })
    this.#at += length
    if (this.#at + (this.#base?.held ?? 0) > this.#mostBytes) this.drop()
  }

  /** What the things that files share have read: what stays may rest on what they read before. */
  #sharedOf({ shared }: Pick<Reads, 'shared'>): [name: number, reads: readonly number[]][] {
    const all = new Map<number, readonly number[]>()
    for (const [name, reads] of this.#last?.shared ?? [])
      for (const number of this.#again([name])) all.set(number, this.#again(reads))
    for (const [name, reads] of shared) {
      const number = this.#number(name)
      all.set(number, united(all.get(number) ?? [], this.#numbered(reads)))
    }
    return [...all]
  }

  /** The numbers that names of the earlier build have in this one. */
  #again(numbers: readonly number[]): readonly number[] {
    return this.#base !== null
      ? numbers
      : numbers.map((number) => this.#number(this.#last?.names[number] ?? ''))
  }

  #numbered(names: Iterable<string>): number[] {
    return [...names].map((name) => this.#number(name))
  }

  #number(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const { size } = this.#numbers
    this.#numbers.set(name, size)
    return size
  }
}

const united = (some: readonly number[], others: readonly number[]): readonly number[] =>
  some.length === 0 ? others : [...new Set([...some, ...others])]

/** Another name for a file; a copy where the file system has one name for each. */
function sameFile(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch {
    copyFileSync(file, name)
  }
}

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

function isWorn({ packs, held, files }: OpenedBuild): boolean {
  const used = files.reduce((sum, { length }) => sum + length, 0)
  return packs >= mostPacks || held > used * mostUnused
}

/**
 * Whether what was made then and read these names may be another now; null when everything may be,
 * because something changed that was read outside the files, or that is not followed.
 */
export function affectedBy(
  { names, outside, shared, snapshot: before }: Kept,
  now: Snapshot,
): ((reads: readonly number[]) => boolean) | null {
  const changed = changedReads(before, now)
  if (changed === null) return null
  const hit = new Set<number>()
  for (const [number, name] of names.entries()) if (changed.has(name)) hit.add(number)
  const isHit = (reads: readonly number[]): boolean => reads.some((read) => hit.has(read))
  // What is shared may rest on what is shared.
  for (let size = -1; size !== hit.size;) {
    size = hit.size
    for (const [name, reads] of shared) if (isHit(reads)) hit.add(name)
  }
  return isHit(outside) ? null : isHit
}

/** The reads of records that would give another value now; null when more than fields of records changed. */
function changedReads(before: Snapshot, now: Snapshot): ReadonlySet<string> | null {
  const names = Object.keys(now.records)
  const same = Object.keys(before.records)
  if (before.rest !== now.rest || names.join('\n') !== same.join('\n')) return null
  const changed = new Set<string>()
  for (const name of names) {
    const [was, is] = [before.records[name] ?? {}, now.records[name] ?? {}]
    if (Object.keys(was).join('\n') !== Object.keys(is).join('\n'))
      changed.add(`${name}#${everyField}`)
    for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (was[field] !== is[field]) changed.add(`${name}#${field}`)
      if (field in was !== field in is) changed.add(`${name}#${presenceOf(field)}`)
    }
  }
  return changed
}

const hashesBelow = (folder: string): [string, string][] =>
  pathsBelow(folder).map((path) => [
    path,
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex'),
  ])

const pathsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.replaceAll(sep, '/'))
    .sort()

/** Removes what no build has used in a month or since several others, and what killed ones have left. */
function forgetUnused(folder: string): void {
  const since = Date.now() - longestUnused
  const usedAt = (name: string): number =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const builderOf = (name: string): string | undefined => /-(\d+)$/.exec(name)?.[1]
  const names = namesIn(folder)
  const kept = names
    .filter((name) => builderOf(name) === undefined)
    .sort((a, b) => usedAt(b) - usedAt(a))
  const isLeft = (name: string): boolean => {
    const builder = builderOf(name)
    return builder === undefined
      ? usedAt(name) < since || kept.indexOf(name) >= mostKept
      : !isAtWork(Number(builder))
  }
  for (const name of names.filter(isLeft))
    rmSync(join(folder, name), { recursive: true, force: true })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether another process of this number runs. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
