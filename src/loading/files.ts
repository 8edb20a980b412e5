import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '#problems/problem.ts'
import { inFile } from '#problems/problem.ts'
import type { SourceText } from '#reading/source-text.ts'
import { decode, type Refusal } from './decode.ts'

/** The two folders of authored files, as absolute or working-directory-relative paths. */
export interface Folders {
  readonly data: string
  readonly content: string
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

/**
 * Reads a file as UTF-8, without its byte-order mark. Of a file that is refused, the text comes back
 * only where a place in it can be shown.
 */
export function readSource(
  root: string,
  path: string,
  file: string,
): { source: SourceText | null; problem: Problem | null } {
  const refuse = ({ code, args, shown }: Refusal): ReturnType<typeof readSource> => ({
    source: shown === undefined ? null : { file, text: shown.text },
    problem: {
      code,
      level: 'error',
      file,
      place: shown === undefined ? inFile : { at: 'offset', offset: shown.offset },
      args,
    },
  })
  let bytes: Buffer
  try {
    const { size } = statSync(join(root, path))
    if (size > mostBytes)
      return refuse({
        code: 'file-too-big',
        args: { size: megabytes(size), limit: megabytes(mostBytes) },
      })
    bytes = readFileSync(join(root, path))
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return refuse({ code: 'file-missing', args: { name: file } })
    const reason = reasons[code] ?? code
    return refuse({ code: 'file-unreadable', args: { name: file, reason } })
  }
  const text = decode(bytes)
  if (typeof text !== 'string') return refuse(text)
  const refusal = mergeConflict(file, text) ?? lineTooLong(text)
  return refusal === null ? { source: { file, text }, problem: null } : refuse(refusal)
}

/** Twelve thousand accounts take one megabyte; whatever is bigger was not typed. */
const mostBytes = 1024 * 1024
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace('.0', '')

const mostCharacters = 20_000

function lineTooLong(text: string): Refusal | null {
  let offset = 0
  for (const line of text.split('\n')) {
    if (line.length > mostCharacters) {
      const args = { length: line.length, limit: mostCharacters }
      return { code: 'line-too-long', args, shown: { text, offset } }
    }
    offset += line.length + 1
  }
  return null
}

/** The marks that git leaves in a file. In a bulletin, a row of = alone may be a heading. */
function mergeConflict(file: string, text: string): Refusal | null {
  const marks = [...text.matchAll(/^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/gm)]
  const [first] = marks
  const certain = file.endsWith('.yaml') || marks.some(([mark]) => /[<>]/.test(mark))
  if (first === undefined || !certain) return null
  const lines = marks.map(({ index }) => text.slice(0, index).split('\n').length).join('、')
  return { code: 'merge-conflict', args: { lines }, shown: { text, offset: first.index } }
}
