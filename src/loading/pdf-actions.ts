import { constants, inflateSync } from 'node:zlib'

/** What names in a PDF (ISO 32000-2, 12.6.4) mean for whoever opens it. */
const actions: Readonly<Record<string, string>> = {
  JavaScript: '脚本（JavaScript）',
  JS: '脚本（JavaScript）',
  Launch: '启动其他程序的动作（Launch）',
  EmbeddedFile: '嵌入的其他文件',
  EmbeddedFiles: '嵌入的其他文件',
  RichMedia: '多媒体（RichMedia）',
  ImportData: '取入数据的动作（ImportData）',
  SubmitForm: '把填写内容发往别处的动作（SubmitForm）',
  XFA: '会运行的表单（XFA）',
}
/** Short enough to stand in compressed data by chance. */
const short = new Set(['JS', 'XFA'])

/** Of all objects in streams of objects together, no more is inflated. */
const mostInflated = 64 * 1024 * 1024

/**
 * What in a PDF runs or loads something, in Chinese. Names are read with their `#4A` escapes, in the
 * file itself and in its compressed streams of objects; the text of pages is not looked at.
 */
export function pdfActions(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { outside, objects, isTooLarge } = streamsOf(raw, bytes)
  const names = new Set<string>()
  for (const name of namesIn(raw)) if (!short.has(name)) names.add(name)
  for (const text of [outside, ...objects]) for (const name of namesIn(text)) names.add(name)
  const found = new Set([...names].flatMap((name) => actions[name] ?? []))
  return [...found, ...(isTooLarge ? ['大得不像文件的压缩内容'] : [])]
}

function* namesIn(text: string): Generator<string> {
  for (const [, written = ''] of text.matchAll(
    /\/([A-Za-z#][A-Za-z0-9#]{1,40})(?![A-Za-z0-9#])/g,
  )) {
    const name = unescapedName(written)
    if (Object.hasOwn(actions, name)) yield name
  }
}

const unescapedName = (written: string): string =>
  written.replace(/#([\da-f]{2})/gi, (_whole, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )

/** What stands outside of streams, and the inflated streams that hold objects. */
function streamsOf(
  raw: string,
  bytes: Uint8Array,
): { outside: string; objects: string[]; isTooLarge: boolean } {
  const outside: string[] = []
  const objects: string[] = []
  let left = mostInflated
  let at = 0
  for (;;) {
    const found = raw.indexOf('stream', at)
    const start = found < 0 ? -1 : dataStart(raw, found)
    if (found < 0) break
    if (start < 0) {
      outside.push(raw.slice(at, found + 6))
      at = found + 6
      continue
    }
    const dictionary = raw.slice(Math.max(at, found - 2000), found)
    outside.push(raw.slice(at, found))
    const end = raw.indexOf('endstream', start)
    const stop = end < 0 ? raw.length : end
    if (unescapedName(dictionary).includes('/ObjStm')) {
      const content = left > 0 ? inflated(bytes.subarray(start, stop), left) : null
      // After the first that is too large, no other one is begun.
      left = content === 'too large' ? 0 : left - (content === null ? 0 : content.length)
      if (content instanceof Buffer) objects.push(content.toString('latin1'))
    }
    at = stop
  }
  outside.push(raw.slice(at))
  return { outside: outside.join(' '), objects, isTooLarge: left <= 0 }
}

/** Where the data of a stream begins: after `>>`, the word and the end of its line; -1 for another word. */
function dataStart(raw: string, at: number): number {
  if (raw.startsWith('end', at - 3)) return -1
  const next = raw.slice(at + 6, at + 8)
  if (!/^\r?\n|^\r/.test(next)) return -1
  return at + (next.startsWith('\r\n') ? 8 : 7)
}

/** The content of a stream; null for one that is compressed in another way or damaged. */
function inflated(data: Uint8Array, most: number): Buffer | 'too large' | null {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : null
  }
}
