import { readdirSync, readFileSync, statSync } from 'node:fs'
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

export type PathKind = 'file' | 'folder' | 'nothing'

/** What stands at a path; a link counts as what it leads to. */
export function kindOf(path: string): PathKind {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return 'nothing'
    return stats.isDirectory() ? 'folder' : 'file'
  } catch {
    return 'file'
  }
}

/** Why a file cannot be read, by the code of the system. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: '这里应当是一个文件，现在是文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ELOOP: '链接绕成了圈',
}

/** Reads a file as UTF-8, without its byte-order mark. */
export function readSource(root: string, path: string, shown: string): SourceText | Problem {
  const problem = (code: Problem['code'], args: Problem['args']): Problem => ({
    code,
    level: 'error',
    file: shown,
    place: inFile,
    args,
  })
  let bytes: Buffer
  try {
    bytes = readFileSync(join(root, path))
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return problem('file-missing', { name: shown })
    return problem('file-unreadable', { name: shown, reason: reasons[code] ?? code })
  }
  try {
    return { file: shown, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return problem('not-utf-8', {})
  }
}
