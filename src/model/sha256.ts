import { createHash } from 'node:crypto'

/** The SHA-256 checksum of bytes, or of a text in UTF-8, in lower-case hexadecimal digits. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')

/** The hash by which a content security policy allows an inline style or script (CSP 3, hash-source). */
export const policyHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`
