import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'

/** A picture as a palette and, for each pixel row by row, an index into it. */
interface IndexedPicture {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each colour, one byte each; 16 colours at most. */
  readonly colours: Uint8Array
  /** The rows from the top, two pixels a byte, each preceded by a zero: filter type 0, none. */
  readonly rows: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A picture as PNG (PNG specification, colour type 3). No library is used: they write pixels byte by
 * byte, which takes longer than compressing them.
 */
export function pngFile({ width, height, colours, rows }: IndexedPicture): Uint8Array<ArrayBuffer> {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  return Uint8Array.from(
    Buffer.concat([
      signature,
      // Bit depth 4, colour type 3 (palette), the only compression and filter methods, not
      // interlaced.
      ...chunk('IHDR', Buffer.concat([size, Buffer.from([4, 3, 0, 0, 0])])),
      ...chunk('PLTE', colours),
      // Higher levels save a hundredth of the size and take three times as long; more memory costs
      // megabytes.
      ...chunk('IDAT', zlibSync(rows, { level: 2, mem: 4 })),
      ...chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const type = Buffer.from(name)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(data, crc32(type)))
  return [length, type, data, checksum]
}
