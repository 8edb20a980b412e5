import type { ProblemCode } from '#messages/catalogue.ts'

/** Why bytes are not text, with the arguments of the message. */
export interface Refusal {
  readonly code: ProblemCode
  readonly args: Readonly<Record<string, string | number>>
  /** The decodable text, and the offset of the first error in it. */
  readonly shown?: { readonly text: string; readonly offset: number }
}

/** The encoding named by a UTF-16 byte-order mark; null without one. */
export function utf16Mark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/**
 * Decodes bytes with the first encoding in which all of them are valid; null when there is none.
 */
export function decodedAs(bytes: Uint8Array, encodings: readonly string[]): string | null {
  for (const encoding of encodings)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return null
}

/** Decodes a file in UTF-8, UTF-16 with a byte-order mark, or GB 18030; null for other content. */
export function decodedText(bytes: Uint8Array): string | null {
  const wide = utf16Mark(bytes)
  return decodedAs(bytes, wide === null ? ['utf-8', 'gb18030'] : [wide])
}

/** Decodes a UTF-8 file and drops its byte-order mark, or says what the file is instead. */
export function decode(bytes: Uint8Array): string | Refusal {
  const wide = utf16(bytes)
  if (wide !== null) return { code: 'encoding-utf-16', args: { encoding: wide } }
  const kind = officeKind(bytes)
  if (kind !== null) return { code: 'file-is-office', args: { kind } }
  const text = decodedAs(bytes, ['utf-8'])
  if (text !== null) return text
  if (isGbk(bytes)) return { code: 'encoding-gbk', args: {} }
  const shown = new TextDecoder('utf-8').decode(bytes)
  return { code: 'not-utf-8', args: {}, shown: { text: shown, offset: shown.indexOf('\uFFFD') } }
}

/** The byte order of UTF-16, from the byte-order mark or from the position of the zero bytes. */
function utf16(bytes: Uint8Array): string | null {
  const marked = utf16Mark(bytes)
  if (marked !== null) return marked === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE'
  const sample = bytes.subarray(0, 4096)
  if (!sample.includes(0)) return null
  const zeros = [0, 0]
  for (const [n, byte] of sample.entries()) if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < sample.length / 10) return null
  if (odd > 10 * even) return 'UTF-16 LE'
  return even > 10 * odd ? 'UTF-16 BE' : null
}

/**
 * Names an archive or Office file by its first bytes: ZIP, or a compound file for older formats.
 */
function officeKind(bytes: Uint8Array): string | null {
  const begins = (...start: readonly number[]): boolean =>
    start.every((byte, n) => bytes[n] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return '一个压缩包，或一份 Word、Excel 文件'
  return begins(0xd0, 0xcf, 0x11, 0xe0) ? '一份旧版 Word、Excel 文件' : null
}

/**
 * Whether bytes are GBK text. Almost any bytes decode as GBK, so most characters must be the common
 * ones of its first level.
 */
export function isGbk(bytes: Uint8Array): boolean {
  if (decodedAs(bytes, ['gb18030']) === null) return false
  let characters = 0
  let common = 0
  for (let n = 0; n < bytes.length; n++) {
    const lead = bytes[n] ?? 0
    if (lead < 0x80) continue
    characters++
    if ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) common++
    n++
  }
  return common > characters * 0.8
}
