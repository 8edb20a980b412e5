import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { applyEdit, base, type Edit, type Folders } from './authored.ts'
import { folderOf } from './folder.ts'

/** A git repository in a new folder that is removed after the calling test. */
export interface Repository extends Folders {
  readonly folder: string
  readonly git: (...args: string[]) => string
  readonly edit: (...edits: Edit[]) => void
  /** Commits everything, on a given day, by an author who is the same on every machine. */
  readonly commit: (day: string) => void
}

/** The base data, committed once and tagged `public`; `below` puts it into a subfolder. */
export function repository(below = ''): Repository {
  const folder = folderOf({})
  const home = join(folder, below)
  const git = (...args: string[]): string => runGit(folder, args)
  git('init', '--quiet', '--initial-branch=main')
  mkdirSync(home, { recursive: true })
  for (const name of ['data', 'content'] as const)
    cpSync(base[name], join(home, name), { recursive: true })
  const commit = (day: string): void => {
    git('add', '--all')
    const date = `${day}T12:00:00+0800`
    runGit(folder, ['commit', '--quiet', '--allow-empty', '--message=data'], {
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    })
  }
  commit('2026-11-23')
  git('tag', 'public')
  return {
    folder,
    data: join(home, 'data'),
    content: join(home, 'content'),
    git,
    edit(...edits) {
      for (const edit of edits) applyEdit(home, edit)
    },
    commit,
  }
}

function runGit(folder: string, args: string[], dates: Record<string, string> = {}): string {
  const author = { NAME: 'Clerk', EMAIL: 'clerk@example.com' }
  const who = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(author).map(([key, value]) => [`GIT_${role}_${key}`, value]),
    ),
  )
  try {
    return execFileSync('git', args, {
      cwd: folder,
      env: {
        ...process.env,
        ...who,
        ...dates,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('these tests need the git command: install git', { cause: error })
    throw error
  }
}
