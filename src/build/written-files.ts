import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

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

  /** @throws Error when the file is there already */
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

/** Writes bytes to an open file, also where the system takes only a part of them at a time. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
