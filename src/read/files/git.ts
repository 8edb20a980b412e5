import { UserError } from '#messages/user-error.ts'
import { fileBelow } from '#schema/authored-files.ts'
import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { maxSizeLimit } from '#model/attachment.ts'
import { kindOf, type Folders } from './files.ts'
import { bringUpToDate } from '../migrations/migrate-files.ts'
import { pathsBelow, readBytes } from './regular-files.ts'

/** Reads the history of the authored files; no other module does. */

/** Thrown when the history cannot be read, with the reason in Chinese. */
export class GitMistake extends UserError {}

/**
 * Calls `use` with the authored files of a revision, in temporary folders that are deleted
 * afterwards.
 */
export function withFilesAt<T>(ref: string, folders: Folders, use: (base: Folders) => T): T {
  const temporary = mkdtempSync(join(tmpdir(), 'gongshi-base-'))
  const base = { data: join(temporary, 'data'), content: join(temporary, 'content') }
  try {
    for (const name of ['data', 'content'] as const) {
      mkdirSync(base[name])
      if (kindOf(folders[name]) === 'folder') copyFiles(ref, folders[name], base[name])
    }
    // A migration alone is no change for readers.
    bringUpToDate(base)
    return use(base)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function copyFiles(ref: string, folder: string, to: string): void {
  const { top, prefix } = placeOf(folder)
  const present = new Map(attachmentsIn(folder).map(({ path, blob }) => [`${path} ${blob}`, path]))
  const entries = filesAt(commitOf(ref, top), top, prefix)
  const files = entries.filter(({ kind, path, blob }) => {
    const same = present.get(`${path} ${blob}`)
    return kind === 'file' && (same === undefined || !linkOrCopy(folder, same, to))
  })
  const blobs = git(['cat-file', '--batch'], top, files.map(({ blob }) => `${blob}\n`).join(''))
  let at = 0
  for (const { path } of files) {
    const head = blobs.indexOf('\n', at)
    const size = Number(blobs.toString('utf8', at, head).split(' ')[2])
    const file = join(to, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, blobs.subarray(head + 1, head + 1 + size))
    at = head + 1 + size + 1
  }
  for (const entry of entries) if (entry.kind !== 'file') copySpecial(entry, to)
}

/**
 * Recreates a link or a submodule so that reading the copy refuses it too; the link leads nowhere.
 */
function copySpecial({ kind, path }: TreeEntry, to: string): void {
  const whole = join(to, path)
  rmSync(whole, { recursive: true, force: true })
  if (kind === 'link') {
    mkdirSync(dirname(whole), { recursive: true })
    symlinkSync('nowhere', whole)
  } else mkdirSync(join(whole, '.git'), { recursive: true })
}

/** The attachments in a folder now, with their git object names. */
function attachmentsIn(folder: string): { path: string; blob: string }[] {
  const paths = pathsBelow(folder, 'attachments')
    .filter(({ kind, path }) => kind === 'file' && path !== '' && !path.includes('\n'))
    .map(({ path }) => `attachments/${path}`)
  if (paths.length === 0) return []
  const list = paths.map((path) => resolve(folder, path)).join('\n')
  const hashes = git(['hash-object', '--no-filters', '--stdin-paths'], folder, list)
    .toString('utf8')
    .split('\n')
  return paths.map((path, at) => ({ path, blob: hashes[at] ?? '' }))
}

/**
 * Links or copies an unchanged file from the working tree, which is faster than reading large files
 * from git. Returns whether it succeeded.
 */
function linkOrCopy(folder: string, path: string, to: string): boolean {
  const target = join(to, path)
  mkdirSync(dirname(target), { recursive: true })
  try {
    linkSync(join(folder, path), target)
    return true
  } catch {
    const found = readBytes(folder, path, maxSizeLimit * 1024 * 1024)
    if ('bytes' in found) writeFileSync(target, found.bytes)
    return 'bytes' in found
  }
}

/** The root of a folder's repository, and the folder's path in it with a trailing slash. */
function placeOf(folder: string): { top: string; prefix: string } {
  const output = gitOrNull(['rev-parse', '--show-toplevel', '--show-prefix'], folder)
  if (output === null)
    throw new GitMistake(
      `文件夹“${folder}”不在 git 仓库里，没有可以比较的版本。请在用 git 管理的文件夹里运行，或不用这个选项。`,
    )
  const [top = '', prefix = ''] = output.split('\n')
  return { top, prefix }
}

function commitOf(ref: string, top: string): string {
  const commit = gitOrNull(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    top,
  )
  if (commit !== null) return commit.trim()
  throw new GitMistake(
    isShallow(top)
      ? `这份仓库只取了最近的历史（浅克隆），里面没有版本“${ref}”。请先运行 git fetch --unshallow，再检查。`
      : `仓库里没有版本“${ref}”。请核对分支名、标签或提交号；远程的分支要先运行 git fetch。`,
  )
}

const isShallow = (top: string): boolean =>
  gitOrNull(['rev-parse', '--is-shallow-repository'], top)?.trim() === 'true'

interface TreeEntry {
  /** Relative to the folder, with slashes. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'repository'
  readonly blob: string
}

const entryKinds: Readonly<Record<string, TreeEntry['kind']>> = {
  '100': 'file',
  '120': 'link',
  '160': 'repository',
}

/**
 * The entries of a folder at a commit: files that are read, and links and submodules, which are
 * refused.
 */
function filesAt(commit: string, top: string, prefix: string): TreeEntry[] {
  const list = git(['ls-tree', '-r', '-z', commit, ...(prefix === '' ? [] : ['--', prefix])], top)
  return list
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', blob = '', path = ''] =
        /^(\d{3})\d{3} \w+ ([0-9a-f]+)\t([^]*)$/.exec(line) ?? []
      const kind = entryKinds[mode]
      const own = path.startsWith(prefix) ? path.slice(prefix.length) : ''
      const isRead = kind !== 'file' || /\.(yaml|mdx)$|^attachments\//.test(own)
      return kind !== undefined && own !== '' && isRead ? [{ path: own, kind, blob }] : []
    })
}

/**
 * The day on which each data file, named as `data/…`, was first committed, by the author's clock. A
 * shallow history is refused, because its first commit may not be the real one.
 */
export function firstCommits(folder: string): ReadonlyMap<string, string> {
  const { top, prefix } = placeOf(folder)
  const days = new Map<string, string>()
  if (isShallow(top))
    throw new GitMistake('这份仓库只取了最近的历史（浅克隆），不知道文件最早是哪一天入库的。')
  if (gitOrNull(['rev-parse', '--verify', '--quiet', 'HEAD'], top) === null) return days
  const log = git(
    [
      ...[
        'log',
        '--format=%x01%as',
        '--name-only',
        '--no-renames',
        '--diff-filter=A',
        '-z',
        'HEAD',
      ],
      ...(prefix === '' ? [] : ['--', prefix]),
    ],
    top,
  )
  for (const commit of log.toString('utf8').split('\x01').slice(1)) {
    const [day = '', ...names] = commit.split(/[\0\n]+/)
    for (const name of names) {
      if (!name.startsWith(prefix) || name === '') continue
      const file = fileBelow('data', name.slice(prefix.length))
      const known = days.get(file)
      // For a file that was deleted and added again, the earliest day counts.
      if (known === undefined || day < known) days.set(file, day)
    }
  }
  return days
}

/**
 * The commit that all files of these folders match; null where they are not all in one repository,
 * or where something was changed or added since.
 */
export function commitOfFiles(folders: readonly string[]): string | null {
  const commits = new Set(folders.map(commitOfFolder))
  const [only = null] = commits
  return commits.size === 1 ? only : null
}

function commitOfFolder(folder: string): string | null {
  try {
    const changes = gitOrNull(['status', '--porcelain', '--ignored', '--', '.'], folder)
    const tracked = gitOrNull(['ls-files', '--', '.'], folder)
    return changes === '' && tracked !== null && tracked !== ''
      ? (gitOrNull(['rev-parse', '--verify', '--quiet', 'HEAD'], folder)?.trim() ?? null)
      : null
  } catch (error) {
    // Without git there is no commit.
    if (error instanceof GitMistake) return null
    throw error
  }
}

/** Whether a folder has uncommitted changes; false outside a repository. */
export function hasUncommitted(folder: string): boolean {
  if (kindOf(folder) !== 'folder') return false
  const status = gitOrNull(['status', '--porcelain', '--', '.'], folder)
  return status !== null && status.trim() !== ''
}

/**
 * The paths that differ between two revisions, or between a revision and the files on disk when
 * `head` is null, and that are not authored files. Authored files are the data (without
 * `site.yaml`, which decides how all data are read), the bulletins and the attachments; git's own
 * files, such as `.gitattributes`, never are. Each path is relative to the root of its repository.
 *
 * @throws GitMistake when there is no repository or no such revision
 */
export function changedElsewhere(base: string, head: string | null, folders: Folders): string[] {
  const authored = (['data', 'content'] as const).flatMap((name) => {
    const folder = folders[name]
    return kindOf(folder) === 'folder'
      ? [{ ...placeOf(folder), pattern: authoredPatterns[name] }]
      : []
  })
  return [...new Set(authored.map(({ top }) => top))].flatMap((top) => {
    const places = authored.filter((place) => place.top === top)
    return changedPaths(base, head, top).filter(
      (path) =>
        !places.some(
          ({ prefix, pattern }) =>
            path.startsWith(prefix) && pattern.test(path.slice(prefix.length)),
        ),
    )
  })
}

/** Paths of authored files, relative to their folder. */
const authoredPatterns = {
  data: /^(?!site\.yaml$|(.*\/)?\.git)/i,
  content: /^(bulletins|attachments)\/(?!(.*\/)?\.git)/i,
} as const

function changedPaths(base: string, head: string | null, top: string): string[] {
  const commits = [base, ...(head === null ? [] : [head])].map((ref) => commitOf(ref, top))
  const output = git(
    ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', ...commits, '--'],
    top,
  )
  return output
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '')
}

/** The output of a git command; null when it fails. */
function gitOrNull(args: readonly string[], folder: string): string | null {
  const { status, stdout, stderr } = run(args, folder)
  if (status === 0) return stdout.toString('utf8')
  const output = stderr.toString('utf8')
  if (output.includes('safe.bareRepository'))
    throw new GitMistake(
      `文件夹“${folder}”里有 HEAD、objects、refs 等 git 仓库自己的文件，不能读取。请删除这些文件，再检查。`,
    )
  // The folder belongs to another user, as in many build containers. In every language git names the
  // setting.
  if (output.includes('safe.directory'))
    throw new GitMistake(
      `文件夹“${folder}”的仓库属于另一个用户，git 不肯读取。请运行 git config --global --add safe.directory "${folder}"，再检查。`,
    )
  return null
}

function git(args: readonly string[], folder: string, input = ''): Buffer {
  const { status, stdout, stderr } = run(args, folder, input)
  if (status === 0) return stdout
  throw new GitMistake(`git 没有读出历史：${stderr.toString('utf8').trim().split('\n')[0] ?? ''}`)
}

const maxHistoryBytes = 1024 ** 3

/**
 * A data folder could contain files of a bare repository whose configuration names commands to run;
 * git must not use it.
 */
const trustedRepositoriesOnly = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false']

function run(args: readonly string[], folder: string, input = '') {
  const options = ['-C', folder, '--no-optional-locks', ...trustedRepositoriesOnly]
  const result = spawnSync('git', [...options, ...args], {
    input,
    maxBuffer: maxHistoryBytes,
    windowsHide: true,
  })
  if (result.error === undefined) return result
  const { code } = result.error as NodeJS.ErrnoException
  throw new GitMistake(
    code === 'ENOENT'
      ? '没有找到 git 命令。请先安装 git，再检查。'
      : `git 没有运行起来：${result.error.message}`,
  )
}
