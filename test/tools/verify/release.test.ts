import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { zipped } from '#export/packages/archive.ts'
import { type Release, releaseText, releaseVersion, sumsText } from '#export/packages/release.ts'
import { ReleaseMistake, verifyRelease } from '#tools/verify/release.ts'
import { verify } from '../../../src/cli/verify.ts'
import { printed } from '../../support/printed.ts'

vi.mock('node:zlib', { spy: true })

/** The number of bytes that one method of inflating returned since the test began. */
const bytesFrom = (inflate: typeof gunzipSync): number =>
  vi
    .mocked(inflate)
    .mock.results.reduce(
      (sum, { type, value }) => sum + (type === 'return' ? (value as Buffer).length : 0),
      0,
    )

let folder = ''
const at = (name: string) => join(folder, name)
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
}
const facts = (path: string, bytes: Uint8Array) => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const zipOf = (files: Record<string, string>) =>
  zipped(
    new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    '2024-04-10',
  )

const files = { 'a/一.html': '一', 'index.html': '目录' }
const zip = zipOf(files)

beforeEach(() => {
  vi.clearAllMocks()
  folder = mkdtempSync(join(tmpdir(), 'gongshi-release-'))
  const archives = ['2024-q1', '2024-q2'].map((id) => ({
    ...facts(`${id}.zip`, zip),
    inspection: id,
    title: id,
    files: Object.entries(files).map(([path, text]) => facts(path, Buffer.from(text))),
  }))
  for (const { path } of archives) write(path, zip)
  write('SHA256SUMS', sumsText(archives))
  write(
    'release.json',
    releaseText({
      version: releaseVersion,
      product: { name: 'gongshi', version: '0.1.0' },
      node: 24,
      commit: null,
      as_of: '2024-06-07',
      check: { errors: 0, warnings: { 'rate-differs': 2 } },
      archives,
    }),
  )
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const unpack = (name: string): void => {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) write(`${name}/${path}`, bytes)
}
const found = (path: string) => verifyRelease(at(path)).differences

test('unchanged files match: the folder, a ZIP, and an unpacked ZIP', () => {
  expect(verifyRelease(folder)).toMatchObject({ differences: [], compared: 7 })
  expect(bytesFrom(inflateRawSync)).toBe(2 * Buffer.from('一目录').length)
  expect(verifyRelease(at('2024-q1.zip'))).toMatchObject({ differences: [], compared: 3 })
  rmSync(at('2024-q1.zip'))
  unpack('2024-q1')
  expect(verifyRelease(at('2024-q1'))).toMatchObject({ differences: [], compared: 2 })
})

test('every changed, missing and added file of an unpacked archive is named', () => {
  unpack('2024-q1')
  write('2024-q1/index.html', '改过')
  write('2024-q1/b.html', '新的')
  rmSync(at('2024-q1/a/一.html'))
  expect(found('2024-q1')).toEqual([
    { kind: 'missing', path: 'a/一.html' },
    { kind: 'extra', path: 'b.html' },
    { kind: 'differs', path: 'index.html' },
  ])
})

test('a folder that nests deeper than any release is not walked to its end', () => {
  unpack('2024-q1')
  write(`2024-q1/${'a/'.repeat(40)}b.html`, '')
  expect(() => found('2024-q1')).toThrow(/里的文件夹超过16层/)
})

test('a repacked ZIP is reported, with the differences', () => {
  write('2024-q1.zip', zipOf({ ...files, 'index.html': '目次', 'c.html': '新的' }))
  expect(found('2024-q1.zip')).toEqual([
    { kind: 'differs', path: '2024-q1.zip' },
    { kind: 'extra', path: '2024-q1.zip 里的 c.html' },
    { kind: 'differs', path: '2024-q1.zip 里的 index.html' },
  ])
})

test('in the folder, extra or missing archives and changed hashes are named', () => {
  rmSync(at('2024-q2.zip'))
  write('2024-q3.zip', zip)
  write('SHA256SUMS', '')
  expect(found('.')).toEqual([
    { kind: 'differs', path: 'SHA256SUMS' },
    { kind: 'missing', path: '2024-q2.zip' },
    { kind: 'extra', path: '2024-q3.zip' },
  ])
})

test('a truncated ZIP is refused', () => {
  write('2024-q1.zip', zip.slice(0, -30))
  expect(found('2024-q1.zip')).toEqual([
    { kind: 'differs', path: '2024-q1.zip' },
    { kind: 'unreadable', path: '2024-q1.zip' },
  ])
})

describe('no file of a folder is ignored', () => {
  test.each(['.htaccess', 'a/.DS_Store', 'Thumbs.db', '.git/config'])(
    '%s is reported as extra',
    (path) => {
      unpack('2024-q1')
      write(`2024-q1/${path}`, 'x')
      expect(found('2024-q1')).toEqual([{ kind: 'extra', path }])
    },
  )

  test('a link is reported as an extra file, and its target is not read', () => {
    unpack('2024-q1')
    symlinkSync('/etc', at('2024-q1/etc'))
    symlinkSync('/dev/zero', at('2024-q1/zero'))
    expect(found('2024-q1')).toEqual([
      { kind: 'extra', path: 'etc（链接或特殊文件）' },
      { kind: 'extra', path: 'zero（链接或特殊文件）' },
    ])
  })

  test('a link in place of a listed file does not count, even if its target has the same content', () => {
    unpack('2024-q1')
    write('copy.html', '目录')
    rmSync(at('2024-q1/index.html'))
    symlinkSync(at('copy.html'), at('2024-q1/index.html'))
    expect(found('2024-q1')).toEqual([
      { kind: 'missing', path: 'index.html' },
      { kind: 'extra', path: 'index.html（链接或特殊文件）' },
    ])
  })

  test('a compressed copy of the list must have the same content, whatever its decompressed size', () => {
    write('release.json.gz', gzipSync(readFileSync(at('release.json'))))
    expect(found('.')).toEqual([])
    write('release.json.gz', gzipSync(Buffer.alloc(50_000_000)))
    write('SHA256SUMS.gz', gzipSync(readFileSync(at('SHA256SUMS'))))
    expect(found('.')).toEqual([
      { kind: 'differs', path: 'release.json.gz' },
      { kind: 'extra', path: 'SHA256SUMS.gz' },
    ])
    expect(bytesFrom(gunzipSync)).toBe(readFileSync(at('release.json')).length)
  })
})

describe('a ZIP that would do harm is not unpacked:', () => {
  const inside = (bytes: Uint8Array) => {
    write('2024-q1.zip', bytes)
    return found('2024-q1.zip')
      .filter(({ path }) => path !== '2024-q1.zip' || bytes.length === 0)
      .map(({ kind, path }) => [kind, path.replace('2024-q1.zip 里的 ', '')])
  }
  const text = Buffer.from('x')

  test.each(['../x', 'a/../../x', '/etc/x', 'a\\b', 'C:/x', 'a//b', './x', 'a\nb'])(
    'a path that leaves the folder: %j',
    (name) => {
      const all = { 'a/一.html': Buffer.from('一'), 'index.html': Buffer.from('目录') }
      expect(inside(zipSync({ ...all, [name]: text }))).toEqual([['unsafe-name', name]])
    },
  )

  test('two names that differ in case, or in how a letter is composed', () => {
    const names = ['INDEX.html', 'index.html', 'caf\u00e9.html', 'cafe\u0301.html']
    const found = inside(zipSync(Object.fromEntries(names.map((name) => [name, text]))))
    expect(found.filter(([kind]) => kind === 'unsafe-name').map(([, name]) => name)).toEqual(names)
  })

  test('a zip bomb: an entry that is not listed, or longer than listed, is not decompressed', () => {
    const bomb = zipSync({
      'index.html': new Uint8Array(20_000_000),
      x: new Uint8Array(20_000_000),
    })
    expect(bomb.length).toBeLessThan(50_000)
    expect(inside(bomb)).toEqual([
      ['missing', 'a/一.html'],
      ['differs', 'index.html'],
      ['extra', 'x'],
    ])
    expect(bytesFrom(inflateRawSync)).toBe(0)
  })

  /** An entry of 20 million zeros that declares another length, in its own header and in the directory. */
  const declaring = (length: number): Buffer => {
    const bomb = Buffer.from(zipSync({ 'index.html': new Uint8Array(20_000_000) }))
    bomb.writeUInt32LE(length, 22)
    bomb.writeUInt32LE(length, bomb.indexOf('PK\u0001\u0002') + 24)
    return bomb
  }
  const note = (length: number): void => {
    const release = JSON.parse(readFileSync(at('release.json'), 'utf8')) as {
      archives: { files: { path: string; bytes: number }[] }[]
    }
    for (const one of release.archives.flatMap(({ files }) => files)) one.bytes = length
    write('release.json', JSON.stringify(release))
  }

  test('a zip bomb that declares the listed length but holds more is not decompressed further', () => {
    note(6)
    expect(inside(declaring(6))).toContainEqual(['differs', 'index.html'])
    expect(bytesFrom(inflateRawSync)).toBe(0)
  })

  test('an impossible length is refused even if the list has it too', () => {
    note(2_000_000_000)
    expect(inside(declaring(2_000_000_000))).toContainEqual(['too-big', 'index.html'])
  })

  test('a list with paths that leave the folder is refused', () => {
    const changed = readFileSync(at('release.json'), 'utf8').replaceAll('a/一.html', '../一.html')
    write('release.json', changed)
    expect(() => found('2024-q1.zip')).toThrow('不是归档时写的校验清单')
  })
})

describe('what the command prints', () => {
  const linesOf = async (path: string): Promise<string[]> => {
    const { text } = await printed(verify, { data: at('data'), content: at('content') }, at(path))
    return text.split('\n')
  }
  const change = (edit: (release: Release) => void): void => {
    const release = JSON.parse(readFileSync(at('release.json'), 'utf8')) as Release
    edit(release)
    write('release.json', JSON.stringify(release))
  }
  const broken = 'x\n::error::\r\u2028一致\u001b[2J'

  test('the result is three lines if everything matches, whatever the list contains', async () => {
    expect(await linesOf('2024-q1.zip')).toHaveLength(4)
    change((release) => {
      Object.assign(release, { commit: broken, as_of: broken })
      Object.assign(release.product, { name: broken, version: broken.repeat(1000) })
    })
    const lines = await linesOf('2024-q1.zip')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^清单：数据截至 x ::error:: 一致/)
    expect(lines.join('').length).toBeLessThan(1500)
  })

  test('the result has one line for each name, whatever the name contains', async () => {
    change((release) => {
      for (const archive of release.archives) Object.assign(archive, { path: broken })
    })
    const lines = await linesOf('other')
    expect(lines).toHaveLength(2)
    write('a\n::error::b', '')
    expect((await linesOf('')).filter((line) => /^\s*::/.test(line))).toEqual([])
  })

  test('names the first two hundred of very many', async () => {
    unpack('2024-q1')
    for (let n = 0; n < 500; n++) write(`2024-q1/extra-${n}`, '')
    const lines = await linesOf('2024-q1')
    expect(lines.filter((line) => line.startsWith('  多出：'))).toHaveLength(200)
    expect(lines).toContain('  ……还有300处，没有逐一列出。')
    expect(lines[0]).toMatch(/有500处不同。$/)
  })
})

describe('an input that cannot be compared is reported in one line', () => {
  const mistake = (path: string, noted?: string): string => {
    try {
      verifyRelease(at(path), noted)
    } catch (error) {
      if (error instanceof ReleaseMistake) return error.message
      throw error
    }
    return ''
  }

  test('no archive, no list, a list of something else, a name that is not in it', () => {
    expect(mistake('none.zip')).toMatch(/^没有找到“.*none\.zip”。$/)
    write('x/other.zip', zip)
    expect(mistake('x/other.zip')).toMatch(/^没有找到“.*release\.json”。请把/)
    expect(mistake('x/other.zip', at('release.json'))).toMatch(
      /没有记“other\.zip”.*2024-q1\.zip、2024-q2\.zip/,
    )
    write('release.json', '{"version":1}')
    expect(mistake('2024-q1.zip')).toMatch(/不是归档时写的校验清单/)
    write('release.json', '{')
    expect(mistake('2024-q1.zip')).toMatch(/不是归档时写的校验清单/)
  })
})
