import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow } from '#build/output/closed-list.ts'
import { folderOf } from '../support/folder.ts'
import { cityPackage, goodCity } from '../support/city-package.ts'
import { smallestAsOf, smallestSite } from '../support/smallest-site.ts'

const preload = resolve('test/support/stray-file.js')

/** Runs a command during which a cache folder appears beside one of the files it writes. */
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
    'out/data/datapackage.json': '{}',
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

  test('federate', () => {
    const list = `name: 某省\ncities:\n  jia: { name: 甲市, package: ${cityPackage(goodCity)} }\n`
    const folder = folderOf({ 'cities.yaml': list, 'out/overview.json': 'the last good overview' })
    const at = (name: string): string => join(folder, name)
    const { status, stderr } = withStray(
      'overview.json',
      ['federate', at('cities.yaml'), '--out', at('out'), '--kept', at('copies')],
      { AS_OF: '2025-07-01' },
    )
    expect(stderr).toContain('.cache/reading')
    expect(status).toBe(1)
    expect(readFileSync(at('out/overview.json'), 'utf8')).toBe('the last good overview')
  })
})

test('an overview needs no records, and consists of its page, its data and its styles', () => {
  const list = `name: 某省\ncities:\n  jia: { name: 甲市, package: ${cityPackage(goodCity)} }\n`
  const folder = folderOf({ 'cities.yaml': list })
  const at = (name: string): string => join(folder, name)
  const nowhere = { DATA_DIR: at('none'), CONTENT_DIR: at('none'), AS_OF: '2025-07-01' }
  const args = ['federate', at('cities.yaml'), '--out', at('out'), '--kept', at('copies')]
  expect(withStray('', args, nowhere).status).toBe(0)
  const files = filesBelow(at('out')).filter((path) => !path.startsWith('schema/'))
  expect(files.map((path) => path.replace(/\.[\w-]+\.css$/, '.css')).sort()).toEqual([
    'assets/dark.css',
    'assets/index.css',
    'favicon.png',
    'favicon.svg',
    'index.html',
    'overview.json',
    'rates.csv',
  ])
  expect(readFileSync(at('out/index.html'), 'utf8')).toContain('99.7%（369/370）')
})
