import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { zipped } from '#exports/archive.ts'
import { releaseText, releaseVersion, sumsText } from '#exports/release.ts'
import { ReleaseMistake, verifyRelease } from '#loading/release.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const put = (name: string, content: string | Uint8Array): void => {
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
  folder = mkdtempSync(join(tmpdir(), 'gongshi-release-'))
  const archives = ['2024-q1', '2024-q2'].map((id) => ({
    ...facts(`${id}.zip`, zip),
    inspection: id,
    title: id,
    files: Object.entries(files).map(([path, text]) => facts(path, Buffer.from(text))),
  }))
  for (const { path } of archives) put(path, zip)
  put('SHA256SUMS', sumsText(archives))
  put(
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
  for (const [path, bytes] of Object.entries(unzipSync(zip))) put(`${name}/${path}`, bytes)
}
const found = (path: string) => verifyRelease(at(path)).differences

test('what nobody changed is the same: the folder, a ZIP, and a ZIP that was unpacked', () => {
  expect(verifyRelease(folder)).toMatchObject({ differences: [], compared: 7 })
  expect(verifyRelease(at('2024-q1.zip'))).toMatchObject({ differences: [], compared: 3 })
  rmSync(at('2024-q1.zip'))
  unpack('2024-q1')
  expect(verifyRelease(at('2024-q1'))).toMatchObject({ differences: [], compared: 2 })
})

test('every changed, missing and added file of an unpacked archive is named', () => {
  unpack('2024-q1')
  put('2024-q1/index.html', '改过')
  put('2024-q1/b.html', '新的')
  rmSync(at('2024-q1/a/一.html'))
  expect(found('2024-q1')).toEqual([
    { kind: 'missing', path: 'a/一.html' },
    { kind: 'extra', path: 'b.html' },
    { kind: 'differs', path: 'index.html' },
  ])
})

test('a ZIP that was packed again is told apart, and what is different in it', () => {
  put('2024-q1.zip', zipOf({ ...files, 'index.html': '目次', 'c.html': '新的' }))
  expect(found('2024-q1.zip')).toEqual([
    { kind: 'differs', path: '2024-q1.zip' },
    { kind: 'extra', path: '2024-q1.zip 里的 c.html' },
    { kind: 'differs', path: '2024-q1.zip 里的 index.html' },
  ])
})

test('in the folder, an archive too many or too few and changed sums are named', () => {
  rmSync(at('2024-q2.zip'))
  put('2024-q3.zip', zip)
  put('SHA256SUMS', '')
  expect(found('.')).toEqual([
    { kind: 'differs', path: 'SHA256SUMS' },
    { kind: 'missing', path: '2024-q2.zip' },
    { kind: 'extra', path: '2024-q3.zip' },
  ])
})

test('a ZIP that was cut off does not open', () => {
  put('2024-q1.zip', zip.slice(0, -30))
  expect(found('2024-q1.zip')).toEqual([
    { kind: 'differs', path: '2024-q1.zip' },
    { kind: 'unreadable', path: '2024-q1.zip' },
  ])
})

describe('what cannot be compared is said in one line', () => {
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
    put('x/other.zip', zip)
    expect(mistake('x/other.zip')).toMatch(/^没有找到“.*release\.json”。请把/)
    expect(mistake('x/other.zip', at('release.json'))).toMatch(
      /没有记“other\.zip”.*2024-q1\.zip、2024-q2\.zip/,
    )
    put('release.json', '{"version":1}')
    expect(mistake('2024-q1.zip')).toMatch(/不是归档时写的校验清单/)
    put('release.json', '{')
    expect(mistake('2024-q1.zip')).toMatch(/不是归档时写的校验清单/)
  })
})
