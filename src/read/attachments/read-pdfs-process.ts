import { once } from 'node:events'
import { readFileSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import { embedded, script, xfa } from './pdf-actions.ts'
import { mostPages, type PdfLine, type PdfTask, spend, unitsOf, workFor } from './pdf-work.ts'

// Started by `readPdfs`: reads a task on one line and the files behind it, writes what is in each.

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Ending = Extract<PdfLine, { end: unknown }>['end']

const input = readFileSync(0)
const start = input.indexOf('\n') + 1
const task = JSON.parse(input.subarray(0, start).toString()) as PdfTask

/** The file that is read: the work that it may take, and what is known of it. */
interface Current {
  readonly left: number
  readonly active: Set<string>
  done: number
  /** The page that is read, as far as it is. */
  page: { where: string; text: string } | null
  /** Whether something in it was skipped. */
  isDamaged: boolean
}
const beginning = (left: number): Current => {
  return { left, active: new Set(), done: 0, page: null, isDamaged: false }
}
let current = beginning(Infinity)

/** Counts work. What is too much for the file ends the process: nothing in a library can go on. */
function work(units: number): void {
  current.done += units
  if (current.done <= current.left) return
  if (current.page !== null) print(current.page)
  end('too-much')
  process.exit(0)
}

/** The time of a processor at which the process ends, in milliseconds. */
const deadline = new Float64Array(new SharedArrayBuffer(8)).fill(Infinity)

/**
 * Has pdf.js count its work. It looks at the clock once for each content stream that it begins and once
 * every 100 operators, and inflates content streams with what the platform gives: both are replaced.
 */
function countWork(): void {
  Date.now = () => {
    work(unitsOf.step)
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
            work(chunk.length / unitsOf.bytes)
            out.enqueue(chunk)
          },
        }),
      )
    }
  }
}

/** How much pdf.js tells: what it could not do. */
const warnings = 1
/** What pdf.js says where it skips a page or a part of one, and goes on. */
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
 * Memory outside of the heap of JavaScript has no limit of its own, and what unpacks a font lets
 * nothing else run: only another thread can end the process in time.
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
    if (document.numPages > mostPages) return 'too-many-pages'
    const orDamaged = async (part: Promise<void>): Promise<void> => {
      await part.catch(() => {
        current.isDamaged = true
      })
    }
    // What is around the pages first: a page that is too much then hides less.
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

/** What is around the pages, part by part, so that one which is damaged hides no other. */
const around: readonly ((document: Document) => Promise<void>)[] = [
  async (document) => {
    const { info, metadata } = (await document.getMetadata()) as {
      info: { IsXFAPresent?: boolean }
      metadata: { getRaw(): string } | null
    }
    give('文件属性', [info, metadata === null ? null : unescaped(metadata.getRaw())])
    if (info.IsXFAPresent === true) current.active.add(xfa)
  },
  async (document) => {
    if (await document.hasJSActions()) current.active.add(script)
    give('脚本', await document.getJSActions())
  },
  async (document) => {
    const attachments = await document.getAttachments()
    if (attachments !== null) current.active.add(embedded)
    give('嵌入文件的名称', attachments)
  },
  async (document) => {
    give('书签', await document.getOutline())
  },
  async (document) => {
    give('表单', await document.getFieldObjects())
  },
  async (document) => {
    give('页码', await document.getPageLabels())
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
      work(unitsOf.item)
      if (!('str' in item)) continue
      work(item.str.length / unitsOf.characters)
      if (last !== null && !last.hasEOL && !continues(last, item)) read.text += ' '
      read.text += item.str + (item.hasEOL ? '\n' : '')
      last = item
    }
  print(read)
  current.page = null
  const annotations = await page.getAnnotations({ intent: 'any' })
  give(`${where}的批注或者表单`, annotations)
  if (annotations.some((one) => 'file' in one)) current.active.add(embedded)
  page.cleanup()
}

/** A text of a page, with its place. */
interface TextItem {
  readonly hasEOL: boolean
  /** The last two are the place where it begins. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Whether a text begins about where one before it ends; pdf.js does not tell this of forms. */
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

/** Writes every text in a value, wherever in it, once; nothing where there is none. */
function give(where: string, value: unknown): void {
  const texts = new Set<string>()
  const collect = (part: unknown): void => {
    if (typeof part === 'string') {
      work(unitsOf.item + part.length / unitsOf.characters)
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

/** The text of XML with its numeric references, which may stand for digits. */
const unescaped = (xml: string): string =>
  xml.replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
    const point = Number(`${code.startsWith('x') || code.startsWith('X') ? '0' : ''}${code}`)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

function end(ending: Ending): void {
  print({ end: ending, active: [...current.active], work: Math.ceil(current.done) })
}

/** Writes all of a line, however much a pipe takes at a time. */
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
