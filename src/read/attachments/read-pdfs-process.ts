import { once } from 'node:events'
import { readFileSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import { embedded, scriptAction, xfa } from './pdf-actions.ts'
import { maxPages, type PdfLine, type PdfTask, spend, workUnits, workFor } from './pdf-work.ts'

// The process started by `readPdfs`: reads a task from the first line of its input and the files
// after it, and writes the content of each.

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Ending = Extract<PdfLine, { end: unknown }>['end']

const input = readFileSync(0)
const start = input.indexOf('\n') + 1
const task = JSON.parse(input.subarray(0, start).toString()) as PdfTask

/** The file being read: its available work, and the results so far. */
interface Current {
  readonly left: number
  readonly active: Set<string>
  done: number
  /** The text of the current page so far. */
  page: { where: string; text: string } | null
  /** Whether parts of it were skipped. */
  isDamaged: boolean
}
const beginning = (left: number): Current => {
  return { left, active: new Set(), done: 0, page: null, isDamaged: false }
}
let current = beginning(Infinity)

/**
 * Counts work. If the file exceeds its limit the process exits, because the library cannot be
 * interrupted.
 */
function work(units: number): void {
  current.done += units
  if (current.done <= current.left) return
  if (current.page !== null) print(current.page)
  end('too-much')
  process.exit(0)
}

/** Processor time at which the process is killed, in milliseconds. */
const deadline = new Float64Array(new SharedArrayBuffer(8)).fill(Infinity)

/**
 * Makes pdf.js count its work. It calls `Date.now` for each content stream and every 100 operators,
 * and decompresses content streams with `DecompressionStream`; both are replaced.
 */
function countWork(): void {
  Date.now = () => {
    work(workUnits.step)
    return 0
  }
  const Platform = globalThis.DecompressionStream
  globalThis.DecompressionStream = class {
    readonly writable: DecompressionStream['writable']
    readonly readable: DecompressionStream['readable']
    constructor(format: CompressionFormat) {
      const { writable, readable } = new Platform(format)
      this.writable = writable
      this.readable = readable.pipeThrough(
        new TransformStream({
          transform(chunk: Uint8Array<ArrayBuffer>, out) {
            work(chunk.length / workUnits.bytes)
            out.enqueue(chunk)
          },
        }),
      )
    }
  }
}

/** Log level of pdf.js at which it reports warnings. */
const warnings = 1
/** Warnings of pdf.js when it skips a page or a part of one. */
const skipped = /checkLastPage|getAllPageDicts|getTextContent - ignoring/
const note = (message: unknown): void => {
  if (skipped.test(String(message))) current.isDamaged = true
}
Object.assign(console, { log: note, warn: note })

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Starts a thread that kills the process at its limit of memory or time. Memory outside the
 * JavaScript heap has no limit of its own, and unpacking a font blocks the main thread.
 */
async function startWatch(): Promise<void> {
  const watch = new Worker(
    `const { workerData: { memory, deadline }, parentPort } = require('node:worker_threads')
    setInterval(() => {
      const { user, system } = process.cpuUsage()
      if (process.memoryUsage.rss() > memory || (user + system) / 1000 > deadline[0])
        process.kill(process.pid, 'SIGKILL')
    }, 20)
    parentPort.postMessage('started')`,
    { eval: true, workerData: { memory: task.memory * 1024 * 1024, deadline } },
  )
  await once(watch, 'message')
  watch.unref()
}

async function read(bytes: Uint8Array): Promise<Ending> {
  let document: Document | null = null
  try {
    document = await getDocumentProxy(bytes, {
      verbosity: warnings,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: 0,
    })
    if (document.numPages > maxPages) return 'too-many-pages'
    const orDamaged = async (part: Promise<void>): Promise<void> => {
      await part.catch(() => {
        current.isDamaged = true
      })
    }
    // Everything outside the pages first, so that a page that exceeds the limit hides less.
    for (const part of around) await orDamaged(part(document))
    for (let number = 1; number <= document.numPages; number++)
      await orDamaged(readPage(document, number))
    return current.isDamaged ? 'damaged' : 'read'
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken'
  } finally {
    await document?.loadingTask.destroy()
  }
}

/** Content outside the pages, part by part, so that a damaged part hides no other. */
const around: readonly ((document: Document) => Promise<void>)[] = [
  async (document) => {
    const { info, metadata } = (await document.getMetadata()) as {
      info: { IsXFAPresent?: boolean }
      metadata: { getRaw(): string } | null
    }
    printTexts('文件属性', [info, metadata === null ? null : unescaped(metadata.getRaw())])
    if (info.IsXFAPresent === true) current.active.add(xfa)
  },
  async (document) => {
    if (await document.hasJSActions()) current.active.add(scriptAction)
    printTexts('脚本', await document.getJSActions())
  },
  async (document) => {
    const attachments = await document.getAttachments()
    if (attachments !== null) current.active.add(embedded)
    printTexts('嵌入文件的名称', attachments)
  },
  async (document) => {
    printTexts('书签', await document.getOutline())
  },
  async (document) => {
    printTexts('表单', await document.getFieldObjects())
  },
  async (document) => {
    printTexts('页码', await document.getPageLabels())
  },
]

async function readPage(document: Document, number: number): Promise<void> {
  const page = await document.getPage(number)
  const where = `第${number}页`
  const read = { where, text: '' }
  current.page = read
  let last: TextItem | null = null
  for await (const { items } of page.streamTextContent())
    for (const item of items) {
      work(workUnits.item)
      if (!('str' in item)) continue
      work(item.str.length / workUnits.characters)
      if (last !== null && !last.hasEOL && !continues(last, item)) read.text += ' '
      read.text += item.str + (item.hasEOL ? '\n' : '')
      last = item
    }
  print(read)
  current.page = null
  const annotations = await page.getAnnotations({ intent: 'any' })
  printTexts(`${where}的批注或者表单`, annotations)
  if (annotations.some((one) => 'file' in one)) current.active.add(embedded)
  page.cleanup()
}

/** A text of a page, with its place. */
interface TextItem {
  readonly hasEOL: boolean
  /** The last two numbers are its start position. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Whether a text begins about where the previous one ends; pdf.js gives no such hint for forms. */
function continues(last: TextItem, next: TextItem): boolean {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = last.transform
  const [, , , , nextX = 0, nextY = 0] = next.transform
  const size = Math.hypot(c, d)
  const along = last.width / (Math.hypot(a, b) || 1)
  const down = last.height / (size || 1)
  return (
    Math.hypot(x + a * along - nextX, y + b * along - nextY) <= 2 * size ||
    Math.hypot(x - c * down - nextX, y - d * down - nextY) <= 2 * size
  )
}

/** Prints all texts in a nested value, each once; nothing where there is none. */
function printTexts(where: string, value: unknown): void {
  const texts = new Set<string>()
  const collect = (part: unknown): void => {
    if (typeof part === 'string') {
      work(workUnits.item + part.length / workUnits.characters)
      texts.add(part)
    } else if (part instanceof Map) collect([...part])
    else if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part))
      for (const [key, inside] of Object.entries(part)) {
        if (!Array.isArray(part)) collect(key)
        collect(inside)
      }
  }
  collect(value)
  if (texts.size > 0) print({ where, text: [...texts].join('\n') })
}

/** Decodes numeric references in XML, which may stand for digits. */
const unescaped = (xml: string): string =>
  xml.replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
    const point = Number(`${code.startsWith('x') || code.startsWith('X') ? '0' : ''}${code}`)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

function end(ending: Ending): void {
  print({ end: ending, active: [...current.active], work: Math.ceil(current.done) })
}

/** Writes a whole line, also when the pipe accepts only a part at a time. */
function print(line: PdfLine): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let written = 0; written < bytes.length;)
    try {
      written += writeSync(1, bytes, written)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
}

countWork()
await startWatch()
print({ started: true })
let at = start
for (const { length, attachment, most } of task.files) {
  const left = workFor(task.left, attachment, most)
  current = beginning(left)
  deadline[0] = processorTime() + task.time.file + task.time.unit * left
  const ending = await read(Uint8Array.from(input.subarray(at, at + length)))
  at += length
  end(ending)
  spend(task.left, attachment, Math.ceil(current.done))
}
process.exit(0)
