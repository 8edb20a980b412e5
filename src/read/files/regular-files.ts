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
import { isLeftAside, isUnexpected } from './file-names.ts'

/**
 * All reading and listing of authored files. The author of a proposal decides what lies below the two
 * folders, so every part of a path is looked at before anything is opened: only regular files are
 * read, only real folders are entered, and a symbolic link is never followed.
 */

/** What git and systems put in a folder beside files and folders, and what is never opened. */
export type SpecialKind = 'link' | 'pipe' | 'socket' | 'device' | 'repository'

export type PathKind = 'file' | 'folder' | 'nothing' | SpecialKind

export interface Look {
  readonly kind: PathKind
  /** The part of the path that decides: the first one that is no real folder, else the whole. */
  readonly at: string
  /** What the system says of it; null when there is nothing, or when it does not say. */
  readonly stats: Stats | null
}

/** What lies at a path below a folder, named with slashes. The folder itself may be a link. */
export function lookAt(root: string, path: string): Look {
  let at = ''
  let stats: Stats | null = null
  const parts = path.split('/')
  for (const [n, part] of parts.entries()) {
    at = at === '' ? part : `${at}/${part}`
    try {
      stats = lstatSync(join(root, at), { throwIfNoEntry: false }) ?? null
    } catch (error) {
      // Without permission it cannot be told; reading it will say so.
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

export const kindAt = (root: string, path: string): PathKind => lookAt(root, path).kind

export const isSpecial = (kind: PathKind): kind is SpecialKind =>
  kind !== 'file' && kind !== 'folder' && kind !== 'nothing'

/** An entry of a folder, as the system lists it. */
interface Entry {
  readonly name: string
  readonly kind: Exclude<PathKind, 'nothing'>
}

/** The entries of a folder, sorted by code unit; or why it cannot be listed, by the code of the system. */
function entriesIn(folder: string): readonly Entry[] | { readonly code: string } {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindIn(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' }
  }
}

/**
 * Names of the entries of a folder below another, sorted by code unit, without those that are left
 * aside; none when it is no real folder or cannot be listed.
 *
 * @param path of the folder below `root`; empty for `root` itself
 */
export function namesIn(root: string, path = ''): string[] {
  const listed = listFolder(root, path)
  return 'names' in listed ? [...listed.names] : []
}

/** The names in a folder: of records, and of what is left aside though a person put it there. */
export interface ListedFolder {
  readonly names: readonly string[]
  readonly unexpected: readonly string[]
}

/** `namesIn`, or why there are none, by the code of the system. */
export function listFolder(root: string, path = ''): ListedFolder | { readonly code: string } {
  if (path !== '' && kindAt(root, path) !== 'folder') return { names: [], unexpected: [] }
  const entries = entriesIn(join(root, path))
  if ('code' in entries) return entries
  const names = entries.map(({ name }) => name)
  return {
    names: names.filter((name) => !isLeftAside(name)),
    unexpected: names.filter(isUnexpected),
  }
}

/**
 * What lies at a path where a folder belongs. One that is a git repository of its own is no folder to
 * be entered: a reviewer sees none of its files.
 */
export function folderKindAt(root: string, path: string): PathKind {
  const kind = kindAt(root, path)
  return kind === 'folder' && kindAt(root, `${path}/.git`) !== 'nothing' ? 'repository' : kind
}

/** Why a folder is not entered or not listed to its end. */
export type UnlistedKind = 'too-deep' | 'too-many' | 'closed'

/** Something at or below a folder that is no folder to be entered. */
export interface FoundPath {
  /** Below the folder that was asked for, with slashes; empty for that folder itself. */
  readonly path: string
  /** `aside` for what is left aside though a person put it there. */
  readonly kind: 'file' | 'aside' | SpecialKind | UnlistedKind
  /** Of a folder that is closed, the code of the system. */
  readonly code?: string
}

/**
 * Levels of folders below a folder of authored files. The deepest that is used, `<period>/<unit>`, has
 * two; what is a level or two too deep is still named file by file.
 */
export const mostLevelsOfFolders = 4

/** Entries below a folder of authored files: ten times those of the fictional province of ten years. */
export const mostEntries = 1_000_000

/**
 * Everything below a folder, in order of names, but real folders and what systems put there. A folder
 * that is none, or a link to one, is found itself. Each folder is listed once, and nothing in it is
 * looked at again, so that the work is in step with the number of entries. Below a top folder in which
 * folders lie too deep nothing more is listed; where there are too many entries, that is all that is found.
 *
 * @param path of the folder below `root`; empty for `root` itself
 */
export function pathsBelow(
  root: string,
  path: string,
  limits = { levels: mostLevelsOfFolders, entries: mostEntries },
): FoundPath[] {
  const kind = path === '' ? 'folder' : kindAt(root, path)
  if (kind === 'nothing') return []
  if (kind !== 'folder') return [{ path: '', kind }]
  const found: FoundPath[] = []
  let left = limits.entries
  /** Top folders with something too deep in them. */
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
      if (isLeftAside(name)) {
        if (isUnexpected(name)) found.push({ path: at, kind: 'aside' })
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
 * What lies on the way from the root of the git work tree to a folder: the first part that is no real
 * folder, or the folder itself. Null where it is in no work tree. The work tree is the outermost one, so
 * that no link can lead into another.
 */
export function wayFromWorkTree(folder: string): Look | null {
  const parts: string[] = []
  let top: string | null = null
  let below: string[] = []
  for (let path = resolve(folder); dirname(path) !== path;) {
    parts.unshift(basename(path))
    path = dirname(path)
    if (kindAt(path, '.git') !== 'nothing') [top, below] = [path, [...parts]]
  }
  if (top === null) return null
  const itself = lookAt(dirname(top), basename(top))
  return itself.kind === 'link' ? itself : lookAt(top, below.join('/'))
}

/** The bytes of a file, or why there are none. */
export type ReadBytes =
  | { readonly bytes: Buffer; readonly stats: Stats }
  | { readonly refused: 'nothing' | 'folder' | SpecialKind }
  /** Larger than the limit, in bytes as far as the system tells them. */
  | { readonly refused: 'too-big'; readonly size: number }
  /** Not let in, by the code of the system. */
  | { readonly refused: 'system'; readonly code: string }

/** A file that another program puts in place just then is looked at again so many times. */
const mostLooks = 3

/**
 * Reads a regular file below a folder, at most one byte more than the limit.
 *
 * @param limit in bytes
 */
export function readBytes(root: string, path: string, limit: number): ReadBytes {
  for (let looks = 0; ; looks++) {
    const seen = lookAt(root, path)
    if (seen.kind !== 'file') return { refused: seen.kind }
    if (seen.stats !== null && seen.stats.size > limit)
      return { refused: 'too-big', size: seen.stats.size }
    const read = readOpened(join(root, path), seen.stats, limit)
    if (read !== null) return read
    // Changed between the look and the reading.
    if (looks === mostLooks) return { refused: 'system', code: 'EBUSY' }
  }
}

/** Reads what was looked at; null when something else is there by now. */
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

/** A link that came in between is refused, and a pipe without a writer does not hold anything up. Windows has neither flag. */
const openFlags =
  constants.O_RDONLY |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0)

/** All bytes of a file that is told to have `size`, but no more than one beyond the limit. */
function bytesOf(file: number, size: number, limit: number): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(size, limit) + 1)
  let length = 0
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null)
    length += count
    if (count === 0 || length > limit) return buffer.subarray(0, length)
    if (length === buffer.length) {
      // It grew since, or its size is not told.
      const larger = Buffer.allocUnsafe(Math.min(2 * buffer.length, limit) + 1)
      buffer.copy(larger, 0, 0, length)
      buffer = larger
    }
  }
}

/** What something is called that is no regular file, in Chinese. */
export const kindWords: Readonly<Record<SpecialKind | 'file' | 'folder', string>> = {
  file: '文件',
  folder: '文件夹',
  link: '链接',
  pipe: '管道',
  socket: '套接字',
  device: '设备',
  repository: '另一个 git 仓库（子模块）',
}

/** A path that cannot be written to, and what belongs there. */
interface Obstacle {
  readonly at: string
  readonly kind: Exclude<PathKind, 'nothing'>
  readonly expected: 'file' | 'folder'
}

/**
 * Thrown where a file may not be written: something on its way is no real folder or no regular file.
 * The message is Chinese, for the person who ran the command.
 */
export class UnsafePath extends Error {
  constructor({ at, kind, expected }: Obstacle) {
    super(
      isSpecial(kind)
        ? `“${at}”是${kindWords[kind]}，不能写入，也不会跟随。请删去它，换成普通的文件（或文件夹）再运行。`
        : `“${at}”是${kindWords[kind]}，这里要的是${kindWords[expected]}。请移走它再运行。`,
    )
  }
}

/**
 * Makes the folders of a file that is to be written below a folder.
 *
 * @throws UnsafePath where it would be written through a link, or over something that is no regular file
 */
export function makeWayFor(root: string, path: string): void {
  const { at, kind, stats } = lookAt(root, path)
  // A file above the path makes it `nothing`: that file is what is in the way.
  const found = kind === 'nothing' ? lookAt(root, at).kind : kind
  const expected = at === path ? 'file' : 'folder'
  // What the system does not let in is a `file` without stats: writing says so.
  const isUntold = kind === 'file' && stats === null
  if (found !== 'nothing' && found !== expected && !isUntold)
    throw new UnsafePath({ at, kind: found, expected })
  mkdirSync(dirname(join(root, path)), { recursive: true })
}
