import { pngFile } from './png-file.ts'

/** The pixels of a picture, row by row: red, green, blue and opacity, one byte each. */
interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/** The number of colours in a palette whose indexes are four bits. */
const maxColours = 16

/**
 * An opaque drawing as PNG with a palette. Of more than 16 colours, the most frequent that differ stay;
 * the others, which are shades at the edges of letters, are replaced by the nearest of these. The same
 * pixels give the same bytes. With a palette of 256 colours, files are half as large again and take
 * twice as long.
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
  const length = Math.ceil(width / 2) + 1
  const rows = new Uint8Array(length * height)
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * length + 1, (y + 1) * length)
    eachRun(pixels, y * width, (y + 1) * width, (pixel, start, end) => {
      fill(row, start - y * width, end - y * width, found.get(pixel)?.place ?? 0)
    })
  }
  return pngFile({ width, height, colours: Uint8Array.from(listed.flat()), rows })
}

/** Sets the pixels of a run in a row of two pixels a byte, the left one in the upper half. */
function fill(row: Uint8Array, start: number, end: number, place: number): void {
  if (start % 2 === 1) row[(start - 1) / 2] = (row[(start - 1) / 2] ?? 0) | place
  row.fill((place << 4) | place, Math.ceil(start / 2), Math.floor(end / 2))
  if (end % 2 === 1) row[(end - 1) / 2] = place << 4
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
  const values = spreadColours(sorted).map(({ value }) => value)
  for (const colour of sorted) colour.place = nearest(colour.value, values)
  return values
}

/**
 * Of colours that are alike, in an eighth of each channel, first the most frequent, by how many pixels
 * they have together; the others follow where places are left.
 */
function spreadColours(sorted: readonly Colour[]): Colour[] {
  const groups = Map.groupBy(sorted, ({ value }) => value.map((channel) => channel >> 5).join())
  const firsts = [...groups.values()]
    .map((alike) => ({
      first: alike[0] as Colour,
      times: alike.reduce((sum, { times }) => sum + times, 0),
    }))
    .sort((a, b) => b.times - a.times || order(a.first.value) - order(b.first.value))
    .map(({ first }) => first)
  return [...new Set([...firsts, ...sorted])].slice(0, maxColours)
}

const channelsAt = (data: Pixels['data'], at: number): Channels => [
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
