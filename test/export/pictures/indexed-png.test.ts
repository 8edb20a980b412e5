import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { indexedPng } from '#export/pictures/indexed-png.ts'

/** The pixels that a reader of the file sees. */
async function seen(png: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height).data
}

const pixels = (width: number, height: number, colourAt: (n: number) => readonly number[]) => ({
  width,
  height,
  data: Uint8ClampedArray.from(
    Array.from({ length: width * height }, (_, n) => [...colourAt(n), 255]).flat(),
  ),
})

test('a drawing of few colours is read as it was drawn', async () => {
  const drawing = pixels(37, 11, (n) => [n % 3 === 0 ? 255 : 31, n % 4, n % 7 === 0 ? 140 : 0])
  expect([...(await seen(indexedPng(drawing)))]).toEqual([...drawing.data])
})

const coloursOf = (data: Uint8ClampedArray): Set<string> =>
  new Set(Array.from({ length: data.length / 4 }, (_, n) => data.slice(n * 4, n * 4 + 3).join()))

test('of more colours than a palette holds, each that differs by an eighth keeps a place', async () => {
  // 20 frequent shades of white, and two rare colours that differ from all of them.
  const colours = [
    ...Array.from({ length: 20 }, (_, n) => [255 - n, 255, 255]),
    [31, 78, 140],
    [26, 32, 39],
  ]
  const drawing = pixels(64, 64, (n) => colours[n < 4000 ? n % 20 : n % 22] ?? [])
  const read = await seen(indexedPng(drawing))
  expect(coloursOf(read).size).toBe(16)
  expect([...coloursOf(read)]).toEqual(expect.arrayContaining(['31,78,140', '26,32,39']))
  const furthest = Math.max(...read.map((value, n) => Math.abs(value - (drawing.data[n] ?? 0))))
  expect(furthest).toBeLessThan(20)
})

test.each([15, 16, 17])(
  'of %i colours that are alike, as many stay as a palette holds',
  async (count) => {
    const drawing = pixels(40, 40, (n) => [240 + (n % count), 255, 255])
    expect(coloursOf(await seen(indexedPng(drawing))).size).toBe(Math.min(count, 16))
  },
)
