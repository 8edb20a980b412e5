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

test('of many colours the most frequent that differ stay, and no other is off by an eighth', async () => {
  const background = [31, 78, 140]
  // Two of three pixels have one of 15 shades, the others one of 400.
  const share = (n: number) => (n % 3 === 0 ? (n % 400) / 400 : ((n % 15) + 1) / 15)
  const shade = (n: number) => background.map((value) => value + (255 - value) * share(n))
  const drawing = pixels(64, 64, (n) => (n < 2048 ? background : shade(n)))
  const read = await seen(indexedPng(drawing))
  expect([...read.subarray(0, 2048 * 4)]).toEqual([...drawing.data.subarray(0, 2048 * 4)])
  const colours = new Set(
    Array.from({ length: 64 * 64 }, (_, n) => read.slice(n * 4, n * 4 + 3).join()),
  )
  expect(colours.size).toBe(16)
  const furthest = Math.max(...read.map((value, n) => Math.abs(value - (drawing.data[n] ?? 0))))
  expect(furthest).toBeLessThan(32)
})
