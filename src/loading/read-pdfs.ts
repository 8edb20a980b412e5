import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The text of a PDF, page by page, or why there is none, in Chinese. */
export type PdfText = { readonly pages: readonly string[] } | { readonly unread: string }

const reader = join(import.meta.dirname, 'read-pdfs-process.ts')
const megabyte = 1024 * 1024
/** Together in one process. */
const mostTogether = 64 * megabyte
/** What a process that reads PDF files may take. */
interface PdfLimits {
  /** For it to start, in milliseconds. */
  readonly start: number
  /** For each megabyte that it reads, in milliseconds. */
  readonly perMegabyte: number
  /** In megabytes: 20 MB of PDF take about 300. */
  readonly memory: number
}
const usualLimits: PdfLimits = { start: 20_000, perMegabyte: 5_000, memory: 1024 }
/** Of the texts that it gives. */
const mostText = 256 * megabyte

/**
 * Reads the texts of PDF files in a process of its own, with limits on time and memory in step with
 * their size: a file that is made to hang or to fill the memory ends that process and nothing else.
 */
export function readPdfs(files: readonly Uint8Array[], limits: PdfLimits = usualLimits): PdfText[] {
  const read: PdfText[] = []
  while (read.length < files.length) {
    const batch = batchFrom(files, read.length)
    const found = readTogether(batch, limits)
    read.push(...found)
    // The process ended before it had read all: the file that it was reading is the reason.
    if (found.length < batch.length) read.push({ unread: 'PDF读的时间太长，或者占用内存太多' })
  }
  return read
}

function batchFrom(files: readonly Uint8Array[], from: number): Uint8Array[] {
  let bytes = 0
  return files
    .slice(from)
    .filter((file, n) => (bytes += file.length) <= mostTogether || n === 0)
    .slice(0, 200)
}

function readTogether(
  files: readonly Uint8Array[],
  { start, perMegabyte, memory }: PdfLimits,
): PdfText[] {
  const lengths = Buffer.from(`${JSON.stringify(files.map(({ length }) => length))}\n`)
  const input = Buffer.concat([lengths, ...files])
  const { stdout } = spawnSync(
    process.execPath,
    ['--no-warnings', reader, String(memory * megabyte)],
    {
      input,
      maxBuffer: mostText,
      timeout: start + perMegabyte * Math.ceil(input.length / megabyte),
      killSignal: 'SIGKILL',
      // What it reads is not trusted: it gets no secret that this process may hold.
      env: {},
    },
  )
  const lines = stdout.toString('utf8').split('\n')
  // What stands behind the last line end was cut off.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as PdfText)
}
