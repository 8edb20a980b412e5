import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '#read/migrations/migrate.ts'
import { currentFormat, formatOf } from '#schema/format.ts'
import { lostComments } from '#read/yaml-edit/comments.ts'
import { check } from '../../src/cli/check.ts'
import { diff } from '../../src/cli/diff.ts'
import { migrate } from '../../src/cli/migrate.ts'
import {
  applyEdit,
  sample,
  base,
  copyOf,
  datasetOf,
  findings,
  type Folders,
} from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { lineDifference } from '../support/line-difference.ts'
import { printed } from '../support/printed.ts'
import { repository } from '../support/repository.ts'

/** Data and content in the format of the first release. */
const oldest: Folders = {
  data: join(import.meta.dirname, '../cases/format-0/data'),
  content: join(import.meta.dirname, '../cases/format-0/content'),
}
const site = 'data/site.yaml'
const inspection = 'data/inspections/2024-q1.yaml'
const bulletin = 'content/bulletins/2024-q1.mdx'

type Copy = Folders & { readonly folder: string }
const textOf = ({ folder }: Copy, file: string): string => readFileSync(join(folder, file), 'utf8')

describe('a file that a check refuses to read', () => {
  test.each([
    ['bytes that are no UTF-8', 'gbk', Buffer.from([0xd2, 0xcb, 0xb1, 0xf6, 0x0a])],
    [
      'a line of a million characters',
      '这一行有 1000002 个字符',
      Buffer.from(`# ${'a'.repeat(1e6)}\n`),
    ],
    ['a tower of brackets', 'yaml-nesting', Buffer.from(`a: ${'['.repeat(9000)}\n`)],
    ['six megabytes', '最大是 5 MB', Buffer.alloc(6e6, '#')],
  ])('is not migrated, for the same reason: %s', async (_, reason, bytes) => {
    const copy = copyOf(oldest)
    writeFileSync(join(copy.folder, 'data/inspections/2024-q2.yaml'), bytes)
    const { text, code } = await printed(migrate, copy)
    expect(code).toBe(1)
    expect(text.toLowerCase()).toContain(reason.toLowerCase())
  })
})

test('an empty value does not stop a migration', async () => {
  const copy = copyOf(oldest)
  appendFileSync(join(copy.folder, inspection), 'remarks:\nrows: [~, { of: }]\n')
  const { text, code } = await printed(migrate, copy)
  expect([code, text]).toEqual([0, expect.stringContaining('以上是试运行')])
})

test('every migration leads to the next format, up to that of this release', () => {
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, n) => n + 1))
  expect(migrations.at(-1)?.to).toBe(currentFormat)
})

test('data without a format number has the first numbered format', () => {
  expect(formatOf({ platforms: { 微信公众号: [] } })).toBe(1)
  expect(formatOf({ platforms: ['微信公众号'] })).toBe(0)
  expect(formatOf({ format: 7, platforms: ['微信公众号'] })).toBe(7)
  expect(datasetOf(sample).site.format).toBe(currentFormat)
})

describe('the data of the first release', () => {
  test('the only message is to migrate', () => {
    expect(findings(oldest)).toEqual([`error ${site}:18:1 format-older`])
  })

  test('is shown in the new format, and nothing is written', async () => {
    const copy = copyOf(oldest)
    const { text, code } = await printed(migrate, copy)
    expect(code).toBe(0)
    expect(text).toContain('+      closed_on_time: { stated: "100%" }')
    expect(textOf(copy, inspection)).toBe(
      readFileSync(join(oldest.data, '../', inspection), 'utf8'),
    )
    expect(findings(copy)).toEqual([`error ${site}:18:1 format-older`])
  })

  test('is written in the current format, and no other byte changes', async () => {
    const copy = copyOf(oldest)
    const before = new Map([site, inspection, bulletin].map((file) => [file, textOf(copy, file)]))
    expect((await printed(migrate, copy, '--write')).code).toBe(0)
    const changes = (file: string): string[] =>
      lineDifference(before.get(file) ?? '', textOf(copy, file))
    expect(changes(site)).toEqual([
      '-platforms: [政府网站, 微信公众号]',
      '+platforms:',
      '+  政府网站: []',
      '+  微信公众号: []',
      '+manual: false',
      `+format: ${currentFormat}`,
    ])
    expect(changes(inspection)).toEqual([
      '-      closed-on-time: { stated: "100%" }',
      '+      closed_on_time: { stated: "100%" }',
    ])
    expect(changes(bulletin).join('\n').replaceAll('closed_on_time', 'closed-on-time')).toMatch(
      /^-(.*)\n\+\1$/,
    )
    expect(findings(copy).filter((line) => line.startsWith('error'))).toEqual([])
  })

  test('is migrated once: a second time there is nothing to do', async () => {
    const copy = copyOf(oldest)
    await printed(migrate, copy, '--write')
    const before = textOf(copy, site)
    const { text, code } = await printed(migrate, copy, '--write')
    expect([code, text]).toEqual([0, `数据已经是第${currentFormat}版格式，不用转换。\n`])
    expect(textOf(copy, site)).toBe(before)
  })

  test('turns a removed field into a comment, and moves a relocated one', async () => {
    const copy = copyOf(oldest)
    for (const [file, replace, by] of [
      [
        inspection,
        'issuer: ',
        'subject: 网站检查 # 标题里的\nnumber: 例〔2024〕1号 # 文号\nissued: 2024-03-05\nissuer: ',
      ],
      [bulletin, '# ', '# <Value of="number" />'],
      [
        'data/indicators/named-problems.yaml',
        '  annual-report-repeats: {',
        '  annual-report-repeats: { threshold: { value: 2, unit: 次 }, # 界限\n     ',
      ],
    ] as const) {
      const text = textOf(copy, file)
      writeFileSync(join(copy.folder, file), text.replace(replace, by))
    }
    const old = textOf(copy, inspection)
    await printed(migrate, copy, '--write')
    const text = textOf(copy, inspection)
    expect(text).toContain('# subject: 网站检查 # 标题里的\n')
    expect(text).toContain('\ndocument: { number: 例〔2024〕1号, issued: 2024-03-05 }\n')
    expect(text).not.toMatch(/^(number|issued|subject):/m)
    // The text of the field is now part of a longer one.
    expect(lostComments(old, text)).toEqual(['# 标题里的'])
    expect(textOf(copy, bulletin)).toContain('<Value of="document.number" />')
    expect(
      datasetOf(copy).catalogues['named-problems']?.indicators['annual-report-repeats']?.thresholds,
    ).toEqual({
      年度报告内容与往年雷同: { value: 2, unit: '次' },
    })
  })

  test('keeps the line ends and the byte-order mark of another system', async () => {
    const copy = copyOf(oldest)
    const windows = `\uFEFF${textOf(copy, site).replaceAll('\n', '\r\n')}`
    writeFileSync(join(copy.folder, site), windows)
    await printed(migrate, copy, '--write')
    const text = textOf(copy, site)
    expect(text.startsWith('\uFEFF#')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })
})

describe('the data of the former format', () => {
  /**
   * The base in the format before the setting `manual`: with a manual in its content folder, or
   * without one.
   */
  function former(hasManual: boolean): Copy {
    const copy = copyOf(base)
    applyEdit(copy.folder, { file: site, replace: 'format: 2\nmanual: false\n', by: 'format: 1\n' })
    if (hasManual) applyEdit(copy.folder, { file: 'content/manual/index.mdx', append: '# 手册\n' })
    return copy
  }

  test('is read as before, with a warning, so that the program can be upgraded first', async () => {
    const copy = former(false)
    expect(findings(copy)).toEqual([`warning ${site}:24:9 format-former`])
    expect(datasetOf(copy).site.manual).toBe(false)
    const { text, code } = await printed(check, copy)
    expect([code, text]).toEqual([0, expect.stringContaining('npm run migrate')])
  })

  test('an office without a manual has none after the migration either', async () => {
    const copy = former(false)
    expect((await printed(migrate, copy, '--write')).code).toBe(0)
    expect(textOf(copy, site)).toMatch(/\nformat: 2\nmanual: false\n$/)
    expect(findings(copy)).toEqual([])
    expect(datasetOf(copy).site.manual).toBe(false)
  })

  test('an office with its own manual gets the program’s manual and a notice that its own is not read', async () => {
    const copy = former(true)
    expect(findings(copy)).toEqual([
      'warning content/manual manual-unread',
      `warning ${site}:24:9 format-former`,
    ])
    expect(datasetOf(copy).site.manual).toBeUndefined()
    await printed(migrate, copy, '--write')
    expect(textOf(copy, site)).toMatch(/\nformat: 2\n$/)
    expect(findings(copy)).toEqual(['warning content/manual manual-unread'])
  })
})

test('data of a newer format are not migrated, with a message to upgrade the program', async () => {
  const copy = copyOf(base)
  applyEdit(copy.folder, { file: site, replace: 'format: 2', by: 'format: 99' })
  expect(findings(copy)).toEqual([
    expect.stringMatching(/^error data\/site\.yaml:\d+:9 format-newer$/),
  ])
  const { text, code } = await printed(migrate, copy, '--write')
  expect([code, text]).toEqual([1, expect.stringContaining('请升级程序')])
})

test('a file that cannot be read without guessing is reported, and nothing is written', async () => {
  const copy = copyOf(oldest)
  applyEdit(copy.folder, { file: inspection, replace: 'issuer: ', by: 'issuer: [ ' })
  const before = textOf(copy, site)
  const { text, code } = await printed(migrate, copy, '--write')
  expect([code, text]).toEqual([1, expect.stringContaining(inspection)])
  expect(textOf(copy, site)).toBe(before)
})

/** A repository whose published data has the format of the first release. */
function oldRepository() {
  const files = repository()
  for (const file of [
    site,
    inspection,
    bulletin,
    'data/units.yaml',
    'data/channels.yaml',
    'data/indicators/named-problems.yaml',
    'data/indicators/national-2019.yaml',
  ])
    writeFileSync(join(files.folder, file), readFileSync(join(oldest.data, '..', file)))
  files.commit('2026-11-24')
  files.git('tag', 'old')
  return files
}

test('a migration refuses uncommitted changes', async () => {
  const files = oldRepository()
  appendFileSync(join(files.folder, site), '# 改到一半\n')
  const { text, code } = await printed(migrate, files, '--write')
  expect([code, text]).toEqual([1, expect.stringContaining('git commit')])
})

test('a migrated value needs no correction, because readers see no change', async () => {
  const files = oldRepository()
  await printed(migrate, files, '--write')
  const { text } = await printed(diff, files, 'old')
  // The format is a setting of the site, and a review names such changes first.
  expect(text).toContain('  data/site.yaml（网站设置）\n')
  expect(text).toContain('与版本“old”相比，数据、通报和附件没有变化。\n')
  expect((await printed(check, files, '--base', 'old')).text).not.toContain('correction-missing')
})

test('an upgrade replaces the program and leaves the data: nothing has to be merged', () => {
  const chapter = readFileSync('content/manual/upgrade.mdx', 'utf8')
  const [, commands = ''] = /## 换上新程序[^]*?```text\n([^]*?)```/.exec(chapter) ?? []
  const restore = commands.split('\n').find((line) => line.startsWith('git restore')) ?? ''
  expect(restore).not.toBe('')
  const folder = folderOf({})
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const everything = ['src/a.ts', 'content/manual/index.mdx', site, bulletin, 'package.json']
  git('init', '--quiet', '--initial-branch=main')
  for (const name of everything) write(name, 'release 1\n')
  write('src/old.ts', 'release 1\n')
  git('add', '--all')
  git('commit', '--quiet', '--message=1')
  git('switch', '--quiet', '--create', 'upstream')
  for (const name of everything) write(name, 'release 2\n')
  git('rm', '--quiet', 'src/old.ts')
  git('add', '--all')
  git('commit', '--quiet', '--message=2')
  git('update-ref', 'refs/remotes/upstream/main', 'HEAD')
  git('switch', '--quiet', 'main')
  for (const name of [site, bulletin, 'maps/platform.yaml']) write(name, 'office\n')
  git('add', '--all')
  git('commit', '--quiet', '--message=office')

  execFileSync('sh', ['-c', restore], { cwd: folder })
  const now = (name: string): string => readFileSync(join(folder, name), 'utf8')
  expect(['src/a.ts', 'content/manual/index.mdx', 'package.json'].map(now)).toEqual(
    Array(3).fill('release 2\n'),
  )
  expect([site, bulletin, 'maps/platform.yaml'].map(now)).toEqual(Array(3).fill('office\n'))
  expect(git('status', '--porcelain')).toBe(
    'M  content/manual/index.mdx\nM  package.json\nM  src/a.ts\nD  src/old.ts\n',
  )
})
