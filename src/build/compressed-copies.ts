import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { gzip as zlibGzip } from 'pako'
import { tableFormatOf } from '#export/tables/formats.ts'
import { filesBelow } from './output/closed-list.ts'

/**
 * Files of text besides tables. Pictures, documents, archives and the pieces of the search index
 * are compressed in themselves.
 */
const text = /\.(html|css|js|json|jsonld|xml|ics|svg|txt|webmanifest)$/

const isText = (path: string): boolean => text.test(path) || tableFormatOf(path)?.isText === true

/** In bytes. A smaller file fits into the first packet of a response uncompressed. */
const minBytes = 1_024

/**
 * Whether a copy saves at least a tenth; less is not worth the server's choice between two files.
 */
const worthIt = (copy: Uint8Array, whole: Uint8Array): boolean => copy.length < whole.length * 0.9

/** The highest quality, 11, saves another tenth of the size and takes twelve times as long. */
const brotliQuality = 9

/**
 * The compressed copies of a file that a server can send in its place, by file ending; empty when
 * they would save too little. The same bytes give the same copies on every machine: gzip is a zlib
 * in JavaScript, because the zlib inside Node picks its algorithm by processor.
 */
export async function compressedCopies(
  path: string,
  content: Uint8Array,
): Promise<Map<'.gz' | '.br', Uint8Array>> {
  const copies = new Map<'.gz' | '.br', Uint8Array>()
  if (!isText(path) || content.length < minBytes) return copies
  const gzip = zlibGzip(content, { level: 9 })
  if (!worthIt(gzip, content)) return copies
  copies.set('.gz', gzip)
  const brotli = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
  copies.set('.br', brotli)
  return copies
}

export interface Saving {
  /** How many files got copies. */
  readonly files: number
  /** Bytes of these files, and of their copies. */
  readonly whole: number
  readonly gzip: number
  readonly brotli: number
}

/**
 * Writes the compressed copies of all files of a folder beside them: `index.html.gz`,
 * `index.html.br`.
 */
export async function addCompressedCopies(folder: string): Promise<Saving> {
  const saving = { files: 0, whole: 0, gzip: 0, brotli: 0 }
  for (const name of filesBelow(folder)) {
    const path = join(folder, name)
    if (!isText(path)) continue
    const content = await readFile(path)
    const copies = await compressedCopies(path, content)
    if (copies.size === 0) continue
    for (const [ending, copy] of copies) await writeFile(path + ending, copy)
    saving.files += 1
    saving.whole += content.length
    saving.gzip += copies.get('.gz')?.length ?? 0
    saving.brotli += copies.get('.br')?.length ?? 0
  }
  return saving
}
