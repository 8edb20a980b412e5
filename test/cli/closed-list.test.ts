import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { smallestAsOf, smallestSite } from '../support/smallest-site.ts'

const preload = resolve('test/support/stray-file.js')

/** Runs a command in whose output a cache appears beside a file. */
function withStray(beside: string, args: string[], environment: Record<string, string>) {
  return spawnSync(process.execPath, ['--import', preload, 'src/cli/gongshi.js', ...args], {
    env: { ...process.env, ...environment, STRAY_BESIDE: beside },
    encoding: 'utf8',
  })
}

describe('a cache that a tool leaves in what is to be published fails the command, and the last output stays:', () => {
  const files = {
    ...smallestSite(),
    'out/index.html': 'the last good site',
    'out/data/inspections/2024-q1.json': '{}',
  }

  test.each([
    ['build', 'index.html', {}],
    ['archive, while archives are written', 'SHA256SUMS', { ARCHIVES: 'yes' }],
  ])('%s', (_what, beside, more) => {
    const folder = folderOf(files)
    const { status, stdout, stderr } = withStray(beside, ['build'], {
      AS_OF: smallestAsOf,
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'out'),
      ...more,
    })
    expect(stdout + stderr).toContain('多出了清单以外的文件')
    expect(stdout + stderr).toContain('.cache/reading')
    expect(stdout + stderr).not.toContain('    at ')
    expect(status).toBe(1)
    expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the last good site')
  })
})
