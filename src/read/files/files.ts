import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { megabyte, megabytes } from '#model/file-size.ts'
import { shortList, shortName } from '#messages/nearest.ts'
import type { Problem } from '#messages/problem.ts'
import { inFile } from '#messages/problem.ts'
import { mostInLine, tooLongLine } from '../yaml/limits.ts'
import { Lines } from '#model/records/lines.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { decode, type Refusal } from './decode.ts'
import { ReadingCache } from '../reading-cache.ts'
import {
  isSpecial,
  kindWords,
  lookAt,
  mostEntries,
  mostLevelsOfFolders,
  type ReadBytes,
  readBytes,
  type SpecialKind,
  type UnlistedKind,
  wayFromWorkTree,
} from './regular-files.ts'

/** The two folders of authored files, as absolute or working-directory-relative paths. */
export interface Folders {
  readonly data: string
  readonly content: string
  /** Whether they are what somebody else proposes, checked out apart: then they may not be links themselves. */
  readonly isProposal?: boolean
}

/**
 * Why folders with somebody else's proposal are not read: each has to be a real folder of a git work
 * tree, without a link on the way from the root of that tree. What a link leads to is not told.
 */
export const proposalProblems = (folders: Folders): Problem[] =>
  folders.isProposal === true
    ? [folders.data, folders.content].flatMap((folder) => {
        const way = wayFromWorkTree(folder)
        const reason =
          way === null
            ? '不在 git 工作区里'
            : way.kind === 'folder' || way.kind === 'nothing'
              ? null
              : `要经过“${way.at}”，它是${kindWords[way.kind]}`
        const place = inFile
        return reason === null
          ? []
          : [
              {
                code: 'proposal-folder',
                level: 'error',
                file: folder,
                place,
                args: { folder, reason },
              } as const,
            ]
      })
    : []

/** What stands at a path that a person named in a command or a setting; a link counts as what it leads to. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return 'nothing'
    return stats.isDirectory() ? 'folder' : 'file'
  } catch {
    return 'file'
  }
}

/** The problem that something is there which is never opened. What it leads to is not told. */
export const specialProblem = (file: string, kind: SpecialKind): Problem => ({
  code: 'file-special',
  level: 'error',
  file,
  place: inFile,
  args: { name: shortName(file), what: kindWords[kind] },
})

/** The problem of something below a folder that is neither a file to be read nor left aside. */
export function foundProblem(
  file: string,
  { kind, code = 'unknown' }: { readonly kind: SpecialKind | UnlistedKind; readonly code?: string },
): Problem {
  const name = shortName(file)
  const problem = (code: Problem['code'], args: Problem['args']): Problem => ({
    code,
    level: 'error',
    file,
    place: inFile,
    args,
  })
  if (kind === 'too-deep') return problem('folder-too-deep', { name, limit: mostLevelsOfFolders })
  if (kind === 'too-many') return problem('folder-too-many', { name, limit: mostEntries })
  if (kind === 'closed') return problem('file-unreadable', { name, reason: systemReason(code) })
  return specialProblem(file, kind)
}

/** Why a file cannot be read, by the code of the system. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: '这里应当是一个文件，现在是文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EBUSY: '读取时文件正在被改动',
  ENOENT: '名称不是 UTF-8 编码，或者刚刚被移走',
  EILSEQ: '名称不是 UTF-8 编码',
}

/** Why the system does not let a file be read, in words. */
export const systemReason = (code: string): string => reasons[code] ?? code

interface ReadFile {
  readonly source: SourceText | null
  readonly problem: Problem | null
}

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
export function readSource(
  root: string,
  path: string,
  file: string,
  cache = new ReadingCache(),
): ReadFile {
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
  const { kind, stats } = lookAt(root, path)
  const stamp = kind === 'file' && stats !== null ? stampOf(stats) : null
  const state = stamp === null ? null : `${stamp} ${file}`
  const before = state === null ? undefined : cache.get<ReadFile>(readSource, whole, state)
  if (before !== undefined) return before
  const found = readBytes(root, path, mostBytes)
  if ('refused' in found) {
    const { refused } = found
    if (refused !== 'too-big' && refused !== 'system' && isSpecial(refused))
      return { source: null, problem: specialProblem(file, refused) }
    return refuse(refusalOf(found, file))
  }
  const text = decode(found.bytes)
  const refusal = typeof text === 'string' ? (mergeConflict(file, text) ?? lineTooLong(text)) : text
  const read: ReadFile =
    refusal === null ? { source: { file, text: text as string }, problem: null } : refuse(refusal)
  if (state !== null) cache.set(readSource, whole, state, read)
  return read
}

function refusalOf(found: Extract<ReadBytes, { refused: string }>, file: string): Refusal {
  if (found.refused === 'too-big') {
    const args = { size: megabytes(found.size), limit: megabytes(mostBytes) }
    return { code: 'file-too-big', args }
  }
  if (found.refused === 'nothing') return { code: 'file-missing', args: { name: file } }
  const code = found.refused === 'system' ? found.code : 'EISDIR'
  return { code: 'file-unreadable', args: { name: file, reason: systemReason(code) } }
}

/** Fifty thousand accounts take five megabytes; whatever is bigger was not typed. */
export const mostBytes = 5 * megabyte

function lineTooLong(text: string): Refusal | null {
  const found = tooLongLine(text)
  if (found === null) return null
  const { length, offset } = found
  return { code: 'line-too-long', args: { length, limit: mostInLine }, shown: { text, offset } }
}

/** The marks that git leaves in a file. In a bulletin, a row of = alone may be a heading. */
function mergeConflict(file: string, text: string): Refusal | null {
  if (!/[<|=>]{7}/.test(text)) return null
  const marks = [...text.matchAll(/^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/gm)]
  const [first] = marks
  const certain = file.endsWith('.yaml') || marks.some(([mark]) => /[<>]/.test(mark))
  if (first === undefined || !certain) return null
  const allLines = new Lines(text)
  const lines = shortList(marks.map(({ index }) => String(allLines.lineOf(index))))
  return { code: 'merge-conflict', args: { lines }, shown: { text, offset: first.index } }
}
