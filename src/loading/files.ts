import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
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

interface ReadFile {
  readonly source: SourceText | null
  readonly problem: Problem | null
}

/** What was read of each path, and what the system then said of it. */
const known = new Map<string, ReadFile & { readonly file: string; readonly stamp: string }>()
/** A file that was written so many milliseconds ago may be written again without a sign of it. */
const settled = 2000

/**
 * What changes whenever a file does, so that a development server need not read it again; null while
 * that is not certain.
 */
export const stampOf = ({ size, ctimeMs, mtimeMs, ino }: Stats): string | null =>
  Math.abs(Date.now() - ctimeMs) < settled ? null : `${size} ${ctimeMs} ${mtimeMs} ${ino}`

/**
 * Reads a file as UTF-8, without its byte-order mark. Of a file that is refused, the text comes back
 * only where a place in it can be shown.
 */
export function readSource(root: string, path: string, file: string): ReadFile {
  const refuse = ({ code, args, shown }: Refusal): ReadFile => ({
    source: shown === undefined ? null : { file, text: shown.text },
    problem: {
      code,
      level: 'error',
      file,
      place: shown === undefined ? inFile : { at: 'offset', offset: shown.offset },
      args,
    },
  })
  const whole = join(root, path)
  let bytes: Buffer
  let stamp: string | null
  try {
    const stats = statSync(whole)
    stamp = stampOf(stats)
    const before = known.get(whole)
    if (before?.stamp === stamp && before.file === file) return before
    const { size } = stats
    if (size > mostBytes)
      return refuse({
        code: 'file-too-big',
        args: { size: megabytes(size), limit: megabytes(mostBytes) },
      })
    bytes = readFileSync(whole)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return refuse({ code: 'file-missing', args: { name: file } })
    const reason = reasons[code] ?? code
    return refuse({ code: 'file-unreadable', args: { name: file, reason } })
  }
  const text = decode(bytes)
  const refusal = typeof text === 'string' ? (mergeConflict(file, text) ?? lineTooLong(text)) : text
  const read: ReadFile =
    refusal === null ? { source: { file, text: text as string }, problem: null } : refuse(refusal)
  if (stamp !== null) known.set(whole, { ...read, file, stamp })
  return read
}

/** Forgets what was read. */
export function forgetFiles(): void {
  known.clear()
}

/** Twelve thousand accounts take one megabyte; whatever is bigger was not typed. */
const mostBytes = 1024 * 1024
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace('.0', '')

const mostCharacters = 20_000

function lineTooLong(text: string): Refusal | null {
  if (text.length <= mostCharacters) return null
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
  if (!/[<|=>]{7}/.test(text)) return null
  const marks = [...text.matchAll(/^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/gm)]
  const [first] = marks
  const certain = file.endsWith('.yaml') || marks.some(([mark]) => /[<>]/.test(mark))
  if (first === undefined || !certain) return null
  const lines = marks.map(({ index }) => text.slice(0, index).split('\n').length).join('、')
  return { code: 'merge-conflict', args: { lines }, shown: { text, offset: first.index } }
}
