import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFoldersFor, statPath } from './regular-files.ts'

/** A file to be written, with its whole text. */
interface NewFile {
  readonly root: string
  /** Below the root. */
  readonly path: string
  readonly text: string
}

/**
 * Writes files atomically: a reader sees the old file or the new one, and a killed command leaves no
 * half of one. All are written to temporary files before the first is renamed, so a full disk changes
 * nothing.
 *
 * @throws UnsafePath where a file would be written through a link
 */
export function replaceFiles(files: readonly NewFile[]): void {
  const written: { temporary: string; path: string }[] = []
  try {
    for (const { root, path, text } of files) {
      makeFoldersFor(root, path)
      const temporary = `${path}.new`
      // A leftover of a killed command, or something placed there on purpose: remove a link, never
      // follow it.
      if (statPath(root, temporary).kind !== 'nothing')
        rmSync(join(root, temporary), { recursive: true })
      written.push({ temporary: join(root, temporary), path: join(root, path) })
      writeFileSync(join(root, temporary), text, { flag: 'wx' })
    }
    for (const { temporary, path } of written) renameSync(temporary, path)
  } finally {
    for (const { temporary } of written) rmSync(temporary, { force: true })
  }
}
