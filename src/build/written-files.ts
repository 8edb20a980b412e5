import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes files below a folder, and creates missing folders. It uses synchronous calls: for thousands
 * of small files, asynchronous ones spend more time waiting than writing.
 */
export class FolderWriter {
  readonly #folder: string
  readonly #folders = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @throws Error when the file exists already */
  write(path: string, bytes: Uint8Array): void {
    const place = join(this.#folder, path)
    const parent = dirname(place)
    if (!this.#folders.has(parent)) {
      mkdirSync(parent, { recursive: true })
      this.#folders.add(parent)
    }
    const file = openSync(place, 'wx')
    try {
      writeWhole(file, bytes)
    } finally {
      closeSync(file)
    }
  }
}

/** Writes all bytes to an open file; one system call may write only a part of them. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
