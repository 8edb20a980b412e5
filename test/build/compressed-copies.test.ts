import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { addCompressedCopies, compressedCopies } from '#build/compressed-copies.ts'

const page = Buffer.from(`<!doctype html><p>${'宜宾市政府网站检查结果。'.repeat(200)}</p>`)

test('a page has two copies, each of which unpacks to the page', async () => {
  const copies = await compressedCopies('units/a.html', page)
  expect(gunzipSync(copies.get('.gz') ?? '').equals(page)).toBe(true)
  expect(brotliDecompressSync(copies.get('.br') ?? '').equals(page)).toBe(true)
})

test('a copy holds no time and no name of a system', async () => {
  const copy = (await compressedCopies('units/a.html', page)).get('.gz') ?? new Uint8Array()
  expect([...copy.slice(4, 8)]).toEqual([0, 0, 0, 0])
  expect(
    Buffer.from(copy).equals((await compressedCopies('b.csv', page)).get('.gz') ?? Buffer.of()),
  ).toBe(true)
})

test('copies are smaller than what a server makes at its usual level', async () => {
  let copies = 0
  let byServer = 0
  for (const file of ['README.md', 'package-lock.json', 'content/manual/hosting.mdx']) {
    const content = readFileSync(file)
    copies += (await compressedCopies('a.txt', content)).get('.gz')?.length ?? Infinity
    byServer += gzipSync(content, { level: 6 }).length
  }
  expect(copies).toBeLessThan(byServer)
})

test('files that are small, compressed already or incompressible have none', async () => {
  // Random bytes do not shrink.
  const noise = Buffer.concat(
    Array.from({ length: 200 }, (_, n) => createHash('sha256').update(String(n)).digest()),
  )
  for (const [path, content] of [
    ['small.html', page.subarray(0, 900)],
    ['data/all.xlsx', page],
    ['share/site/home.png', page],
    ['pagefind/fragment/zh_1.pf_fragment', page],
    ['noise.txt', noise],
  ] as const)
    expect((await compressedCopies(path, content)).size, path).toBe(0)
})

test('a folder gets its copies beside the files, and the files stay as they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-copies-'))
  mkdirSync(join(folder, '单位'))
  writeFileSync(join(folder, '单位', 'a.html'), page)
  writeFileSync(join(folder, 'picture.png'), page)
  const saving = await addCompressedCopies(folder)
  const files = readdirSync(folder, { recursive: true }).map(String).sort()
  expect(files.filter((file) => /\./.test(file))).toEqual([
    'picture.png',
    join('单位', 'a.html'),
    join('单位', 'a.html.br'),
    join('单位', 'a.html.gz'),
  ])
  expect(readFileSync(join(folder, '单位', 'a.html')).equals(page)).toBe(true)
  expect(saving).toMatchObject({ files: 1, whole: page.length })
  expect(saving.gzip).toBeLessThan(page.length * 0.1)
  rmSync(folder, { recursive: true })
})
