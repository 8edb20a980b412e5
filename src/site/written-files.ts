import {
  closeSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** By what a file that was written is known again: as long as this and its length are the same, nobody wrote to it. */
export type Stamp = readonly [inode: number, modified: number]

/**
 * Writes files below a folder by their paths there, and each folder on the way once. One after the
 * other, without waiting in between: for thousands of small files the waiting takes longer than the
 * writing.
 */
export class FolderWriter {
  readonly #folder: string
  readonly #folders = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @throws Error when the file is there already: it may be one of another folder too */
  write(path: string, bytes: Uint8Array): Stamp {
    const file = openSync(this.#placeOf(path), 'wx')
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      return stampIn(fstatSync(file))
    } finally {
      closeSync(file)
    }
  }

  /**
   * Gives a file of another folder the same path in this one too, as long as it is as it was stamped;
   * false where it is not, or where the file system gives a file one name only. To make a file takes
   * several times as long.
   */
  share(path: string, from: string, { length, stamp }: Stamped): boolean {
    if (stamp === null) return false
    const file = join(from, path)
    const found = lstatSync(file, { throwIfNoEntry: false })
    if (found?.isFile() !== true || found.size !== length) return false
    const [inode, modified] = stampIn(found)
    if (inode !== stamp[0] || modified !== stamp[1]) return false
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
