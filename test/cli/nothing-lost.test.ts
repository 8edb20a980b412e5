import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Random } from '#tools/demo/random.ts'
import { folderOf } from '../support/folder.ts'
import { smallestAsOf, smallestSite } from '../support/smallest-site.ts'

const lastGood = {
  'out/index.html': 'the last good site',
  'out/data/datapackage.json': '{}',
}

const environmentOf = (folder: string, more: Record<string, string> = {}) => ({
  ...process.env,
  AS_OF: smallestAsOf,
  DATA_DIR: join(folder, 'data'),
  CONTENT_DIR: join(folder, 'content'),
  OUT_DIR: join(folder, 'out'),
  ...more,
})

const program = 'src/cli/gongshi.js'

function build(folder: string, more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], {
    env: environmentOf(folder, more),
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

/** Every file with its bytes and the time of its last change. */
const stateOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .map((path) => {
      const stats = statSync(path)
      return `${path} ${stats.mtimeMs} ${stats.isFile() ? readFileSync(path, 'base64') : ''}`
    })
    .sort()

/** The bytes of the files of a site, by their paths. */
const siteAt = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  )

test('Windows line ends, spaces and Chinese in paths and another time zone change no byte; nothing is written to data and content', () => {
  const files = smallestSite()
  const plain = folderOf(files)
  const windows = join(folderOf({}), '政务 公开 100%', "第一季度's #1")
  for (const [path, text] of Object.entries(files)) {
    const file = join(windows, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text.replaceAll('\n', '\r\n'))
  }
  const authored = [join(windows, 'data'), join(windows, 'content')]
  const before = authored.flatMap(stateOf)
  expect(build(plain).status).toBe(0)
  const { status, output } = build(windows, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' })
  expect(output).toContain('网站已生成')
  expect(status).toBe(0)
  expect(siteAt(join(windows, 'out'))).toEqual(siteAt(join(plain, 'out')))
  expect(authored.flatMap(stateOf)).toEqual(before)
})

test('of two concurrent builds the second reports the first, which is not disturbed', async () => {
  const folder = folderOf({ ...smallestSite(), ...lastGood })
  const first = spawn(process.execPath, [program, 'build'], {
    env: environmentOf(folder),
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => first.once('exit', resolve))
  while (!existsSync(join(folder, 'out.gongshi-lock')))
    await new Promise((resolve) => setTimeout(resolve, 20))
  const { status, output } = build(folder)
  expect(output).toMatch(/^另一个命令正在写入“.*out”（进程 .+）。请等它完成后再运行.*\n$/)
  expect(status).toBe(1)
  expect(await ended).toBe(0)
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toContain('示例市')
  expect(readdirSync(folder).sort()).toEqual(['content', 'data', 'out'])
})

test('a full disk is reported at any write, and the last site and the next build are unaffected', () => {
  const folder = folderOf({ ...smallestSite(), ...lastGood })
  const random = new Random('full disks')
  const buildOnFullDisk = (from: number): void => {
    const { status, output } = build(folder, {
      NODE_OPTIONS: `--import ${new URL('../support/full-disk.js', import.meta.url).href}`,
      FULL_DISK_FROM: String(from),
      FULL_DISK_IN: `node_modules/.cache/gongshi/staging|${join(folder, 'out')}`,
    })
    expect(output).toContain('磁盘满了')
    expect(output).toContain('仍是上一次的内容')
    expect(output).not.toMatch(/^ +at /m)
    expect(status).toBe(1)
  }
  // The first two operations create its lock, before which nothing is changed.
  for (const from of [3, random.whole(4, 50), random.whole(50, 100)]) {
    buildOnFullDisk(from)
    expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the last good site')
    expect(readdirSync(folder).sort()).toEqual(['content', 'data', 'out'])
  }
  expect(build(folder).status).toBe(0)
  // The next command would have to recover these files, and cannot.
  const good = siteAt(join(folder, 'out'))
  for (const from of [3, random.whole(4, 200)]) {
    buildOnFullDisk(from)
    expect(siteAt(join(folder, 'out'))).toEqual(good)
  }
  expect(build(folder).status).toBe(0)
})
