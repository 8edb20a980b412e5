import { crc32 } from 'node:zlib'

/**
 * A PNG with texts that programs show as its properties, under the specification's keywords: Title,
 * Source, Copyright. They follow its first chunk as `iTXt`, which the library that writes the picture
 * does not know; its own texts hold no Chinese. The picture stays as it is.
 */
export function withPngTexts(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  // The signature, then the first chunk: length, name, thirteen bytes, checksum.
  const start = 8 + 4 + 4 + 13 + 4
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk(keyword, text))
  return Uint8Array.from(Buffer.concat([png.subarray(0, start), ...chunks, png.subarray(start)]))
}

function chunk(keyword: string, text: string): Buffer {
  // Not compressed, in Chinese, the keyword not translated.
  const data = Buffer.from(`iTXt${keyword}\0\0\0zh-CN\0\0${text}`)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length - 4)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(data))
  return Buffer.concat([length, data, checksum])
}
