import { crc32 } from 'node:zlib'

/** The texts among the chunks of a PNG, each chunk's checksum proved. */
export function pngTexts(bytes: Uint8Array): Record<string, string> {
  const png = Buffer.from(bytes)
  const texts: Record<string, string> = {}
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const chunk = png.subarray(at + 4, at + 8 + length)
    if (png.readUInt32BE(at + 8 + length) !== crc32(chunk)) throw new Error('a chunk is damaged')
    if (chunk.toString('latin1', 0, 4) === 'iTXt') {
      const [name = '', , , , , text = ''] = chunk.subarray(4).toString('utf8').split('\0')
      // After the name: not compressed, no method, the language, the name in it, the text.
      texts[name] = text
    }
    at += 12 + length
  }
  return texts
}
