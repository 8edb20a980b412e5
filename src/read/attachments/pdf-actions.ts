import { constants, inflateSync } from 'node:zlib'

export const scriptAction = '脚本（JavaScript）'
export const embedded = '嵌入的其他文件'
export const xfa = '会运行的表单（XFA）'

/** Names in a PDF (ISO 32000-2, 12.6.4) that run or load something when it is opened. */
const actions: Readonly<Record<string, string>> = {
  JavaScript: scriptAction,
  JS: scriptAction,
  OnInstantiate: scriptAction,
  Launch: '启动其他程序的动作（Launch）',
  EmbeddedFile: embedded,
  EmbeddedFiles: embedded,
  GoToR: '打开别的文件的动作（GoToR）',
  GoToE: '打开嵌入文件的动作（GoToE）',
  RichMedia: '多媒体（RichMedia）',
  ImportData: '取入数据的动作（ImportData）',
  SubmitForm: '把填写内容发往别处的动作（SubmitForm）',
  XFA: xfa,
}
/** Names short enough to occur in compressed data by chance. */
const short = new Set(['JS', 'XFA', 'GoToR', 'GoToE'])

/** In bytes, for all object streams of one file together after decompression. */
const maxInflatedBytes = 64 * 1024 * 1024

/**
 * Finds what in a PDF runs or loads something, in Chinese, and why a part of it could not be
 * searched. Names are read with their `#4A` escapes, in the file itself and in its compressed
 * object streams; the text of pages is not searched. PDF libraries do not report all of these
 * actions, and one that skips an object it does not understand would miss them.
 *
 * @param budget how many bytes may be inflated; counted down
 */
export function pdfActions(
  bytes: Uint8Array,
  budget: { bytes: number } = { bytes: maxInflatedBytes },
): { active: string[]; unread: string | null } {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { objects, unread } = objectStreams(raw, bytes, budget)
  const found = new Set<string>()
  const add = (name: string): void => {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (action !== undefined) found.add(action)
  }
  for (const { name } of pdfNames(raw)) if (!short.has(name)) add(name)
  for (const text of [...outsideOf(raw), ...objects])
    for (const { name } of pdfNames(text)) add(name)
  return { active: [...found], unread }
}

function* pdfNames(text: string): Generator<{ name: string; index: number }> {
  for (const { 1: written = '', index } of text.matchAll(
    /\/([A-Za-z#][A-Za-z0-9#]{1,40})(?![A-Za-z0-9#])/g,
  ))
    yield { name: unescapedName(written), index }
}

const unescapedName = (written: string): string =>
  written.replace(/#([\da-f]{2})/gi, (_whole, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )

/** The parts of a file outside of streams. */
function* outsideOf(raw: string): Generator<string> {
  let at = 0
  for (;;) {
    const start = dataStart(raw, at)
    if (start < 0) break
    yield raw.slice(at, start)
    const end = raw.indexOf('endstream', start)
    at = end < 0 ? raw.length : end + 9
  }
  yield raw.slice(at)
}

/** Offset of the data of the next stream, after the keyword and its line end; -1 for none. */
function dataStart(raw: string, at: number): number {
  const word = /(?<!end)stream(?:\r?\n|\r)/g
  word.lastIndex = at
  return word.test(raw) ? word.lastIndex : -1
}

const locked = '压缩的内容解不开，没有查过里面有没有脚本和启动动作'
const tooLarge = '压缩的内容大得不像文件，没有查完'

/**
 * Decodes the object streams. They are recognised by their content, not by their dictionaries,
 * because viewers differ in which entries they require. A stream that is declared as an object
 * stream but not recognised counts as unread. Every keyword that may begin a stream is tried, and
 * its data are read to their own end, so neither a string with that keyword nor one with
 * `endstream` can hide anything. Uncompressed data up to the same `endstream` are searched once.
 */
function objectStreams(
  raw: string,
  bytes: Uint8Array,
  budget: { bytes: number },
): { objects: string[]; unread: string | null } {
  const objects: string[] = []
  let unread: string | null = null
  const left = { bytes: Math.min(maxInflatedBytes, budget.bytes) }
  const initial = left.bytes
  let done = 0
  let end = 0
  let lastPlainEnd = 0
  for (;;) {
    const start = dataStart(raw, done)
    if (start < 0) break
    const isNamed = namesObjects(raw.slice(done, start))
    done = start
    if (end < start) end = endOfData(raw, start)
    const content = objectsIn(bytes.subarray(start), {
      left,
      plain: end === lastPlainEnd ? 0 : end - start,
    })
    if (content === 'too large') {
      // Stop at the first stream that is too large.
      unread = tooLarge
      break
    }
    if (content === 'plain') {
      if (end !== lastPlainEnd) objects.push(raw.slice(start, end))
      lastPlainEnd = end
    } else if (content === 'damaged' || (content === null && isNamed)) unread ??= locked
    else if (content !== null) objects.push(content.toString('latin1'))
  }
  if (unread === null && namesObjects(raw.slice(done))) unread = locked
  budget.bytes -= initial - Math.max(0, left.bytes)
  return { objects, unread }
}

/** Offset of the end of uncompressed data. */
function endOfData(raw: string, start: number): number {
  const end = raw.indexOf('endstream', start)
  return end < 0 ? raw.length : end
}

function namesObjects(text: string): boolean {
  for (const { name } of pdfNames(text)) if (name === 'ObjStm') return true
  return false
}

/** Filters of one stream; real programs use at most two. */
const maxFilters = 4
/** Bytes at the start of a stream that suffice to recognise it. */
const headLength = 512
/** The largest expansion of one byte by inflate (RFC 1951). */
const maxInflateRatio = 1032

/**
 * The decoded objects of a stream, or `plain` where they are not compressed; null for another kind
 * of stream or an unknown encoding.
 *
 * @param left remaining bytes that may be read or decoded; counted down
 * @param plain length of the data if they are not compressed
 */
function objectsIn(
  data: Uint8Array,
  { left, plain }: { left: { bytes: number }; plain: number },
): Buffer | 'plain' | 'too large' | 'damaged' | null {
  let content: Buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const filters: Filter[] = []
  // Decode only the beginning first, because most streams are pages, pictures and fonts.
  for (let head = content.subarray(0, headLength); !beginsWithObjects(head);) {
    const filter = filterOf(head)
    if (filter === null || filters.length === maxFilters) return null
    filters.push(filter)
    const next = filter(head, left.bytes)
    // Charge a minimum: starting to decode takes time even for little output.
    left.bytes -= next === 'too large' ? left.bytes : Math.max(headLength, next?.output.length ?? 0)
    if (left.bytes <= 0) return 'too large'
    if (next === null || next === 'too large') return null
    head = next.output.subarray(0, headLength)
  }
  if (filters.length === 0) {
    if (plain > left.bytes) return 'too large'
    left.bytes -= plain
    return 'plain'
  }
  for (const filter of filters) {
    const next = filter(content, left.bytes)
    if (next === 'too large' || next === null) {
      // For damaged data the decoded size is unknown, so charge the maximum.
      left.bytes -= Math.min(left.bytes, content.length * maxInflateRatio)
      return next ?? 'damaged'
    }
    // Charge the input too: data with little output, such as blanks between hexadecimal digits,
    // take time as well.
    left.bytes -= Math.max(next.read, next.output.length)
    content = next.output
  }
  return content
}

interface Decoded {
  readonly output: Buffer
  /** How many bytes of the data were decoded. */
  readonly read: number
}

/** Decodes data to their own end, or as far as possible; null where they are damaged. */
type Filter = (data: Buffer, most: number) => Decoded | 'too large' | null

/** The decoder for data with this beginning (ISO 32000-2, 7.4); null when unknown. */
function filterOf(head: Buffer): Filter | null {
  const [first = 0, second = 0] = head
  if ((first & 15) === 8 && (first * 256 + second) % 31 === 0) return inflated
  const text = head.toString('latin1')
  if (/^[\s\da-f]{8,}(?:>|$)/i.test(text)) return fromHex
  return /^(?:\s*<~)?[\s!-uz]{8,}(?:~>|~?$)/.test(text) ? fromAscii85 : null
}

/**
 * Whether data begin with the numbers and offsets of objects, as an object stream does (ISO
 * 32000-2, 7.5.7). Some content streams begin alike, which is harmless: they contain no names of
 * actions.
 */
function beginsWithObjects(head: Buffer): boolean {
  const text = head.toString('latin1')
  const header = /^(?:\s|%[^\r\n]*[\r\n])*(?:\d+(?:\s|%[^\r\n]*[\r\n])+){2,}(?<next>[\s\S]|$)/.exec(
    text,
  )
  return header !== null && /^(?:[<[(/+\-.tfn\d]|$)/.test(header.groups?.next ?? '')
}

const inflated: Filter = (data, most) => {
  if (most <= 0) return 'too large'
  try {
    // With `info` the result contains the number of bytes read; the types lack it.
    const { buffer, engine } = inflateSync(data, {
      maxOutputLength: most,
      finishFlush: constants.Z_SYNC_FLUSH,
      info: true,
    }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
    return { output: buffer, read: engine.bytesWritten }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : null
  }
}

/** Length of the leading part of the data that consists of certain characters. */
function lengthOf(data: Buffer, isWritten: (byte: number) => boolean): number {
  const end = data.findIndex((byte) => !isWritten(byte))
  return end < 0 ? data.length : end
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)

const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)

const textIn = (data: Buffer): string => data.toString('latin1').replace(/\s/g, '')

const fromHex: Filter = (data, most) => {
  const read = lengthOf(data, (byte) => isHex(byte) || isBlank(byte))
  if (read > most) return 'too large'
  return { output: Buffer.from(textIn(data.subarray(0, read)), 'hex'), read }
}

const ascii85Start = Buffer.from('<~')
/** From `!` to `u`, with `z` for four zeros. */
const isAscii85 = (byte: number): boolean => (byte >= 0x21 && byte <= 0x75) || byte === 0x7a

const fromAscii85: Filter = (written, most) => {
  const data = written.subarray(0, 2).equals(ascii85Start) ? written.subarray(2) : written
  const read = lengthOf(data, (byte) => isAscii85(byte) || isBlank(byte))
  if (read > most) return 'too large'
  const text = textIn(data.subarray(0, read)).replaceAll('z', '!!!!!')
  if (text.length > most) return 'too large'
  const output = Buffer.alloc(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5)
    let value = 0
    for (const letter of group.padEnd(5, 'u')) value = value * 85 + letter.charCodeAt(0) - 33
    if (value >= 2 ** 32) return null
    for (let n = 0; n < group.length - 1; n++)
      output[length++] = Math.floor(value / 256 ** (3 - n)) % 256
  }
  return { output: output.subarray(0, length), read }
}
