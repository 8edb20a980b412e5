import { pngFile } from './png-file.ts'

/** A picture by its pixels, row by row: red, green, blue and opacity, a byte each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** So many colours has a picture whose pixels are a byte each. */
const most = 256

/**
 * An opaque drawing as PNG with a list of its colours: a third as large as with all bytes of each
 * pixel. Of more than 256 colours the commonest stay as they are; the others, shades on the edges of
 * letters, become the nearest of them. The same pixels give the same bytes.
 *
 * @param texts what programs show as its properties, by the specification's keywords
 */
export function indexedPng(
  { width, height, data }: Pixels,
  texts: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height)
  const found = new Map<number, Colour>()
  eachRun(pixels, 0, pixels.length, (pixel, start, end) => {
    let colour = found.get(pixel)
    if (colour === undefined) {
      colour = { value: channelsAt(data, start * 4), times: 0, place: 0 }
      found.set(pixel, colour)
    }
    colour.times += end - start
  })
  const listed = listOf([...found.values()])
  // A zero before each row says that it stands as it is.
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++)
    eachRun(pixels, y * width, (y + 1) * width, (pixel, start, end) => {
      rows.fill(found.get(pixel)?.place ?? 0, start + y + 1, end + y + 1)
    })
  return pngFile({ width, height, colours: Uint8Array.from(listed.flat()), rows }, texts)
}

type Channels = readonly [red: number, green: number, blue: number]

interface Colour {
  readonly value: Channels
  times: number
  /** In the list: its own, or that of the colour which stands for it. */
  place: number
}

/** Most pixels are like the one before: calls `take` for each run of equal ones between two places. */
function eachRun(
  pixels: Uint32Array,
  from: number,
  to: number,
  visit: (pixel: number, start: number, end: number) => void,
): void {
  for (let start = from, end = from; start < to; start = end) {
    const pixel = pixels[start] ?? 0
    while (end < to && pixels[end] === pixel) end++
    visit(pixel, start, end)
  }
}

/** The list of colours, commonest first; each colour is told its place in it. */
function listOf(colours: readonly Colour[]): Channels[] {
  const sorted = colours.toSorted((a, b) => b.times - a.times || order(a.value) - order(b.value))
  const listed = sorted.slice(0, most).map(({ value }) => value)
  for (const [n, colour] of sorted.entries())
    colour.place = n < most ? n : nearest(colour.value, listed)
  return listed
}

const channelsAt = (data: Uint8ClampedArray, at: number): Channels => [
  data[at] ?? 0,
  data[at + 1] ?? 0,
  data[at + 2] ?? 0,
]

const order = ([red, green, blue]: Channels): number => (red << 16) | (green << 8) | blue

function nearest([red, green, blue]: Channels, listed: readonly Channels[]): number {
  let best = 0
  let least = Infinity
  for (let n = 0; n < listed.length; n++) {
    const [otherRed, otherGreen, otherBlue] = listed[n] ?? [0, 0, 0]
    const far = (otherRed - red) ** 2 + (otherGreen - green) ** 2 + (otherBlue - blue) ** 2
    if (far < least) {
      least = far
      best = n
    }
  }
  return best
}
