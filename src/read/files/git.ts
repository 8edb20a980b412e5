import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { largestLimit } from '#model/attachment.ts'
import { kindOf, type Folders } from './files.ts'
import { bringUpToDate } from '../migrations/migrate-files.ts'
import { pathsBelow, readBytes } from './regular-files.ts'

/** The only reader of the history of the authored files. */

/** Why the history cannot be asked, in Chinese, for the person who asked. */
export class GitMistake extends Error {}

/** Gives `use` the authored files as they were at a revision, in folders that are gone afterwards. */
export function withFilesAt<T>(ref: string, folders: Folders, use: (base: Folders) => T): T {
  const temporary = mkdtempSync(join(tmpdir(), 'gongshi-base-'))
  const base = { data: join(temporary, 'data'), content: join(temporary, 'content') }
  try {
    for (const name of ['data', 'content'] as const) {
      mkdirSync(base[name])
      if (kindOf(folders[name]) === 'folder') copyFiles(ref, folders[name], base[name])
    }
    // What only a new format writes otherwise is no change to readers.
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

/** What a reader of the copy refuses just as it would in a working tree: a link leads nowhere. */
function copySpecial({ kind, path }: TreeEntry, to: string): void {
  const whole = join(to, path)
  rmSync(whole, { recursive: true, force: true })
  if (kind === 'link') {
    mkdirSync(dirname(whole), { recursive: true })
    symlinkSync('nowhere', whole)
  } else mkdirSync(join(whole, '.git'), { recursive: true })
}

/** The attachments that lie in a folder now, and what git would call their contents. */
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
 * Large files that did not change need not be asked for again, nor written where the disk can do
 * without. Whether the file is in the other folder now.
 */
function linkOrCopy(folder: string, path: string, to: string): boolean {
  const target = join(to, path)
  mkdirSync(dirname(target), { recursive: true })
  try {
    linkSync(join(folder, path), target)
    return true
  } catch {
    const found = readBytes(folder, path, largestLimit * 1024 * 1024)
    if ('bytes' in found) writeFileSync(target, found.bytes)
    return 'bytes' in found
  }
}

/** The repository of a folder, and the folder's path in it, with a slash at its end. */
function placeOf(folder: string): { top: string; prefix: string } {
  const said = ask(['rev-parse', '--show-toplevel', '--show-prefix'], folder)
  if (said === null)
    throw new GitMistake(
      `文件夹“${folder}”不在 git 仓库里，没有可以比较的版本。请在用 git 管理的文件夹里运行，或不用这个选项。`,
    )
  const [top = '', prefix = ''] = said.split('\n')
  return { top, prefix }
}

function commitOf(ref: string, top: string): string {
  const commit = ask(
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
  ask(['rev-parse', '--is-shallow-repository'], top)?.trim() === 'true'

interface TreeEntry {
  /** Below the folder, with slashes. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'repository'
  readonly blob: string
}

const entryKinds: Readonly<Record<string, TreeEntry['kind']>> = {
  '100': 'file',
  '120': 'link',
  '160': 'repository',
}

/** What of a folder at a commit is read, and what in it is refused: links and submodules. */
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
 * The day on which each file of the data, named as `data/…`, was first committed, as its author's
 * clock had it. Where the history is cut short it cannot be told: its first day need not be the first.
 */
export function firstCommits(folder: string): ReadonlyMap<string, string> {
  const { top, prefix } = placeOf(folder)
  const days = new Map<string, string>()
  if (isShallow(top))
    throw new GitMistake('这份仓库只取了最近的历史（浅克隆），不知道文件最早是哪一天入库的。')
  if (ask(['rev-parse', '--verify', '--quiet', 'HEAD'], top) === null) return days
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
      const file = `data/${name.slice(prefix.length)}`
      const known = days.get(file)
      // A file that was removed and came back was first committed when it came first.
      if (known === undefined || day < known) days.set(file, day)
    }
  }
  return days
}

/**
 * The commit at which all files of these folders are just as they are on disk; null where they are
 * not all in one repository, or something in them was changed or added since.
 */
export function commitOfFiles(folders: readonly string[]): string | null {
  const commits = new Set(folders.map(commitOfFolder))
  const [only = null] = commits
  return commits.size === 1 ? only : null
}

function commitOfFolder(folder: string): string | null {
  try {
    const changes = ask(['status', '--porcelain', '--ignored', '--', '.'], folder)
    const tracked = ask(['ls-files', '--', '.'], folder)
    return changes === '' && tracked !== null && tracked !== ''
      ? (ask(['rev-parse', '--verify', '--quiet', 'HEAD'], folder)?.trim() ?? null)
      : null
  } catch (error) {
    // Without git there is no commit to name.
    if (error instanceof GitMistake) return null
    throw error
  }
}

/** Whether a folder holds something that is not committed; never, where there is no repository. */
export function hasUncommitted(folder: string): boolean {
  if (kindOf(folder) !== 'folder') return false
  const status = ask(['status', '--porcelain', '--', '.'], folder)
  return status !== null && status.trim() !== ''
}

/**
 * The paths that differ between a revision and another one, or the files on disk when `head` is
 * null, and that are not authored files: everything but the data (without its `site.yaml`, which
 * decides how all of it is read), the bulletins and the attachments. What only git reads, such as
 * `.gitattributes`, is never an authored file, wherever it lies. Each path is as git has it, from the
 * top of its repository.
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

/** Which paths below a folder are authored files. */
const authoredPatterns = {
  data: /^(?!site\.yaml$|(.*\/)?\.git)/i,
  content: /^(bulletins|attachments)\/(?!(.*\/)?\.git)/i,
} as const

function changedPaths(base: string, head: string | null, top: string): string[] {
  const commits = [base, ...(head === null ? [] : [head])].map((ref) => commitOf(ref, top))
  const said = git(
    ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', ...commits, '--'],
    top,
  )
  return said
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '')
}

/** The output of a git command; null when git refuses. */
function ask(args: readonly string[], folder: string): string | null {
  const { status, stdout, stderr } = run(args, folder)
  if (status === 0) return stdout.toString('utf8')
  const said = stderr.toString('utf8')
  if (said.includes('safe.bareRepository'))
    throw new GitMistake(
      `文件夹“${folder}”里有 HEAD、objects、refs 等 git 仓库自己的文件，不能读取。请删除这些文件，再检查。`,
    )
  // A folder that belongs to somebody else, as in many build containers.
  if (said.includes('dubious ownership'))
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

const mostBytes = 1024 ** 3

/**
 * A folder of data may hold files that make it look like a repository without a work tree, with a
 * configuration that names commands to run: git must not take it for one.
 */
const trustedRepositoriesOnly = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false']

function run(args: readonly string[], folder: string, input = '') {
  // No setting of this program is read here: git needs the environment of the terminal. Started from
  // a hook, it would be told of another repository.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE)$/.test(name),
    ),
  )
  const result = spawnSync('git', ['-C', folder, ...trustedRepositoriesOnly, ...args], {
    input,
    maxBuffer: mostBytes,
    env: { ...environment, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
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
