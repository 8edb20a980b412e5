import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** By what a file that was written is known again: whoever writes to it, and does not hide that, changes it or the length. */
export type Stamp = readonly [inode: number, modified: number]

/**
 * Writes files below a folder by their paths there, and each folder on the way once. One after the
 * other, without waiting in between: for thousands of small files the waiting takes longer than the
 * writing.
 */
export class FolderWriter {
  readonly #folder: string
  readonly #folders = new Set<string>()
  #mode: number | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @throws Error when the file is there already: it may be one of another folder too */
  write(path: string, bytes: Uint8Array): Stamp {
    const place = this.#placeOf(path)
    const file = openSync(place, 'wx')
    try {
      writeWhole(file, bytes)
    } finally {
      closeSync(file)
    }
    // Some systems settle the time only now.
    return stampIn(lstatSync(place))
  }

  /**
   * Gives a file of another folder the same path in this one too, as long as it is as it was stamped
   * and may be read by whom a new one may; false where it is not, or where the file system gives a
   * file one name only. To make a file takes several times as long.
   */
  share(path: string, from: string, { length, stamp }: Stamped): boolean {
    if (stamp === null) return false
    const file = join(from, path)
    const found = lstatSync(file, { throwIfNoEntry: false })
    if (found?.isFile() !== true || found.size !== length) return false
    const [inode, modified] = stampIn(found)
    if (inode !== stamp[0] || modified !== stamp[1] || found.mode !== this.#newMode()) return false
    try {
      linkSync(file, this.#placeOf(path))
      return true
    } catch {
      return false
    }
  }

  /** Removes everything below the folder. */
  clear(): void {
    this.#folders.clear()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Who may read a new file, by the settings of whoever builds. */
  #newMode(): number {
    if (this.#mode !== null) return this.#mode
    const place = this.#placeOf('.new')
    closeSync(openSync(place, 'wx'))
    this.#mode = lstatSync(place).mode
    rmSync(place)
    return this.#mode
  }

  #placeOf(path: string): string {
    const file = join(this.#folder, path)
    const parent = dirname(file)
    if (!this.#folders.has(parent)) {
      mkdirSync(parent, { recursive: true })
      this.#folders.add(parent)
    }
    return file
  }
}

interface Stamped {
  readonly length: number
  /** Null for a file that was not written here. */
  readonly stamp: Stamp | null
}

const stampIn = ({ ino, mtimeMs }: Stats): Stamp => [ino, mtimeMs]

/** Writes bytes to an open file, also where the system takes only a part of them at a time. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
