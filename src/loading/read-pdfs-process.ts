import { readFileSync, writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import { embedded, script } from './pdf-actions.ts'
import type { PdfText } from './read-pdfs.ts'

// Started by `readPdfs`: reads the lengths of PDF files on one line and the files behind it, writes the
// text of each on one line.

/** A bulletin has ten pages, the longest yearbook a thousand. */
const mostPages = 3_000
/** Characters of one file. */
const mostText = 20_000_000

// Memory outside of the heap of JavaScript has no limit of its own, and what unpacks a stream lets
// nothing else run: only another thread can end the process in time.
new Worker(
  `const { workerData } = require('node:worker_threads')
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL')
  }, 20)`,
  { eval: true, workerData: Number(process.argv[2]) },
).unref()

const input = readFileSync(0)
const start = input.indexOf('\n') + 1
const lengths = JSON.parse(input.subarray(0, start).toString()) as number[]
let at = start
for (const length of lengths) {
  const text = await textOf(Uint8Array.from(input.subarray(at, at + length)))
  at += length
  print(`${JSON.stringify(text)}\n`)
}
process.exit(0)

async function textOf(bytes: Uint8Array): Promise<PdfText> {
  try {
    const document = await getDocumentProxy(bytes, {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: 0,
    })
    const { numPages } = document
    if (numPages > mostPages) return { unread: `PDF超过${mostPages}页` }
    const active = (await document.hasJSActions()) ? [script] : []
    if ((await document.getAttachments()) !== null) active.push(embedded)
    const pages: string[] = []
    let left = mostText
    for (let number = 1; number <= numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const text = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
      page.cleanup()
      left -= text.length
      if (left < 0) return { unread: 'PDF里的文字太多' }
      pages.push(text)
    }
    await document.loadingTask.destroy()
    return { pages, active }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { unread: isLocked ? 'PDF设了密码' : 'PDF打不开，可能没有传完' }
  }
}

/** Writes all of a text, however much a pipe takes at a time. */
function print(text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;)
    try {
      written += writeSync(1, bytes, written)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
}
