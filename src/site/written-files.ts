import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes files below a folder by their paths there, and each folder on the way once. One after the
 * other, without waiting in between: for thousands of small files the waiting takes longer than the
 * writing.
 */
export function writerInto(folder: string): (path: string, bytes: Uint8Array) => void {
  const folders = new Set<string>()
  return (path, bytes) => {
    const file = join(folder, path)
    const parent = dirname(file)
    if (!folders.has(parent)) {
      mkdirSync(parent, { recursive: true })
      folders.add(parent)
    }
    writeFileSync(file, bytes)
  }
}
