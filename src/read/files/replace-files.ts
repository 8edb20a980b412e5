import { renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { maxFileBytes } from './files.ts'
import { makeFoldersFor, readBytes, statPath } from './regular-files.ts'

/** A file to be written, with its whole text. */
export interface NewFile {
  readonly root: string
  /** Below the root. */
  readonly path: string
  readonly text: string
}

const byteOrderMark = '\uFEFF'

/**
 * Writes files atomically and in their order, each with its byte-order mark if it had one: a reader sees
 * the old file or the new one, and a killed command leaves no half of one. All are written to temporary
 * files before the first is renamed, so a full disk or a folder that may not be written to changes nothing.
 *
 * @throws UnsafePath where a file would be written through a link
 */
export function replaceFiles(files: readonly NewFile[]): void {
  const written: { temporary: string; path: string }[] = []
  const folders: string[] = []
  let isComplete = false
  try {
    for (const { root, path, text } of files) {
      folders.push(...makeFoldersFor(root, path))
      const mark = hasByteOrderMark(root, path) ? byteOrderMark : ''
      const temporary = `${path}.new`
      // A leftover of a killed command, or something placed there on purpose: remove a link, never
      // follow it.
      if (statPath(root, temporary).kind !== 'nothing')
        rmSync(join(root, temporary), { recursive: true })
      written.push({ temporary: join(root, temporary), path: join(root, path) })
      writeFileSync(join(root, temporary), mark + text, { flag: 'wx' })
    }
    for (const { temporary, path } of written) renameSync(temporary, path)
    isComplete = true
  } finally {
    for (const { temporary } of written) rmSync(temporary, { force: true })
    if (!isComplete) removeEmptyFolders(folders.reverse())
  }
}

function hasByteOrderMark(root: string, path: string): boolean {
  const found = readBytes(root, path, maxFileBytes)
  return 'bytes' in found && found.bytes.toString('utf8', 0, 3) === byteOrderMark
}

function removeEmptyFolders(folders: readonly string[]): void {
  for (const folder of folders)
    try {
      rmdirSync(folder)
    } catch {
      // Something else was written into it meanwhile.
      continue
    }
}
