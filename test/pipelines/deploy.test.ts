import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { runCommands } from '../support/proposal.ts'

const root = join(import.meta.dirname, '../..')

test('a deployment without a target or without a site says so and copies nothing', () => {
  const folder = folderOf({})
  mkdirSync(join(folder, '.ci'))
  cpSync(join(root, '.ci/deploy'), join(folder, '.ci/deploy'))
  const none = runCommands(folder, '.ci/deploy', {})
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('请设置 DEPLOY_TARGET')])
  const noSite = runCommands(folder, '.ci/deploy', { DEPLOY_TARGET: 'x' })
  expect([noSite.status, noSite.stderr]).toEqual([1, expect.stringContaining('npm run build')])
})

const hasRsync = spawnSync('rsync', ['--version']).status === 0

test.skipIf(!hasRsync)('a deployment copies the site and deletes removed files', () => {
  const folder = folderOf({
    'dist/index.html': 'new',
    'dist/assets/a.css': 'a',
    'site/index.html': 'old',
    'site/gone.html': 'gone',
  })
  mkdirSync(join(folder, '.ci'))
  cpSync(join(root, '.ci/deploy'), join(folder, '.ci/deploy'))
  const { status, stderr } = runCommands(folder, '.ci/deploy', {
    DEPLOY_TARGET: join(folder, 'site'),
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('new')
  expect(existsSync(join(folder, 'site/assets/a.css'))).toBe(true)
  expect(existsSync(join(folder, 'site/gone.html'))).toBe(false)
})
