/** Kinds of files by their first bytes. */
type Signature = 'pdf' | 'png' | 'jpg' | 'zip' | 'compound' | 'program'

/** The first bytes of each kind, in hexadecimal. */
const signatures: Readonly<Record<Signature, readonly string[]>> = {
  // ISO 32000: `%PDF-`.
  pdf: ['255044462d'],
  png: ['89504e470d0a1a0a'],
  jpg: ['ffd8ff'],
  // An archive with entries, or an empty one.
  zip: ['504b0304', '504b0506'],
  // The container of Office and WPS documents before 2007, and of those with a password (MS-CFB).
  compound: ['d0cf11e0a1b11ae1'],
  // Programs of Windows, Linux and macOS, and scripts that name their interpreter.
  program: ['4d5a', '7f454c46', 'cffaedfe', 'cefaedfe', 'feedface', 'feedfacf', '2321'],
}

/** The kind of a file by its first bytes; null for text and unknown content. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const found = Object.entries(signatures).find(([, starts]) =>
    starts.some((one) => start.startsWith(one)),
  )
  return found === undefined ? null : (found[0] as Signature)
}
