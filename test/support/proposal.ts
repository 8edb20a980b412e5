import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folderOf, temporaryFolder } from './folder.ts'

const root = join(import.meta.dirname, '../..')

const gitIn =
  (folder: string) =>
  (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })

/**
 * The project with the data of the tests, as an office publishes it: a repository with the branch
 * `main` checked out and the packages installed, for many proposals. Its preview is built only for
 * tests that need it, because it takes longest.
 */
export function publishedProject({ preview = false } = {}): { folder: string; remove: () => void } {
  const { folder, remove } = temporaryFolder()
  const git = gitIn(folder)
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of files.split('\0')) {
    if (file === '' || /^(test|data|content\/bulletins|\.github\/home)/.test(file)) continue
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  for (const name of ['data', 'content'])
    cpSync(join(root, 'test/cases/base', name), join(folder, name), { recursive: true })
  if (!preview) {
    const file = join(folder, 'package.json')
    const built = '"build": "node src/cli/gongshi.js build"'
    writeFileSync(file, readFileSync(file, 'utf8').replace(built, '"build": "node -e 0"'))
  }
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'published')
  installIn(folder)
  return { folder, remove }
}

/** A proposal to a published project. */
export interface Proposal {
  /** A repository of its own with the branches `main` and `change`, without a checkout. */
  readonly repository: string
  readonly git: (...args: string[]) => string
  /** Commits files, named by their paths, to the proposed branch; returns the commit. */
  readonly propose: (files: Readonly<Record<string, string>>) => string
  /** Commits files to the main branch, as if another proposal had been merged. */
  readonly publish: (files: Readonly<Record<string, string>>) => void
  /** The text of a file of the proposal. */
  readonly read: (path: string) => string
}

/** A proposal that changes nothing yet; it is removed after the calling test. */
export function proposalFor(published: string): Proposal {
  const repository = folderOf({})
  const git = gitIn(repository)
  git('clone', '-q', '--shared', '--no-checkout', published, '.')
  git('branch', '--quiet', 'change')
  const commit = (branch: string, files: Readonly<Record<string, string>>): string => {
    // Only the index is changed, so no checkout is needed.
    git('symbolic-ref', 'HEAD', `refs/heads/${branch}`)
    git('read-tree', 'HEAD')
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true })
      writeFileSync(join(repository, path), text)
      git('update-index', '--add', path)
    }
    git('commit', '-q', '-m', 'change')
    return git('rev-parse', 'HEAD').trim()
  }
  return {
    repository,
    git,
    propose: (files) => commit('change', files),
    publish: (files) => void commit('main', files),
    read: (path) => git('show', `change:${path}`),
  }
}

/** A clone of a proposal at a branch, in a new folder or the given one. */
export function cloneOf({ repository }: Proposal, branch: string, folder = folderOf({})): string {
  execFileSync('git', ['clone', '-q', '--shared', '-b', branch, repository, folder])
  return folder
}

/** Installs the packages in a checkout, as `npm ci` does. */
export function installIn(folder: string): void {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** The exit codes and the output of commands. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs commands of a pipeline; `npm ci` is replaced by a link to the installed packages. */
export function runCommands(folder: string, script: string, env: Record<string, string>): Run {
  const install = `ln -s '${join(root, 'node_modules')}' node_modules`
  return spawnSync('bash', ['-e', '-c', script.replace('npm ci --ignore-scripts', install)], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: '', CONTENT_DIR: '', AS_OF: '2024-06-07', ...env },
    encoding: 'utf8',
  })
}

/** Reviews a proposal by the program of a published project; `summary` is the text of `review.md`. */
export function review(
  program: string,
  { repository }: Proposal,
  env: Record<string, string> = {},
  format = 'text',
): Run & { summary: string } {
  const run = runCommands(program, '.ci/review "$REPOSITORY" main change "$FORMAT"', {
    REPOSITORY: repository,
    FORMAT: format,
    ...env,
  })
  return { ...run, summary: readFileSync(join(program, 'review.md'), 'utf8') }
}
