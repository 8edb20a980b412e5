import { inflateSync } from 'node:zlib'

export const script = '脚本（JavaScript）'
export const embedded = '嵌入的其他文件'

/** What names in a PDF (ISO 32000-2, 12.6.4) do when it is opened. */
const actions: Readonly<Record<string, string>> = {
  JavaScript: script,
  JS: script,
  Launch: '启动其他程序的动作（Launch）',
  EmbeddedFile: embedded,
  EmbeddedFiles: embedded,
  RichMedia: '多媒体（RichMedia）',
  ImportData: '取入数据的动作（ImportData）',
  SubmitForm: '把填写内容发往别处的动作（SubmitForm）',
  XFA: '会运行的表单（XFA）',
}
/** Short enough to stand in compressed data by chance. */
const short = new Set(['JS', 'XFA'])

/** Of all objects in the streams of one file together, no more is inflated, in bytes. */
const mostInflated = 64 * 1024 * 1024

/**
 * What in a PDF runs or loads something, in Chinese, and why some of it could not be looked at. Names
 * are read with their `#4A` escapes, in the file itself and in its compressed streams of objects; the
 * text of pages is not looked at.
 *
 * @param budget how many bytes may be inflated; counted down
 */
export function pdfActions(
  bytes: Uint8Array,
  budget: { bytes: number } = { bytes: mostInflated },
): { active: string[]; unread: string | null } {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { objects, unread } = objectStreams(raw, bytes, budget)
  const found = new Set<string>()
  const add = (name: string): void => {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (action !== undefined) found.add(action)
  }
  for (const { name } of namesIn(raw)) if (!short.has(name)) add(name)
  for (const text of [...outsideOf(raw), ...objects])
    for (const { name } of namesIn(text)) add(name)
  return { active: [...found], unread }
}

function* namesIn(text: string): Generator<{ name: string; index: number }> {
  for (const { 1: written = '', index } of text.matchAll(
    /\/([A-Za-z#][A-Za-z0-9#]{1,40})(?![A-Za-z0-9#])/g,
  ))
    yield { name: unescapedName(written), index }
}

const unescapedName = (written: string): string =>
  written.replace(/#([\da-f]{2})/gi, (_whole, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )

/** What stands outside of streams. */
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

/** Where the data of the next stream begins: after the word and the end of its line; -1 for none. */
function dataStart(raw: string, at: number): number {
  const word = /(?<!end)stream(?:\r?\n|\r)/g
  word.lastIndex = at
  return word.test(raw) ? word.lastIndex : -1
}

/** Ways to write the data of a stream (ISO 32000-2, 7.4) other than the usual one. */
const unusualFilters = new Set(
  'ASCIIHexDecode ASCII85Decode LZWDecode RunLengthDecode Crypt AHx A85 LZW RL Predictor'.split(
    ' ',
  ),
)

const locked = '压缩的内容解不开，没有查过里面有没有脚本和启动动作'
const tooLarge = '压缩的内容大得不像文件，没有查完'

/**
 * The streams that hold objects, inflated. Of each name `ObjStm` in the file the next stream is taken,
 * so that nothing in its dictionary can keep it out of sight.
 */
function objectStreams(
  raw: string,
  bytes: Uint8Array,
  budget: { bytes: number },
): { objects: string[]; unread: string | null } {
  const objects: string[] = []
  let unread: string | null = null
  let left = Math.min(mostInflated, budget.bytes)
  const spend = (amount: number): void => {
    left -= amount
    budget.bytes -= amount
  }
  let done = 0
  for (const { name, index } of namesIn(raw)) {
    if (name !== 'ObjStm' || index < done) continue
    const start = dataStart(raw, index)
    if (start < 0) {
      unread ??= locked
      break
    }
    const end = raw.indexOf('endstream', start)
    const stop = end < 0 ? raw.length : end
    const before = raw.slice(done, index)
    const dictionary = before.slice(before.lastIndexOf('obj') + 1) + raw.slice(index, start)
    done = stop
    const names = new Set(Array.from(namesIn(dictionary), (one) => one.name))
    const data = bytes.subarray(start, stop)
    if (!names.has('Filter')) objects.push(raw.slice(start, stop))
    else if ([...names].some((one) => unusualFilters.has(one))) unread ??= locked
    else {
      const content = inflated(data, left)
      if (content === 'too large') {
        // After the first that is too large, no other one is begun.
        unread = tooLarge
        spend(Math.max(0, left))
        break
      }
      // How much of damaged data was inflated is not known: no more than its kind of compression can.
      spend(Math.min(left, content?.length ?? data.length * mostRatio))
      if (content === null) unread ??= locked
      else objects.push(content.toString('latin1'))
    }
  }
  return { objects, unread }
}

/** One byte of deflated data makes no more bytes than this (RFC 1951). */
const mostRatio = 1032

/** The content of a stream; null for one that is compressed in another way, damaged or cut off. */
function inflated(data: Uint8Array, most: number): Buffer | 'too large' | null {
  if (most <= 0) return 'too large'
  try {
    return inflateSync(data, { maxOutputLength: most })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : null
  }
}
