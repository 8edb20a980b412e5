/** The text of a file in UTF-8, in UTF-16 with its mark, or in GB 18030; null for what is none of them. */
export function decodedText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : null
  for (const encoding of [marked ?? 'utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return null
}
