import type * as fs from 'node:fs'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { maxFolderDepth, pathsBelow } from '#read/files/regular-files.ts'
import { migrate } from '../../src/cli/migrate.ts'
import { base, copyOf, findings, type Folders } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { printed } from '../support/printed.ts'

/** How often the file system is asked for the kind of a path. */
const asked = vi.hoisted(() => ({ times: 0 }))
vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>()
  const counting = <T extends (...args: never[]) => unknown>(ask: T): T =>
    ((...args: never[]) => {
      asked.times += 1
      return ask(...args)
    }) as T
  return {
    ...actual,
    lstatSync: counting(actual.lstatSync),
    readdirSync: counting(actual.readdirSync),
  }
})
beforeEach(() => {
  asked.times = 0
})

type Copy = Folders & { readonly folder: string }

function copyWith(...paths: string[]): Copy {
  const copy = copyOf(base)
  for (const path of paths) {
    mkdirSync(dirname(join(copy.folder, path)), { recursive: true })
    writeFileSync(join(copy.folder, path), 'text\n')
  }
  return copy
}

/** Nested folders of this depth. */
const chain = (levels: number): string => Array.from({ length: levels }, () => 'a').join('/')

/** The constant part is the same for all: the base data. */
function askedFor(copy: Copy): number {
  asked.times = 0
  loadChecked(copy)
  return asked.times
}

describe('nested folders', () => {
  test.each([10, 1000])('%i levels give one message, at the top', (levels) => {
    const copy = copyWith(`content/attachments/2024-q2/${chain(levels)}/report.txt`)
    expect(findings(copy).filter((line) => line.includes('attachments'))).toEqual([
      'error content/attachments/2024-q2 folder-too-deep',
    ])
  })

  test('beyond the limit are not read, however deep they are', () => {
    const [ten, thousand] = [10, 1000].map((levels) =>
      askedFor(copyWith(`content/attachments/2024-q2/${chain(levels)}/report.txt`)),
    )
    expect(ten).toBeGreaterThan(0)
    expect(thousand).toBe(ten)
  })

  test('as many levels as the limit are read, and each file is named that lies too deep', () => {
    const copy = copyWith(`content/attachments/2024-q2/${chain(maxFolderDepth - 1)}/report.txt`)
    expect(findings(copy).filter((line) => line.includes('attachments'))).toEqual([
      `error content/attachments/2024-q2/${chain(maxFolderDepth - 1)}/report.txt attachment-name`,
    ])
  })

  test('stop a migration with the same message', async () => {
    const cases = join(import.meta.dirname, '../cases/format-0')
    const copy = copyOf({ data: join(cases, 'data'), content: join(cases, 'content') })
    mkdirSync(join(copy.data, 'inspections', chain(1000)), { recursive: true })
    const { text, code } = await printed(migrate, copy)
    expect(code).toBe(1)
    expect(text).toContain('“data/inspections”里的文件夹一层套一层，超过了 4 层')
  })
})

describe('twice as many entries take at most twice as many queries', () => {
  const shapes: Record<string, (n: number) => string[]> = {
    'files of attachments': (n) =>
      Array.from({ length: n }, (_, i) => `content/attachments/2024-q2/xuzhou/f${i}.txt`),
    'folders of attachments': (n) =>
      Array.from({ length: n }, (_, i) => `content/attachments/2024-q2/u${i}/report.txt`),
    'folders at the last level that is read': (n) =>
      Array.from({ length: n }, (_, i) => `content/attachments/a/b/c/u${i}/report.txt`),
    'self-inspections': (n) =>
      Array.from({ length: n }, (_, i) => `data/self-inspections/2024-q2/u${i}.yaml`),
    'folders of self-inspections': (n) =>
      Array.from({ length: n }, (_, i) => `data/self-inspections/p${i}/xuzhou.yaml`),
    'names that are not read': (n) => Array.from({ length: n }, (_, i) => `data/f${i}.json`),
  }

  test.each(Object.keys(shapes))('%s', (shape) => {
    const filesOf = shapes[shape] ?? (() => [])
    const [none = 0, first = 0, second = 0] = [0, 40, 80].map((n) =>
      askedFor(copyWith(...filesOf(n))),
    )
    expect(first).toBeGreaterThan(none)
    expect(second - none).toBeLessThanOrEqual(2 * (first - none))
  })
})

test('of a folder with more entries than the limit, one thing is found', () => {
  const files = Array.from({ length: 30 }, (_, i) => [`attachments/p${i % 3}/f${i}.txt`, ''])
  const folder = folderOf(Object.fromEntries(files) as Record<string, string>)
  const found = (entries: number) => pathsBelow(folder, 'attachments', { levels: 4, entries })
  expect(found(33)).toHaveLength(30)
  expect(found(32)).toEqual([{ path: '', kind: 'too-many' }])
})

describe('every name that is not read is named in one warning', () => {
  /** The warning of a folder, with the names in it. */
  const unread = (copy: Copy): string[] =>
    loadChecked(copy)
      .problems.filter(({ code }) => code === 'files-unread')
      .map(({ level, file, args }) => `${level} ${file}: ${args['names']}`)

  test('in the data and in the content', () => {
    const copy = copyWith('data/secrets.json', 'data/figures.csv', 'content/x.html')
    expect(findings(copy)).toEqual(['warning content files-unread', 'warning data files-unread'])
    expect(unread(copy)).toEqual([
      'warning content: x.html',
      'warning data: figures.csv、secrets.json',
    ])
  })

  test('a readme is not taken for a misspelt data file', () => {
    const copy = copyWith('data/README.md', 'content/README.zh-CN.md', 'data/LICENSE')
    expect(unread(copy)).toEqual([
      'warning content: README.zh-CN.md',
      'warning data: LICENSE、README.md',
    ])
    expect(findings(copy)).toHaveLength(2)
  })

  test('a hidden file too, in any folder', () => {
    const copy = copyWith(
      'data/.secrets.yaml',
      'data/inspections/.2024-q2.yaml',
      'content/bulletins/.hidden/2024-q1.mdx',
      'content/attachments/2024-q2/.report.pdf',
    )
    expect(unread(copy)).toEqual([
      'warning content: bulletins/.hidden、attachments/2024-q2/.report.pdf',
      'warning data: .secrets.yaml、inspections/.2024-q2.yaml',
    ])
  })

  test('but not what git, systems and office programs put there themselves', () => {
    const names = [
      '.gitkeep',
      '.gitignore',
      '.DS_Store',
      '._units.yaml',
      'Thumbs.db',
      '~$报告.docx',
    ]
    const folders = ['data', 'data/inspections', 'content', 'content/attachments/2024-q2']
    const copy = copyWith(
      ...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)),
      'data/.vscode/settings.json',
    )
    expect(findings(copy)).toEqual([])
  })

  test('very many are counted, and a long name is cut', () => {
    const long = `${'x'.repeat(200)}.json`
    const copy = copyWith(
      `data/${long}`,
      ...Array.from({ length: 60 }, (_, n) => `data/f${n}.json`),
    )
    const [names = ''] = unread(copy)
    expect(names).toContain('等 61 个')
    expect(names.length).toBeLessThan(1000)
    expect(names).not.toContain(long)
  })
})

describe.runIf(process.platform === 'linux')('a name that Windows does not allow or show', () => {
  test.each(['units.yaml.', 'units.yaml ', 'units.yaml。'])(
    '“%s” is reported with the right one',
    (name) => {
      expect(findings(copyWith(`data/${name}`))).toEqual([`error data/${name} file-unknown-near`])
    },
  )

  const gbk = (name: string): Buffer => Buffer.from(name, 'latin1')
  test.each([
    ['data/', '\xd2\xcb\xb1\xf6.json', 'warning data files-unread'],
    ['data/', '\xd2\xcb\xb1\xf6.yaml', 'error data/\ufffd\u02f1\ufffd.yaml file-unknown'],
    ['content/attachments/2024-q2/', '\xb8\xbd\xbc\xfe.pdf', /attachment-name/],
    ['data/inspections/', '\xb8\xbd.yaml', /file-name/],
    ['content/bulletins/', '\xb8\xbd.mdx', /file-name/],
  ])('in %s, not in UTF-8, is named', (folder, name, line) => {
    const copy = copyOf(base)
    mkdirSync(join(copy.folder, folder), { recursive: true })
    writeFileSync(Buffer.concat([Buffer.from(join(copy.folder, folder)), gbk('/'), gbk(name)]), 'x')
    expect(findings(copy)).toEqual([
      typeof line === 'string' ? line : (expect.stringMatching(line) as string),
    ])
  })

  test('of a folder, not in UTF-8, is named, and nothing in it is read', () => {
    const copy = copyOf(base)
    const folder = Buffer.concat([Buffer.from(`${copy.content}/attachments/`), gbk('\xb8\xbd')])
    mkdirSync(join(copy.content, 'attachments'))
    mkdirSync(folder)
    writeFileSync(Buffer.concat([folder, gbk('/a.txt')]), 'x')
    expect(findings(copy)).toEqual([expect.stringMatching(/^error .* file-unreadable$/)])
  })
})
