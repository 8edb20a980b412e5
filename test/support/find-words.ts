import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/**
 * The files below a folder that contain any of the words: in names and contents of all files,
 * hidden ones included, in compressed copies and in the entries of archives and documents, encoded
 * as UTF-8, UTF-16, URL or JSON escapes or Base64.
 */
export function filesContaining(folder: string, words: readonly string[]): string[] {
  const forms = words.flatMap(formsOf)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => !lstatSync(file).isDirectory())
    .flatMap((file) => {
      const path = relative(folder, file).split(sep).join('/')
      const bytes = lstatSync(file).isFile()
        ? readFileSync(file)
        : Buffer.from(readlinkSync(file), 'utf8')
      return placesIn(path, bytes, forms)
    })
}

/** Whether a text, such as the output of a command, contains any of the words. */
export const textContains = (text: string, words: readonly string[]): boolean =>
  words.flatMap(formsOf).some((form) => Buffer.from(text).includes(form))

function placesIn(path: string, bytes: Buffer, forms: readonly Buffer[]): string[] {
  const holds = forms.some((form) => Buffer.from(path).includes(form) || bytes.includes(form))
  return [
    ...(holds ? [path] : []),
    ...insideOf(path, bytes).flatMap(([name, inner]) =>
      placesIn(`${path} > ${name}`, Buffer.from(inner), forms),
    ),
  ]
}

/** The files packed in a file: the entries of an archive, or the content of a compressed file. */
function insideOf(path: string, bytes: Buffer): [name: string, content: Uint8Array][] {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return Object.entries(unzipSync(bytes))
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [['gzip', gunzipSync(bytes)]]
  if (path.endsWith('.br')) return [['brotli', brotliDecompressSync(bytes)]]
  return []
}

function formsOf(word: string): Buffer[] {
  const escaped = [...word].map((character) => {
    const code = character.charCodeAt(0)
    return code < 128 ? character : `\\u${code.toString(16).padStart(4, '0')}`
  })
  return [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(escaped.join('')),
    Buffer.from(encodeURIComponent(word)),
    Buffer.from(Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -1)),
  ]
}
