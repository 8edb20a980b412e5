import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '#problems/problem.ts'
import { inFile } from '#problems/problem.ts'

/** The two folders of authored files, as absolute or working-directory-relative paths. */
export interface Folders {
  readonly data: string
  readonly content: string
}

/** A text file with the name under which problems speak of it: `data/units.yaml`. */
export interface SourceText {
  readonly file: string
  readonly text: string
}

/** Names of the entries of a folder, sorted by code unit; none when there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

export const folderExists = (folder: string): boolean => {
  try {
    readdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Reads a file as UTF-8, without its byte-order mark. */
export function readSource(root: string, path: string, shown: string): SourceText | Problem {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(root, path))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    if (reason === 'ENOENT')
      return { code: 'file-missing', level: 'error', file: shown, place: inFile, args: { name: shown } }
    return { code: 'file-unreadable', level: 'error', file: shown, place: inFile, args: { reason } }
  }
  try {
    return { file: shown, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { code: 'not-utf-8', level: 'error', file: shown, place: inFile, args: {} }
  }
}
