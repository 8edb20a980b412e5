/** The text of a file in UTF-8, in UTF-16 with its mark, or in GB 18030; null for what is none of them. */
export function decodedText(bytes: Uint8Array): string | null {
  const [first] = bytes
  const marked = isUtf16(bytes) ? (first === 0xff ? 'utf-16le' : 'utf-16be') : null
  for (const encoding of [marked ?? 'utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return null
}

/** Whether a file begins with the byte-order mark of UTF-16. */
export const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
