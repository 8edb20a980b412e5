import { inflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { deflateHere } from '#export/deflate.ts'
import { DeflateThread } from '#export/deflate-thread.ts'
import { fixedZip } from '#export/zip.ts'

const thread = new DeflateThread()
afterAll(() => thread.end())

const contents = Array.from({ length: 40 }, (_, n) => Buffer.from(`第${n}份 `.repeat(n * 50)))

test('each call gets the answer for its own content, however many wait', async () => {
  const compressed = await Promise.all(contents.map(thread.deflate))
  expect(compressed.map((one) => inflateRawSync(one))).toEqual(contents)
})

test('an archive has the same bytes whether another thread compresses it or not', async () => {
  const files = () => Object.fromEntries(contents.map((one, n) => [`${n}.txt`, Buffer.from(one)]))
  const here = await fixedZip(files(), deflateHere)
  expect(Buffer.from(await fixedZip(files(), thread.deflate)).equals(here)).toBe(true)
})
