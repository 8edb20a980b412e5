import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printable } from '#messages/printable.ts'
import type { Problem } from '#messages/problem.ts'
import { type Folders, mostBytes, readSource } from './files.ts'
import { kindAt, lookAt, makeWayFor, readBytes } from './regular-files.ts'

const mark = '\uFEFF'

/** The folder of a file that problems call `data/…` or `content/…`, and its path below that. */
export function placeIn({ data, content }: Folders, file: string): { root: string; path: string } {
  const [root, ...rest] = file.split('/')
  return { root: root === 'data' ? data : content, path: rest.join('/') }
}

/** The path on disk of a file that problems call `data/…` or `content/…`. */
export function pathIn(folders: Folders, file: string): string {
  const { root, path } = placeIn(folders, file)
  return join(root, path)
}

/** Thrown for a file that cannot be read for certain. The message is Chinese, for whoever gave the command. */
export class UnreadableFile extends Error {
  readonly file: string
  /** Why, where that is known already. */
  readonly problem: Problem | null

  constructor(file: string, problem: Problem | null = null) {
    super(`${printable(file)} 读不准。请先运行 npm run check，改正后再运行。`)
    this.file = file
    this.problem = problem
  }
}

/**
 * The text of an authored file, without its byte-order mark; null when there is none.
 *
 * @throws UnreadableFile for what a check would not read: no regular file, no UTF-8, beyond a limit
 */
export function textAt(folders: Folders, file: string): string | null {
  const { root, path } = placeIn(folders, file)
  if (kindAt(root, path) === 'nothing') return null
  const { source, problem } = readSource(root, path, file)
  if (problem !== null || source === null) throw new UnreadableFile(file)
  return source.text
}

/** Whether a file that is to be written anew begins with a byte-order mark. */
function hasMark(folders: Folders, file: string): boolean {
  const { root, path } = placeIn(folders, file)
  const found = readBytes(root, path, mostBytes)
  if ('bytes' in found) return found.bytes.toString('utf8', 0, 3) === mark
  if (found.refused === 'nothing') return false
  throw new UnreadableFile(file)
}

/**
 * Writes files anew, each in one step, with the byte-order mark that it had: whoever reads meanwhile
 * finds the old file or the new one. All are written beside their places before the first is put in
 * place, so that a full disk changes nothing.
 *
 * @throws UnsafePath where a file would be written through a link
 */
export function rewriteFiles(folders: Folders, texts: ReadonlyMap<string, string>): void {
  const made: { fresh: string; path: string }[] = []
  try {
    for (const [file, text] of texts) {
      const { root, path } = placeIn(folders, file)
      makeWayFor(root, path)
      const had = hasMark(folders, file)
      const fresh = `${path}.new`
      // What a killed command left, or what somebody put in its way: a link is removed, not followed.
      if (lookAt(root, fresh).kind !== 'nothing') rmSync(join(root, fresh), { recursive: true })
      made.push({ fresh: join(root, fresh), path: join(root, path) })
      writeFileSync(join(root, fresh), had ? mark + text : text, { flag: 'wx' })
    }
    for (const { fresh, path } of made) renameSync(fresh, path)
  } finally {
    for (const { fresh } of made) rmSync(fresh, { force: true })
  }
}
