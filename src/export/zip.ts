import { Memoized } from '#model/memoized.ts'
import { crc32 } from 'node:zlib'
import { deflateSync, Zip, type ZipInputFile } from 'fflate'

/**
 * Files as a ZIP archive that depends on nothing but the files: sorted by name, and dated with the
 * earliest date of the format. Content that several archives share is compressed only once, which
 * the library's own `zipSync` cannot do.
 */
export function fixedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error
    pieces.push(piece)
  })
  for (const [filename, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { data, crc } = compressed(content)
    const file: ZipInputFile = {
      filename,
      size: content.length,
      crc,
      compression: 8,
      // The library reads the date in local time.
      mtime: new Date(1980, 0, 1),
    }
    archive.add(file)
    file.ondata?.(null, data, true)
  }
  archive.end()
  return Uint8Array.from(Buffer.concat(pieces))
}

interface Compressed {
  readonly data: Uint8Array<ArrayBuffer>
  readonly crc: number
}
const compressedParts = new Memoized<Compressed>()

const compressed = (content: Uint8Array): Compressed =>
  compressedParts.of(content, () => ({
    data: deflateSync(content, { level: 6 }),
    crc: crc32(content),
  }))
