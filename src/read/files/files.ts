import { type Stats, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { megabyte, megabytes } from '#model/file-size.ts'
import { shortList, shortName } from '#messages/nearest.ts'
import type { Problem } from '#messages/problem.ts'
import { inFile } from '#messages/problem.ts'
import { maxLineLength, tooLongLine } from '../yaml/limits.ts'
import { Lines } from '#model/records/lines.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { decode, type Refusal } from './decode.ts'
import { ReadingCache } from '../reading-cache.ts'
import {
  isSpecial,
  pathKindWords,
  statPath,
  maxEntries,
  maxFolderDepth,
  type ReadBytes,
  readBytes,
  type SpecialKind,
  type UnlistedKind,
  statFromWorkTree,
} from './regular-files.ts'

/** The two folders of authored files, as absolute or working-directory-relative paths. */
export interface Folders {
  readonly data: string
  readonly content: string
  /**
   * Whether the folders are a checkout of somebody else's proposal: then they may not be links
   * themselves.
   */
  readonly isProposal?: boolean
}

/**
 * Why folders of a proposal are refused: each must be a real folder of a git work tree, without a
 * link on the path from the root of that tree. The target of a link is not revealed.
 */
export const proposalProblems = (folders: Folders): Problem[] =>
  folders.isProposal === true
    ? [folders.data, folders.content].flatMap((folder) => {
        const way = statFromWorkTree(folder)
        const reason =
          way === null
            ? '不在 git 工作区里'
            : way.kind === 'folder' || way.kind === 'nothing'
              ? null
              : `要经过“${way.at}”，它是${pathKindWords[way.kind]}`
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

/** A path with its links resolved; the path itself where nothing is. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** The kind of a path named in a command or a setting; a link counts as its target. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return 'nothing'
    return stats.isDirectory() ? 'folder' : 'file'
  } catch {
    return 'file'
  }
}

/**
 * The problem for a link, device or other special file, which is never opened. Its target is not
 * revealed.
 */
export const specialProblem = (file: string, kind: SpecialKind): Problem => ({
  code: 'file-special',
  level: 'error',
  file,
  place: inFile,
  args: { name: shortName(file), what: pathKindWords[kind] },
})

/** The problem for an entry that is neither a readable file nor ignored. */
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
  if (kind === 'too-deep') return problem('folder-too-deep', { name, limit: maxFolderDepth })
  if (kind === 'too-many') return problem('folder-too-many', { name, limit: maxEntries })
  if (kind === 'closed') return problem('file-unreadable', { name, reason: systemReason(code) })
  return specialProblem(file, kind)
}

/** Reasons why a file cannot be read, by error code of the system. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: '这里应当是一个文件，现在是文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EBUSY: '读取时文件正在被改动',
  ENOENT: '名称不是 UTF-8 编码，或者刚刚被移走',
  EILSEQ: '名称不是 UTF-8 编码',
}

/** The Chinese reason for an error code of the system. */
export const systemReason = (code: string): string => reasons[code] ?? code

interface ReadFile {
  readonly source: SourceText | null
  readonly problem: Problem | null
}

/** A file written within this time may be written again with the same time stamp. */
const unsettledMilliseconds = 2000

/**
 * A string that changes whenever a file changes, so that a development server can skip reading it;
 * null for a file that changed too recently to be sure.
 */
export const stampOf = ({ size, ctimeMs, mtimeMs, ino }: Stats): string | null =>
  Math.abs(Date.now() - ctimeMs) < unsettledMilliseconds
    ? null
    : `${size} ${ctimeMs} ${mtimeMs} ${ino}`

/**
 * Reads a file as UTF-8 and drops its byte-order mark. The text of a refused file is returned only
 * where the problem has a place in it.
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
  const { kind, stats } = statPath(root, path)
  const stamp = kind === 'file' && stats !== null ? stampOf(stats) : null
  const state = stamp === null ? null : `${stamp} ${file}`
  const before = state === null ? undefined : cache.get<ReadFile>(readSource, whole, state)
  if (before !== undefined) return before
  const found = readBytes(root, path, maxFileBytes)
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
    const args = { size: megabytes(found.size), limit: megabytes(maxFileBytes) }
    return { code: 'file-too-big', args }
  }
  if (found.refused === 'nothing') return { code: 'file-missing', args: { name: file } }
  const code = found.refused === 'system' ? found.code : 'EISDIR'
  return { code: 'file-unreadable', args: { name: file, reason: systemReason(code) } }
}

/** In bytes. A file of 50,000 accounts has five megabytes; nobody types a larger one. */
export const maxFileBytes = 5 * megabyte

function lineTooLong(text: string): Refusal | null {
  const found = tooLongLine(text)
  if (found === null) return null
  const { length, offset } = found
  return { code: 'line-too-long', args: { length, limit: maxLineLength }, shown: { text, offset } }
}

/** Finds conflict markers of git. In a bulletin, a row of = alone may be a heading. */
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
