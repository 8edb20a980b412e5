import { encode } from 'fast-png'

/** A picture by its pixels, row by row: red, green, blue and opacity, a byte each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** So many colours has a picture whose pixels are a byte each. */
const most = 256

/**
 * An opaque drawing as PNG with a list of its colours (PNG specification, colour type 3): a third as
 * large as with all bytes of each pixel. Of more than 256 colours the commonest stay as they are; the
 * others, shades on the edges of letters, become the nearest of them. The same pixels give the same
 * bytes.
 */
export function indexedPng({ width, height, data }: Pixels): Uint8Array<ArrayBuffer> {
  const { colours, places } = coloursOf(new DataView(data.buffer, data.byteOffset, data.length))
  const picture = { width, height, channels: 1, data: places, palette: colours.map(channels) }
  // Higher levels take three times as long for a hundredth of the size, and more memory megabytes of it.
  return Uint8Array.from(encode(picture, { zlib: { level: 2, mem: 4 } }))
}

/** The colours of a picture, commonest first, and which of them each pixel has. */
function coloursOf(pixels: DataView): { colours: number[]; places: Uint8Array } {
  const count = pixels.byteLength / 4
  const found = new Map<number, { times: number; place: number }>()
  const colourAt = (n: number): number => pixels.getUint32(n * 4) >>> 8
  let last = { times: 0, place: 0 }
  let lastColour = -1
  for (let n = 0; n < count; n++) {
    const colour = colourAt(n)
    // Most pixels are like the one before.
    if (colour !== lastColour) {
      lastColour = colour
      const known = found.get(colour)
      last = known ?? { times: 0, place: 0 }
      if (known === undefined) found.set(colour, last)
    }
    last.times++
  }
  const sorted = [...found].sort(([a, { times: x }], [b, { times: y }]) => y - x || a - b)
  const colours = sorted.slice(0, most).map(([colour]) => colour)
  sorted.forEach(([colour, entry], n) => {
    entry.place = n < most ? n : nearest(colour, colours)
  })
  const places = new Uint8Array(count)
  lastColour = -1
  for (let n = 0; n < count; n++) {
    const colour = colourAt(n)
    if (colour !== lastColour) {
      lastColour = colour
      last = found.get(colour) ?? last
    }
    places[n] = last.place
  }
  return { colours, places }
}

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(colour: number, colours: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
  let best = 0
  let least = Infinity
  for (const [n, other] of colours.entries()) {
    const far =
      ((other >> 16) - red) ** 2 + (((other >> 8) & 255) - green) ** 2 + ((other & 255) - blue) ** 2
    if (far < least) {
      least = far
      best = n
    }
  }
  return best
}
