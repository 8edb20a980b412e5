import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { crc32 } from 'node:zlib'
import { isLeft, namesIn } from '#output/leftovers.ts'
import { thisProcess } from '#output/process-name.ts'
import {
  type Hashes,
  type Kept,
  type KeptFile,
  type Making,
  manifest,
  type OpenedBuild,
  packName,
  programFolder,
} from './kept-build.ts'
import type { Reads } from './reads.ts'
import { type Stamp, writeWhole } from './written-files.ts'

/** What is larger is made anew each time: to remember what each of its files read takes much memory. */
const mostBytes = 1_000_000_000
/** Each build adds a pack. With more of them, when they hold so many times what is still used, or nearly all that may be kept, all is written into one again. */
const mostPacks = 50
const mostUnused = 1.5
const mostHeld = 0.9
/** Sites with different settings that are built in turn. */
const mostKept = 4
const longestUnused = 30 * 24 * 60 * 60 * 1000

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
    this.#aside = `${folder}@${thisProcess()}`
    this.#last = last
    this.#base = last === null || isWorn(last, most) ? null : last
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
    try {
      writeFileSync(join(this.#aside, manifest), JSON.stringify(kept))
      rmSync(this.#folder, { recursive: true, force: true })
      renameSync(this.#aside, this.#folder)
    } catch {
      // The disk is full, or another build has put its own there meanwhile or still reads the one that was.
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
    try {
      writeWhole(this.#out, bytes)
    } catch {
      // That there is no room to keep it is no reason for a site not to be built.
      this.drop()
      return
    }
    const { length } = bytes
    this.#paths.add(path)
    const [pack, at] = [this.#pack, this.#at]
    this.#files.push({ path, pack, at, length, sum: crc32(bytes), stamp, made })
    this.#at += length
    if (this.#at + (this.#base?.held ?? 0) <= this.#mostBytes) return
    this.drop()
    // What was kept when it was smaller would be compared with for ever.
    rmSync(this.#folder, { recursive: true, force: true })
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

function isWorn({ packs, held, files }: OpenedBuild, most: number): boolean {
  const used = files.reduce((sum, { length }) => sum + length, 0)
  return packs >= mostPacks || held > used * mostUnused || held > most * mostHeld
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
  const builderOf = (name: string): string | undefined => name.split('@')[1]
  const names = namesIn(folder)
  const kept = names
    .filter((name) => builderOf(name) === undefined)
    .sort((a, b) => usedAt(b) - usedAt(a))
  const isToGo = (name: string): boolean => {
    const builder = builderOf(name)
    return builder === undefined
      ? usedAt(name) < since || kept.indexOf(name) >= mostKept
      : isLeft(join(folder, name), builder)
  }
  for (const name of names.filter(isToGo))
    rmSync(join(folder, name), { recursive: true, force: true })
}
