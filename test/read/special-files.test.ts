import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { maxFileBytes } from '#read/files/files.ts'
import { makeFoldersFor, readBytes, UnsafePath } from '#read/files/regular-files.ts'
import { rewriteFiles } from '#read/files/rewrite.ts'
import { check } from '../../src/cli/check.ts'
import { migrate } from '../../src/cli/migrate.ts'
import { base, copyOf, findings, type Folders } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { printed } from '../support/printed.ts'
import { repository } from '../support/repository.ts'

/**
 * The content of every file outside the folders that a link leads to; no message may contain it.
 */
const canary = 'CANARY-7d1f'

type Copy = Folders & { readonly folder: string }

/** All kinds of authored files, with a record of each kind that the base lacks. */
const places = [
  'data/site.yaml',
  'data/units.yaml',
  'data/channels.yaml',
  'data/indicators',
  'data/inspections/2024-q1.yaml',
  'data/inspections',
  'data/registers/2024-q2.yaml',
  'data/self-inspections',
  'data/self-inspections/2024-q2',
  'data/self-inspections/2024-q2/xuzhou.yaml',
  'data/rectifications/2024-q1-05/xuzhou.yaml',
  'content/bulletins',
  'content/bulletins/2024-q1.mdx',
  'content/attachments',
  'content/attachments/2024-q2',
  'content/attachments/2024-q2/xuzhou',
  'content/attachments/2024-q2/xuzhou/report.txt',
]

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** What a proposal or a machine may have in the place of a file or a folder. */
const things: Record<string, (path: string, outside: string) => unknown> = {
  'a link to a file elsewhere': (path, outside) => {
    symlinkSync(join(outside, 'secret.yaml'), path)
  },
  'a link to a folder elsewhere': (path, outside) => {
    symlinkSync(outside, path)
  },
  'a link to itself': (path) => {
    symlinkSync(path, path)
  },
  'a link to nothing': (path) => {
    symlinkSync(`${path}-${canary}`, path)
  },
  'a link to the environment of the process': (path) => {
    symlinkSync('/proc/self/environ', path)
  },
  'a link to endless zeros': (path) => {
    symlinkSync('/dev/zero', path)
  },
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a socket': (path) =>
    new Promise((resolve) => {
      // The path of a socket has at most about a hundred characters.
      const server = createServer()
      servers.push(server)
      server.listen(path, () => {
        resolve(null)
      })
    }),
}

/** The base with something else in the place of a file or folder, and with its target outside. */
async function copyWith(place: string, thing: string): Promise<Copy> {
  const copy = copyOf(base)
  const outside = folderOf({
    'secret.yaml': `secret: ${canary}\n`,
    '2024-q1.yaml': `secret: ${canary}\n`,
    '2024-q1.mdx': `# ${canary}\n`,
    'report.txt': `${canary}\n`,
    'xuzhou.yaml': `secret: ${canary}\n`,
  })
  const path = join(copy.folder, place)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { recursive: true, force: true })
  await things[thing]?.(path, outside)
  return copy
}

const isUnix = process.platform !== 'win32'

describe.runIf(isUnix).each(Object.keys(things))('%s', (thing) => {
  test.each(places)(
    'in the place of %s is one message, and nothing of it is read',
    async (place) => {
      const copy = await copyWith(place, thing)
      expect(findings(copy).filter((line) => line.startsWith('error'))).toEqual([
        `error ${place} file-special`,
      ])
      for (const format of ['text', 'json', 'github', 'gitlab', 'sarif']) {
        const { text, code } = await printed(check, copy, '--format', format)
        expect(code).toBe(1)
        expect(text).toContain(place)
        expect(text).not.toContain(canary)
        expect(text).not.toContain('/proc/self')
      }
    },
  )
})

test.runIf(isUnix)(
  'a build of a site with a link ends with its message and publishes nothing',
  async () => {
    const copy = await copyWith('content/attachments/2024-q2', 'a link to a folder elsewhere')
    const outDir = join(copy.folder, 'dist')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/gongshi.js', 'build'],
      {
        env: { ...process.env, DATA_DIR: copy.data, CONTENT_DIR: copy.content, OUT_DIR: outDir },
        encoding: 'utf8',
      },
    )
    expect(status).toBe(1)
    expect(stdout + stderr).toContain('“content/attachments/2024-q2”是链接，没有打开。')
    expect(stdout + stderr).not.toContain(canary)
    expect(existsSync(outDir)).toBe(false)
  },
)

test.runIf(isUnix)(
  'a link beside the known names is reported too; files of systems are not',
  () => {
    const copy = copyOf(base)
    symlinkSync('/etc', join(copy.data, 'extra'))
    symlinkSync('/etc', join(copy.content, 'notes'))
    symlinkSync('/etc', join(copy.data, '.cache'))
    expect(findings(copy).filter((line) => line.startsWith('error'))).toEqual([
      'error content/notes file-special',
      'error data/extra file-special',
    ])
  },
)

test('a nested repository is not read, because a reviewer would see none of its files', () => {
  const copy = copyOf(base)
  mkdirSync(join(copy.data, 'inspections/.git'))
  mkdirSync(join(copy.content, 'attachments/2024-q2/.git'), { recursive: true })
  expect(findings(copy).filter((line) => line.startsWith('error'))).toEqual([
    'error content/attachments/2024-q2 file-special',
    'error data/inspections file-special',
  ])
})

test('a file over the limit is one message', () => {
  const copy = copyOf(base)
  writeFileSync(join(copy.data, 'units.yaml'), Buffer.alloc(maxFileBytes + 1, '#'))
  expect(findings(copy)).toContain('error data/units.yaml file-too-big')
})

// Linux reports the length of this file as 0, so only reading it shows its length.
test.runIf(process.platform === 'linux')(
  'of a file over the limit, one byte more than the limit is read',
  () => {
    expect(readBytes('/proc/self', 'status', 10)).toEqual({ refused: 'too-big', size: 11 })
  },
)

test.runIf(isUnix)('a migration reads no link, and says which file it is', async () => {
  const copy = copyOf({
    data: join(import.meta.dirname, '../cases/format-0/data'),
    content: join(import.meta.dirname, '../cases/format-0/content'),
  })
  const away = folderOf({ 'secret.yaml': `secret: ${canary}\n` })
  symlinkSync(join(away, 'secret.yaml'), join(copy.data, 'inspections/2024-q2.yaml'))
  const { text, code } = await printed(migrate, copy, '--write')
  expect(code).toBe(1)
  expect(text).toContain('“data/inspections/2024-q2.yaml”是链接，没有打开。')
  expect(text).not.toContain(canary)
})

describe.runIf(isUnix)('nothing is written through a link', () => {
  const outside = (): string => folderOf({ 'secret.yaml': `secret: ${canary}\n` })

  test.each(['data/inspections', 'data/inspections/2024-q1.yaml'])('at %s', (place) => {
    const { folder, ...copy } = copyOf(base)
    const away = outside()
    rmSync(join(folder, place), { recursive: true })
    const target = place.endsWith('.yaml') ? join(away, 'secret.yaml') : away
    symlinkSync(target, join(folder, place))
    const texts = new Map([['data/inspections/2024-q1.yaml', 'written: yes\n']])
    expect(() => {
      rewriteFiles(copy, texts)
    }).toThrow(UnsafePath)
    expect(readFileSync(join(away, 'secret.yaml'), 'utf8')).toBe(`secret: ${canary}\n`)
    expect(existsSync(join(away, '2024-q1.yaml'))).toBe(false)
  })

  test('under the temporary name of the new file', () => {
    const { folder, ...copy } = copyOf(base)
    const away = outside()
    symlinkSync(join(away, 'secret.yaml'), join(folder, 'data/units.yaml.new'))
    rewriteFiles(copy, new Map([['data/units.yaml', 'written: yes\n']]))
    expect(readFileSync(join(folder, 'data/units.yaml'), 'utf8')).toBe('written: yes\n')
    expect(lstatSync(join(folder, 'data/units.yaml')).isFile()).toBe(true)
    expect(readFileSync(join(away, 'secret.yaml'), 'utf8')).toBe(`secret: ${canary}\n`)
  })

  test.each(['.github', '.github/CODEOWNERS'])('by codeowners --write, at %s', (place) => {
    const away = outside()
    const project = folderOf({})
    mkdirSync(dirname(join(project, place)), { recursive: true })
    symlinkSync(place === '.github' ? away : join(away, 'secret.yaml'), join(project, place))
    const options = ['--for', 'github', '--office', '@a/o', '--unit', '@a/{unit}', '--write']
    const main = join(import.meta.dirname, '../../src/cli/gongshi.js')
    const { status, stderr } = spawnSync(process.execPath, [main, 'codeowners', ...options], {
      cwd: project,
      env: { ...process.env, DATA_DIR: base.data, CONTENT_DIR: base.content },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([
      1,
      `“${place}”是链接，不能写入，也不会跟随。请删去它，换成普通的文件（或文件夹）再运行。\n`,
    ])
    expect(readFileSync(join(away, 'secret.yaml'), 'utf8')).toBe(`secret: ${canary}\n`)
    expect(existsSync(join(away, 'CODEOWNERS'))).toBe(false)
  })
})

describe('a file is written only where its folders can be', () => {
  test('a file in the place of a folder is named', () => {
    const folder = folderOf({ 'data/inspections': 'a file' })
    for (const path of ['data/inspections/2024-q1.yaml', 'data/inspections/2024/q1.yaml'])
      expect(() => {
        makeFoldersFor(folder, path)
      }).toThrow('“data/inspections”是文件，这里要的是文件夹。请移走它再运行。')
  })

  test('a folder in the place of a file is named', () => {
    const folder = folderOf({ 'data/units.yaml/a': 'a file' })
    expect(() => {
      makeFoldersFor(folder, 'data/units.yaml')
    }).toThrow('“data/units.yaml”是文件夹，这里要的是文件。请移走它再运行。')
  })

  test('missing folders are created', () => {
    const folder = folderOf({})
    makeFoldersFor(folder, 'data/inspections/2024-q1.yaml')
    expect(lstatSync(join(folder, 'data/inspections')).isDirectory()).toBe(true)
  })
})

test.runIf(isUnix)(
  'a link in an earlier version that the check compares with is not followed either',
  async () => {
    const files = repository()
    const away = folderOf({ 'secret.yaml': `secret: ${canary}\n` })
    const inspection = join(files.folder, 'data/inspections/2024-q1.yaml')
    const text = readFileSync(inspection, 'utf8')
    rmSync(inspection)
    symlinkSync(join(away, 'secret.yaml'), inspection)
    files.commit('2026-11-24')
    files.git('tag', 'linked')
    rmSync(inspection)
    writeFileSync(inspection, text)
    const { text: output } = await printed(check, files, '--base', 'linked')
    expect(output).not.toContain(canary)
    expect(output).not.toContain('file-special')
  },
)
