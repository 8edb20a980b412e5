import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { SourceText } from '#reading/source-text.ts'
import type { Folders } from './files.ts'
import { programHash } from './program-hash.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** What was made of a text, in plain values. */
interface MadeOfText {
  /** How `Keeping` packs what was read. */
  readonly packed: unknown
  /** What rules and reports made of it besides, by what it is about. */
  readonly found: Map<string, unknown>
}

/** What was made of texts, by the hash of each with its name. */
type Made = Map<string, MadeOfText>

/** The last report, with the hash of all that it rests on. */
interface KeptReport {
  readonly key: string
  readonly report: unknown
}

interface Kept {
  readonly made: Made
  readonly report: KeptReport | null
}

/** With what stands for the programs that made it. */
type KeptFile = Kept & { readonly program: string }

/** Of the project: some commands run in another folder. */
const root = join(import.meta.dirname, '../..')
const usualFolder = join(root, 'node_modules/.cache/gongshi/reading')
/** Pairs of folders that are read in turn. */
const mostKept = 8

/** What an earlier command made of texts, and what this one makes. */
class KeptReading {
  readonly #folder: string
  readonly #file: string
  readonly #program = programHash(['src'], root)
  readonly #before: Kept
  readonly #now: Made = new Map()
  #report: KeptReport | null = null
  /** The newest text of each file, with its hash. */
  readonly #keys = new Map<string, { readonly text: string; readonly key: string }>()
  #hasNew = false

  constructor({ data, content }: Folders, folder: string) {
    this.#folder = folder
    this.#file = join(folder, hash('sha256', `${data}\n${content}`).slice(0, 16))
    this.#before = keptBy(this.#program, this.#file)
  }

  once<T>(source: SourceText, { pack, unpack }: Keeping<T>, make: () => T): T {
    const key = this.#keyOf(source)
    const known = this.#before.made.get(key)
    if (known !== undefined) {
      // What nobody asks for any more is not kept for ever.
      this.#now.set(key, { packed: known.packed, found: new Map() })
      return unpack(known.packed, source)
    }
    const made = make()
    const packed = pack(made)
    if (packed !== undefined) {
      this.#now.set(key, { packed, found: new Map() })
      this.#hasNew = true
    }
    return made
  }

  /** Of a text that is not kept itself, because there is something wrong in it, nothing is. */
  found<T>(source: SourceText, about: string, make: () => T): T {
    const key = this.#keyOf(source)
    const now = this.#now.get(key)
    if (now === undefined) return make()
    const known = now.found.get(about) ?? this.#before.made.get(key)?.found.get(about)
    const found = known === undefined ? make() : (known as T)
    now.found.set(about, found)
    if (known === undefined) this.#hasNew = true
    return found
  }

  /** Of the same folders, only the last report is kept. */
  report<T>(sources: Iterable<SourceText>, rest: unknown, make: () => T): T {
    const texts = Array.from(sources, (source) => this.#keyOf(source))
    const key = hash('sha256', JSON.stringify([texts, rest]))
    const known = this.#before.report
    if (known?.key === key) {
      this.#report = known
      // Nobody asks for what was found: that the report was the same is no reason to lose it.
      for (const [text, { found }] of this.#now)
        for (const [about, one] of this.#before.made.get(text)?.found ?? []) found.set(about, one)
      return known.report as T
    }
    const report = make()
    this.#report = { key, report }
    this.#hasNew = true
    return report
  }

  #keyOf({ file, text }: SourceText): string {
    const known = this.#keys.get(file)
    if (known?.text === text) return known.key
    const key = hash('sha256', `${file}\n${text}`)
    this.#keys.set(file, { text, key })
    return key
  }

  /** Puts what is new, or without what is gone, in the place of what was. */
  write(): void {
    if (!this.#hasNew && this.#now.size === this.#before.made.size) return
    const kept: KeptFile = { program: this.#program, made: this.#now, report: this.#report }
    try {
      mkdirSync(this.#folder, { recursive: true })
      writeSealed(this.#file, serialize(kept))
      forgetUnused(this.#folder)
    } catch {
      // Without it the next command only takes longer.
    }
  }
}

let reading: KeptReading | null = null

/**
 * Reads folders with what an earlier command made of the same texts by the same programs, and keeps
 * what is made anew for the next one.
 *
 * @param folder where it is kept
 */
export function withKeptReading<T>(folders: Folders, read: () => T, folder = usualFolder): T {
  const here = (reading = new KeptReading(folders, folder))
  try {
    return read()
  } finally {
    reading = null
    here.write()
  }
}

/** Leaves the next command nothing that was read before. */
export function forgetKeptReading(): void {
  rmSync(usualFolder, { recursive: true, force: true })
}

/** How what is made of a text is kept. */
export interface Keeping<T> {
  /** The plain values of what was made; undefined for what is better made anew each time. */
  readonly pack: (made: T) => unknown
  readonly unpack: (packed: unknown, source: SourceText) => T
}

/** What `make` makes of a text, taken from what an earlier command kept of the same one. */
export const keptOr = <T>(source: SourceText, keeping: Keeping<T>, make: () => T): T =>
  reading === null ? make() : reading.once(source, keeping, make)

/**
 * What `make` makes of a text besides, in plain values that rest on nothing but the text and what
 * `about` says; taken from what an earlier command kept of the same one.
 */
export const foundOr = <T>(source: SourceText, about: string, make: () => T): T =>
  reading === null ? make() : reading.found(source, about, make)

/**
 * The report on all that was read, taken from what an earlier command kept when all of it was the same.
 *
 * @param rest whatever the report rests on beside the texts, as JSON tells it
 */
export const reportOr = <T>(sources: Iterable<SourceText>, rest: unknown, make: () => T): T =>
  reading === null ? make() : reading.report(sources, rest, make)

/** What a file keeps, unless it is not there, not whole, or of other programs. */
function keptBy(program: string, file: string): Kept {
  const content = readSealed(file)
  try {
    const kept = content === null ? null : (deserialize(content) as KeptFile)
    if (kept?.program === program) return kept
  } catch {
    // Another Node may write values in a way that this one does not read.
  }
  return { made: new Map(), report: null }
}

/** Removes what was kept before several others, and what killed commands have left. */
function forgetUnused(folder: string): void {
  const usedAt = (name: string): number =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const names = readdirSync(folder).sort((a, b) => usedAt(b) - usedAt(a))
  for (const name of names.slice(mostKept)) rmSync(join(folder, name), { force: true })
}
