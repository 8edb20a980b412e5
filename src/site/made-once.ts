import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { programHash } from '#loading/program-hash.ts'
import { readSealed, writeSealed } from '#loading/sealed-file.ts'

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
    const name = hash('sha256', `${this.#program}\n${kind}\n${JSON.stringify(of)}`)
    const file = join(this.#folder, name)
    const known = readSealed(file)
    if (known !== null) return Uint8Array.from(known)
    const made = Uint8Array.from(await make())
    writeSealed(file, made)
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
