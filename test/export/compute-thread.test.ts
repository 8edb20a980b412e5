import { inflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { computeHere } from '#export/compute.ts'
import { ComputeThread } from '#export/compute-thread.ts'
import { fixedZip } from '#export/zip.ts'

const thread = new ComputeThread()
afterAll(() => thread.end())

const contents = Array.from({ length: 40 }, (_, n) => Buffer.from(`第${n}份 `.repeat(n * 50)))

test('each call gets the answer for its own content, however many wait', async () => {
  const compressed = await Promise.all(contents.map(thread.deflate))
  expect(compressed.map((one) => inflateRawSync(one))).toEqual(contents)
})

test('an archive has the same bytes whether another thread compresses it or not', async () => {
  const files = () => Object.fromEntries(contents.map((one, n) => [`${n}.txt`, Buffer.from(one)]))
  const here = await fixedZip(files(), computeHere.deflate)
  expect(Buffer.from(await fixedZip(files(), thread.deflate)).equals(here)).toBe(true)
})

test('a picture has the same bytes whether another thread draws it or not, between other tasks', async () => {
  const cards = ['通报', '台账'].map((kind) => ({
    kind,
    title: '第二季度',
    lines: [],
    site: '宜宾',
  }))
  const answers = await Promise.all(
    cards.flatMap((card, n) => [thread.draw(card), thread.deflate(contents[n] ?? Buffer.alloc(0))]),
  )
  const here = await Promise.all(cards.map(computeHere.draw))
  expect([answers[0], answers[2]]).toEqual(here)
  expect(here[0]).not.toEqual(here[1])
})

test('the processor time of pictures and of compression is told apart', async () => {
  const thread = new ComputeThread()
  await thread.deflate(Buffer.from(Array.from({ length: 50_000 }, (_, n) => n).join(' ')))
  expect(thread.secondsCompressed).toBeGreaterThan(0)
  expect(thread.secondsDrawn).toBe(0)
  await thread.draw({ kind: '通报', title: '第二季度', lines: [], site: '宜宾' })
  expect(thread.secondsDrawn).toBeGreaterThan(0)
  await thread.end()
})

test('a task that fails is an error for all that wait, and the next task is done', async () => {
  const failing = thread.draw({} as Parameters<typeof thread.draw>[0])
  const waiting = thread.deflate(contents[1] ?? Buffer.alloc(0))
  expect((await Promise.allSettled([failing, waiting])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ])
  const [content = Buffer.alloc(0)] = contents
  expect(inflateRawSync(await thread.deflate(content))).toEqual(content)
})
