import { pngFile } from './png-file.ts'

/** The pixels of a picture, row by row: red, green, blue and opacity, one byte each. */
interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** The number of colours in a palette whose indexes are one byte. */
const maxColours = 256

/**
 * An opaque drawing as PNG with a palette, which is a third of the size of full-colour PNG. Of more
 * than 256 colours, the most frequent stay; the others, which are shades at the edges of letters,
 * are replaced by the nearest of these. The same pixels give the same bytes.
 */
export function indexedPng({ width, height, data }: Pixels): Uint8Array<ArrayBuffer> {
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
  // Each row begins with a zero: filter type 0, none.
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++)
    eachRun(pixels, y * width, (y + 1) * width, (pixel, start, end) => {
      rows.fill(found.get(pixel)?.place ?? 0, start + y + 1, end + y + 1)
    })
  return pngFile({ width, height, colours: Uint8Array.from(listed.flat()), rows })
}

type Channels = readonly [red: number, green: number, blue: number]

interface Colour {
  readonly value: Channels
  times: number
  /** Its index in the palette, or that of the colour that replaces it. */
  place: number
}

/**
 * Calls `visit` for each run of equal pixels between two positions; most pixels equal the one
 * before.
 */
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

/** The palette, most frequent colours first. Sets the index of each colour. */
function listOf(colours: readonly Colour[]): Channels[] {
  const sorted = colours.toSorted((a, b) => b.times - a.times || order(a.value) - order(b.value))
  const listed = sorted.slice(0, maxColours).map(({ value }) => value)
  for (const [n, colour] of sorted.entries())
    colour.place = n < maxColours ? n : nearest(colour.value, listed)
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
