import { compareText } from '#model/dataset.ts'
import { crc32 } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import { Memoized } from '#model/memoized.ts'
import { type Deflate, deflateHere } from './deflate.ts'

/**
 * Files as a ZIP archive that depends on nothing but the files: sorted by name, and dated with the
 * earliest date of the format. Content that several archives share is compressed only once, which
 * the library's own `zipSync` cannot do.
 */
export async function fixedZip(
  files: Readonly<Record<string, Uint8Array>>,
  deflate: Deflate = deflateHere,
): Promise<Uint8Array<ArrayBuffer>> {
  const sorted = Object.entries(files).sort(([a], [b]) => compareText(a, b))
  const parts = await Promise.all(
    sorted.map(async ([filename, content]) => {
      const data = await compressed.of(content, () => deflate(content))
      return { filename, size: content.length, crc: crc32(content), data }
    }),
  )
  const pieces: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error
    pieces.push(piece)
  })
  for (const { data, ...part } of parts) {
    // The library reads the date in local time.
    const file: ZipInputFile = { ...part, compression: 8, mtime: new Date(1980, 0, 1) }
    archive.add(file)
    file.ondata?.(null, data, true)
  }
  archive.end()
  return Uint8Array.from(Buffer.concat(pieces))
}

const compressed = new Memoized<Promise<Uint8Array<ArrayBuffer>>>()
