import { UserError } from '#messages/user-error.ts'
import { compareText } from '#model/dataset.ts'
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isIgnored, isUnexpected } from './file-names.ts'

/**
 * Reads and lists authored files. The author of a proposal decides what is in the two folders, so
 * every part of a path is checked before anything is opened: only regular files are read, only real
 * folders are entered, and a symbolic link is never followed.
 */

/** Entries that are neither files nor folders, and nested repositories; they are never opened. */
export type SpecialKind = 'link' | 'pipe' | 'socket' | 'device' | 'repository'

type PathKind = 'file' | 'folder' | 'nothing' | SpecialKind

interface PathStat {
  readonly kind: PathKind
  /**
   * The part of the path that decides the kind: the first one that is no real folder, else the
   * whole path.
   */
  readonly at: string
  /** The result of `lstat`; null when nothing exists there, or when the system refuses. */
  readonly stats: Stats | null
}

/**
 * Determines what is at a path below a folder, without following links. The folder itself may be a
 * link.
 */
export function statPath(root: string, path: string): PathStat {
  let at = ''
  let stats: Stats | null = null
  const parts = path.split('/')
  for (const [n, part] of parts.entries()) {
    at = at === '' ? part : `${at}/${part}`
    try {
      stats = lstatSync(join(root, at), { throwIfNoEntry: false }) ?? null
    } catch (error) {
      // Without permission the kind is unknown; reading it will report that.
      const isBelowFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR'
      return { kind: isBelowFile ? 'nothing' : 'file', at, stats: null }
    }
    if (stats === null) return { kind: 'nothing', at, stats }
    const kind = kindIn(stats)
    if (kind === 'folder') continue
    if (kind === 'file' && n < parts.length - 1) return { kind: 'nothing', at, stats: null }
    return { kind, at, stats }
  }
  return { kind: 'folder', at, stats }
}

const kindIn = (stats: Stats | Dirent): Entry['kind'] =>
  stats.isFile()
    ? 'file'
    : stats.isDirectory()
      ? 'folder'
      : stats.isSymbolicLink()
        ? 'link'
        : stats.isFIFO()
          ? 'pipe'
          : stats.isSocket()
            ? 'socket'
            : 'device'

export const kindAt = (root: string, path: string): PathKind => statPath(root, path).kind

export const isSpecial = (kind: PathKind): kind is SpecialKind =>
  kind !== 'file' && kind !== 'folder' && kind !== 'nothing'

/** An entry of a folder, as the system lists it. */
interface Entry {
  readonly name: string
  readonly kind: Exclude<PathKind, 'nothing'>
}

/**
 * The entries of a folder, sorted by code unit. The program lists no folder in another way.
 *
 * @throws the error of the system
 */
export const listEntries = (folder: string): Entry[] =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => ({ name: entry.name, kind: kindIn(entry) }))
    .sort((a, b) => compareText(a.name, b.name))

/** Like `listEntries`, or the error code of the system. */
function entriesIn(folder: string): readonly Entry[] | { readonly code: string } {
  try {
    return listEntries(folder)
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' }
  }
}

/**
 * Names of the entries of a folder, sorted by code unit, without ignored ones; empty when it is no
 * real folder or cannot be listed.
 *
 * @param path of the folder below `root`; empty for `root` itself
 */
export function namesIn(root: string, path = ''): string[] {
  const listed = listFolder(root, path)
  return 'names' in listed ? [...listed.names] : []
}

/** Every name in a folder, sorted by code unit; null when there is no such folder or it is closed. */
export function everyNameIn(folder: string): string[] | null {
  const entries = entriesIn(folder)
  return 'code' in entries ? null : entries.map(({ name }) => name)
}

/**
 * The names in a folder: `names` may be records, `unexpected` are ignored though a person chose
 * them.
 */
interface ListedFolder {
  readonly names: readonly string[]
  readonly unexpected: readonly string[]
}

/** Like `namesIn`, or the error code of the system. */
export function listFolder(root: string, path = ''): ListedFolder | { readonly code: string } {
  if (path !== '' && kindAt(root, path) !== 'folder') return { names: [], unexpected: [] }
  const entries = entriesIn(join(root, path))
  if ('code' in entries) return entries
  const names = entries.map(({ name }) => name)
  return {
    names: names.filter((name) => !isIgnored(name)),
    unexpected: names.filter(isUnexpected),
  }
}

/**
 * Determines what is at a path where a folder is expected. A nested git repository is not entered:
 * a reviewer would see none of its files.
 */
export function folderKindAt(root: string, path: string): PathKind {
  const kind = kindAt(root, path)
  return kind === 'folder' && kindAt(root, `${path}/.git`) !== 'nothing' ? 'repository' : kind
}

/** Why a folder is not listed completely. */
export type UnlistedKind = 'too-deep' | 'too-many' | 'closed'

/** An entry at or below a folder, other than a folder that is entered. */
export interface FoundPath {
  /** Relative to the folder, with slashes; empty for the folder itself. */
  readonly path: string
  /** `ignored` for an ignored name that a person chose. */
  readonly kind: 'file' | 'ignored' | SpecialKind | UnlistedKind
  /** Error code of the system, for a closed folder. */
  readonly code?: string
}

/**
 * Levels of folders below a root of authored files. The deepest path in use, `<period>/<unit>`, has
 * two; a file one or two levels too deep is still reported by name.
 */
export const maxFolderDepth = 4

/**
 * Entries below a root of authored files: ten times those of the fictional province of ten years.
 */
export const maxEntries = 1_000_000

/**
 * Everything below a folder, sorted by name, except real folders and the files of systems. If the
 * folder itself is a file or a link, it is returned alone. Each folder is listed once, so the time
 * is linear in the number of entries. A top-level folder that is nested too deeply is not listed
 * further; too many entries are returned as that single fact.
 *
 * @param path of the folder below `root`; empty for `root` itself
 */
export function pathsBelow(
  root: string,
  path: string,
  limits = { levels: maxFolderDepth, entries: maxEntries },
): FoundPath[] {
  const kind = path === '' ? 'folder' : kindAt(root, path)
  if (kind === 'nothing') return []
  if (kind !== 'folder') return [{ path: '', kind }]
  const found: FoundPath[] = []
  let left = limits.entries
  /** Top-level folders that are nested too deeply. */
  const deep = new Set<string>()
  const list = (inner: string, level: number): void => {
    const [top = ''] = inner.split('/')
    if (level > limits.levels) {
      deep.add(top)
      found.push({ path: top, kind: 'too-deep' })
      return
    }
    const entries = entriesIn(join(root, below(path, inner)))
    if ('code' in entries) {
      found.push({ path: inner, kind: 'closed', code: entries.code })
      return
    }
    left -= entries.length
    if (left < 0) return
    const isRoot = below(path, inner) === ''
    if (!isRoot && entries.some(({ name }) => name.toLowerCase() === '.git')) {
      found.push({ path: inner, kind: 'repository' })
      return
    }
    for (const { name, kind } of entries) {
      const at = below(inner, name)
      if (isIgnored(name)) {
        if (isUnexpected(name)) found.push({ path: at, kind: 'ignored' })
      } else if (kind === 'folder') list(at, level + 1)
      else found.push({ path: at, kind })
      if (left < 0 || deep.has(top)) return
    }
  }
  list('', 0)
  return left < 0 ? [{ path: '', kind: 'too-many' }] : found
}

const below = (folder: string, path: string): string =>
  folder === '' || path === '' ? folder + path : `${folder}/${path}`

/**
 * Checks the path from the root of the git work tree to a folder: returns the first part that is no
 * real folder, or the folder itself; null outside a work tree. The outermost work tree is used, so
 * that no link can lead into another one.
 */
export function statFromWorkTree(folder: string): PathStat | null {
  const parts: string[] = []
  let top: string | null = null
  let below: string[] = []
  for (let path = resolve(folder); dirname(path) !== path;) {
    parts.unshift(basename(path))
    path = dirname(path)
    if (kindAt(path, '.git') !== 'nothing') [top, below] = [path, [...parts]]
  }
  if (top === null) return null
  const itself = statPath(dirname(top), basename(top))
  return itself.kind === 'link' ? itself : statPath(top, below.join('/'))
}

/** The bytes of a file, or why there are none. */
export type ReadBytes =
  | { readonly bytes: Buffer; readonly stats: Stats }
  | { readonly refused: 'nothing' | 'folder' | SpecialKind }
  /** Larger than the limit; the size in bytes, as the system reports it. */
  | { readonly refused: 'too-big'; readonly size: number }
  /** The system refused, with its error code. */
  | { readonly refused: 'system'; readonly code: string }

/** Attempts to read a file that another program replaces at the same time. */
const maxAttempts = 3

/**
 * Reads a regular file below a folder, at most one byte more than the limit.
 *
 * @param limit in bytes
 */
export function readBytes(root: string, path: string, limit: number): ReadBytes {
  for (let attempts = 0; ; attempts++) {
    const seen = statPath(root, path)
    if (seen.kind !== 'file') return { refused: seen.kind }
    if (seen.stats !== null && seen.stats.size > limit)
      return { refused: 'too-big', size: seen.stats.size }
    const read = readOpened(join(root, path), seen.stats, limit)
    if (read !== null) return read
    // It changed between `lstat` and `open`.
    if (attempts === maxAttempts) return { refused: 'system', code: 'EBUSY' }
  }
}

/** Opens and reads a file; null when it is no longer the file that was checked. */
function readOpened(whole: string, seen: Stats | null, limit: number): ReadBytes | null {
  let file: number
  try {
    file = openSync(whole, openFlags)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    return code === 'ELOOP' || code === 'ENOENT' ? null : { refused: 'system', code }
  }
  try {
    const stats = fstatSync(file)
    if (!stats.isFile() || (seen !== null && (stats.ino !== seen.ino || stats.dev !== seen.dev)))
      return null
    const bytes = bytesOf(file, stats.size, limit)
    return bytes.length > limit
      ? { refused: 'too-big', size: Math.max(stats.size, bytes.length) }
      : { bytes, stats }
  } catch (error) {
    return { refused: 'system', code: (error as NodeJS.ErrnoException).code ?? 'unknown' }
  } finally {
    closeSync(file)
  }
}

/**
 * Refuses a link created meanwhile, and does not block on a pipe without a writer. Windows has
 * neither flag.
 */
const openFlags =
  constants.O_RDONLY |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0)

/** Reads a file with a reported size, but at most one byte more than the limit. */
function bytesOf(file: number, size: number, limit: number): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(size, limit) + 1)
  let length = 0
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null)
    length += count
    if (count === 0 || length > limit) return buffer.subarray(0, length)
    if (length === buffer.length) {
      // The file grew, or the system does not report its size.
      const larger = Buffer.allocUnsafe(Math.min(2 * buffer.length, limit) + 1)
      buffer.copy(larger, 0, 0, length)
      buffer = larger
    }
  }
}

/** Chinese names of the kinds of paths. */
export const pathKindWords: Readonly<Record<SpecialKind | 'file' | 'folder', string>> = {
  file: '文件',
  folder: '文件夹',
  link: '链接',
  pipe: '管道',
  socket: '套接字',
  device: '设备',
  repository: '另一个 git 仓库（子模块）',
}

/** A path that blocks writing, and what is expected there. */
interface Obstacle {
  readonly at: string
  readonly kind: Exclude<PathKind, 'nothing'>
  readonly expected: 'file' | 'folder'
}

/**
 * Thrown where a file must not be written, because part of its path is no real folder or no regular
 * file. The message is Chinese, for the user of the command.
 */
export class UnsafePath extends UserError {
  constructor({ at, kind, expected }: Obstacle) {
    super(
      isSpecial(kind)
        ? `“${at}”是${pathKindWords[kind]}，不能写入，也不会跟随。请删去它，换成普通的文件（或文件夹）再运行。`
        : `“${at}”是${pathKindWords[kind]}，这里要的是${pathKindWords[expected]}。请移走它再运行。`,
    )
  }
}

/**
 * Creates the folders for a file to be written below a root.
 *
 * @returns the folders that were created, the outermost first
 * @throws UnsafePath if the file would be written through a link, or over something other than a
 * regular file
 */
export function makeFoldersFor(root: string, path: string): string[] {
  const { at, kind, stats } = statPath(root, path)
  // If a parent is a file, the kind is `nothing`, and that file is the obstacle.
  const found = kind === 'nothing' ? statPath(root, at).kind : kind
  const expected = at === path ? 'file' : 'folder'
  // A `file` without stats is one that the system refuses; writing will report that.
  const isUnknown = kind === 'file' && stats === null
  if (found !== 'nothing' && found !== expected && !isUnknown)
    throw new UnsafePath({ at, kind: found, expected })
  const folder = resolve(dirname(join(root, path)))
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return []
  const created: string[] = []
  for (let one = folder; one.length >= resolve(first).length; one = dirname(one))
    created.unshift(one)
  return created
}
