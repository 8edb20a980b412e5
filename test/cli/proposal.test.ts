import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { folderOf } from '../support/folder.ts'
import { type Repository, repository } from '../support/repository.ts'

const root = join(import.meta.dirname, '../..')

/** Runs a command on a proposal as a pipeline does. */
function run(args: readonly string[], data: string, content: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/gongshi.js', ...args], {
    cwd: root,
    env: { ...process.env, PROPOSAL: 'yes', DATA_DIR: data, CONTENT_DIR: content },
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

const codes = ({ data, content }: Pick<Repository, 'data' | 'content'>): string[] => {
  const { problems } = loadChecked({ data, content, isProposal: true })
  return problems.filter(({ level }) => level === 'error').map(({ code }) => code)
}

/** Moves a folder out of the repository and leaves a symbolic link to it. */
function linkInstead(folder: string): string {
  const away = folderOf({})
  renameSync(folder, join(away, 'CANARY'))
  symlinkSync(join(away, 'CANARY'), folder)
  return away
}

test('a proposal in its own checkout is read, and its manual is not reported', () => {
  const files = repository('city')
  mkdirSync(join(files.content, 'manual'))
  const { problems } = loadChecked({ data: files.data, content: files.content, isProposal: true })
  expect(problems).toEqual([])
})

test('a checkout below a link of the machine itself is read', () => {
  const files = repository('city')
  const linked = join(folderOf({}), 'workspace')
  symlinkSync(files.folder, linked)
  const parent = join(folderOf({}), 'ci')
  symlinkSync(dirname(files.folder), parent)
  const below = join(parent, files.folder.slice(dirname(files.folder).length))
  expect(codes({ data: join(below, 'city/data'), content: join(below, 'city/content') })).toEqual(
    [],
  )
})

describe.runIf(process.platform !== 'win32')('a proposal is not read', () => {
  test.each(['data', 'content'] as const)('when %s is a link', (name) => {
    const files = repository('city')
    linkInstead(files[name])
    expect(codes(files)).toEqual(['proposal-folder'])
    // Without the setting, the person who runs the command is responsible for the folders.
    expect(loadChecked({ data: files.data, content: files.content }).problems).toEqual([])
  })

  test('when a folder above them is a link, even one into another work tree', () => {
    const files = repository('city')
    linkInstead(dirname(files.data))
    expect(codes(files)).toEqual(['proposal-folder', 'proposal-folder'])
    const another = repository('city')
    const trap = repository()
    symlinkSync(another.folder, join(trap.folder, 'city'))
    const through = join(trap.folder, 'city/city')
    expect(codes({ data: join(through, 'data'), content: join(through, 'content') })).toEqual([
      'proposal-folder',
      'proposal-folder',
    ])
  })

  test('when it is in no work tree', () => {
    const folder = folderOf({ 'data/site.yaml': '', 'content/bulletins/a.mdx': '' })
    expect(codes({ data: join(folder, 'data'), content: join(folder, 'content') })).toEqual([
      'proposal-folder',
      'proposal-folder',
    ])
  })

  test('by any command: the check reports it in its format, the others do not start', () => {
    const files = repository('city')
    linkInstead(files.data)
    const check = run(['check', '--format', 'json'], files.data, files.content)
    expect(check.status).toBe(1)
    expect(check.output).toContain('"proposal-folder"')
    for (const args of [['diff', 'public'], ['migrate', '--write'], ['due'], ['build']]) {
      const { status, output } = run(args, files.data, files.content)
      expect([status, output]).toEqual([
        1,
        expect.stringContaining('要经过“city/data”，它是链接') as string,
      ])
      expect(output).not.toContain('CANARY')
    }
    expect(check.output).not.toContain('CANARY')
  })
})
