import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Folders } from './files.ts'

const mark = '\uFEFF'

/** The path on disk of a file that problems call `data/…` or `content/…`. */
export function pathIn({ data, content }: Folders, file: string): string {
  const [root, ...rest] = file.split('/')
  return join(root === 'data' ? data : content, ...rest)
}

/** The text of an authored file, without its byte-order mark; null when there is none. */
export function textAt(folders: Folders, file: string): string | null {
  const bytes = bytesAt(pathIn(folders, file))
  return bytes === null ? null : bytes.toString('utf8').replace(mark, '')
}

function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Writes files anew, each in one step, with the byte-order mark that it had: whoever reads meanwhile
 * finds the old file or the new one. All are written beside their places before the first is put in
 * place, so that a full disk changes nothing.
 */
export function rewriteFiles(folders: Folders, texts: ReadonlyMap<string, string>): void {
  const made: { fresh: string; path: string }[] = []
  try {
    for (const [file, text] of texts) {
      const path = pathIn(folders, file)
      const had = bytesAt(path)?.toString('utf8').startsWith(mark) === true
      mkdirSync(dirname(path), { recursive: true })
      const fresh = `${path}.new`
      made.push({ fresh, path })
      writeFileSync(fresh, had ? mark + text : text)
    }
    for (const { fresh, path } of made) renameSync(fresh, path)
  } finally {
    for (const { fresh } of made) rmSync(fresh, { force: true })
  }
}
