import { UserError } from '#messages/user-error.ts'
import { rootAndPath } from '#schema/authored-files.ts'
import { join } from 'node:path'
import { printable } from '#messages/printable.ts'
import type { Problem } from '#messages/problem.ts'
import { editable, type Editable, NotEditable } from '../yaml-edit/editable.ts'
import { type Folders, readSource } from './files.ts'
import { kindAt } from './regular-files.ts'
import { type NewFile, replaceFiles } from './replace-files.ts'

/** The root folder and relative path of a file that problems call `data/…` or `content/…`. */
export function placeIn({ data, content }: Folders, file: string): { root: string; path: string } {
  const { root, path } = rootAndPath(file)
  return { root: root === 'data' ? data : content, path }
}

/** The path on disk of a file that problems call `data/…` or `content/…`. */
export function pathIn(folders: Folders, file: string): string {
  const { root, path } = placeIn(folders, file)
  return join(root, path)
}

/**
 * Thrown for a file that cannot be read without guessing. The message is Chinese, for the user of
 * the command.
 */
export class UnreadableFile extends UserError {
  readonly file: string
  /** The reason, where it is known. */
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
 * @throws UnreadableFile for a file that a check would refuse: not a regular file, not UTF-8,
 * beyond a limit
 */
export function textAt(folders: Folders, file: string): string | null {
  const { root, path } = placeIn(folders, file)
  if (kindAt(root, path) === 'nothing') return null
  const { source, problem } = readSource(root, path, file)
  if (problem !== null || source === null) throw new UnreadableFile(file)
  return source.text
}

/**
 * The fields of a file whose text is to be edited.
 *
 * @throws UnreadableFile for a text that cannot be edited without guessing its meaning
 */
export function fieldsIn(file: string, text: string): Editable['value'] {
  try {
    return editable(text).value
  } catch (error) {
    if (error instanceof NotEditable) throw new UnreadableFile(file)
    throw error
  }
}

/**
 * Rewrites authored files atomically, each with its byte-order mark if it had one.
 *
 * @throws UnsafePath where a file would be written through a link
 */
export function rewriteFiles(folders: Folders, texts: ReadonlyMap<string, string>): void {
  replaceFiles(newFilesIn(folders, texts))
}

/** Authored files with their new texts. */
export const newFilesIn = (folders: Folders, texts: ReadonlyMap<string, string>): NewFile[] =>
  [...texts].map(([file, text]) => ({ ...placeIn(folders, file), text }))
