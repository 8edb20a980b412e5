import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { programHash } from '#loading/program-hash.ts'

const longestUnused = 30 * 24 * 60 * 60 * 1000

/** Files that are dear to make, kept in a folder by what they are made of. */
export class MadeFiles {
  readonly #folder: string
  readonly #program: string

  /** @param program stands for all that turns values into bytes; another one makes everything anew */
  constructor(folder: string, program: string) {
    this.#folder = folder
    this.#program = program
    mkdirSync(folder, { recursive: true })
    this.#forgetUnused()
  }

  /** The bytes that `make` makes, taken from an earlier run where the same was made of the same. */
  async once(
    kind: string,
    of: unknown,
    make: () => Uint8Array | Promise<Uint8Array>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const name = hash(`${this.#program}\n${kind}\n${JSON.stringify(of)}`)
    const file = join(this.#folder, name)
    const known = kept(file)
    if (known !== null) return known
    const made = Uint8Array.from(await make())
    // Written aside: a build that is killed leaves no half of a file under its name.
    const aside = `${file}-${process.pid}`
    writeFileSync(aside, Buffer.concat([Buffer.from(hash(made), 'hex'), made]))
    renameSync(aside, file)
    return made
  }

  /** Removes what no run has asked for in a month. */
  #forgetUnused(): void {
    const since = Date.now() - longestUnused
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name)
      if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? since) < since)
        rmSync(file, { force: true })
    }
  }
}

/** What a file holds, unless it is not there or not what was written: its hash stands before it. */
function kept(file: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = readFileSync(file)
    const made = Uint8Array.from(bytes.subarray(32))
    if (hash(made) !== bytes.subarray(0, 32).toString('hex')) return null
    const now = new Date()
    utimesSync(file, now, now)
    return made
  } catch {
    return null
  }
}

/** Where files that are dear to make are kept. */
export const madeFolder = 'node_modules/.cache/gongshi/made'

let files: MadeFiles | null = null

/** From here on, this process keeps what is dear to make. Only builds do: while the program itself is edited, all is made anew. */
export function keepMade(): void {
  files ??= new MadeFiles(madeFolder, programHash(['src']))
}

/**
 * The bytes that `make` makes; a build takes them from an earlier one where the same was made of the
 * same by the same program. Only for what takes longer to make than to look up, and follows from `of`
 * alone, which is plain values.
 */
export const madeOnce = async (
  kind: string,
  of: unknown,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> =>
  files === null ? Uint8Array.from(await make()) : files.once(kind, of, make)

const hash = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex')
