import { deflateSync } from 'fflate'

/** Compresses a content as raw DEFLATE (RFC 1951). */
export type Deflate = (content: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>

/**
 * A content as raw DEFLATE. The zlib inside Node would be faster, but it picks its algorithm by
 * processor: the same content must give the same bytes on every machine.
 */
export const deflated = (content: Uint8Array): Uint8Array<ArrayBuffer> =>
  deflateSync(content, { level: 6 })

/** Compresses in the thread that asks for it. */
export const deflateHere: Deflate = (content) => Promise.resolve(deflated(content))
