import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The text of a PDF, page by page, and what in it is active, or why there is none, in Chinese. */
export type PdfText =
  | { readonly pages: readonly string[]; readonly active: readonly string[] }
  | { readonly unread: string }

/** How many more files may be given up before no other one is begun. */
export interface PdfFailures {
  left: number
}
/** In one run: a hanging file takes minutes, and none of an office hangs. */
export const mostFailures = 3

const reader = join(import.meta.dirname, 'read-pdfs-process.ts')
const megabyte = 1024 * 1024
/** Together in one process. */
const mostTogether = 16 * megabyte
/** What a process that reads PDF files may take. */
interface PdfLimits {
  /** For it to start, in milliseconds. */
  readonly start: number
  /** For each megabyte that it reads, in milliseconds. */
  readonly perMegabyte: number
  /** For all of it, in milliseconds. */
  readonly longest: number
  /** In megabytes: 20 MB of PDF take about 300. */
  readonly memory: number
}
const usualLimits: PdfLimits = { start: 20_000, perMegabyte: 5_000, longest: 180_000, memory: 1024 }
/** Of the texts that it gives. */
const mostText = 256 * megabyte

/**
 * Reads the texts of PDF files in a process of its own, with limits on time and memory in step with
 * their size: a file that is made to hang or to fill the memory ends that process and nothing else.
 *
 * @param failures how many more files may end a process; counted down, and at 0 nothing is read
 */
export function readPdfs(
  files: readonly Uint8Array[],
  failures: PdfFailures = { left: mostFailures },
  limits: PdfLimits = usualLimits,
): PdfText[] {
  const read: PdfText[] = []
  while (read.length < files.length) {
    if (failures.left <= 0) {
      read.push({ unread: '另外几个PDF读不完，这个没有再读' })
      continue
    }
    const batch = batchFrom(files, read.length)
    const found = readTogether(batch, limits)
    read.push(...found)
    // The process ended before it had read all: the file that it was reading is the reason.
    if (found.length < batch.length) {
      read.push({ unread: 'PDF读的时间太长，或者占用内存太多' })
      failures.left--
    }
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
  { start, perMegabyte, longest, memory }: PdfLimits,
): PdfText[] {
  const lengths = Buffer.from(`${JSON.stringify(files.map(({ length }) => length))}\n`)
  const input = Buffer.concat([lengths, ...files])
  const { stdout } = spawnSync(
    process.execPath,
    ['--no-warnings', reader, String(memory * megabyte)],
    {
      input,
      maxBuffer: mostText,
      timeout: Math.min(longest, start + perMegabyte * Math.ceil(input.length / megabyte)),
      killSignal: 'SIGKILL',
      // What it reads is not trusted: it gets no secret that this process may hold.
      env: {},
    },
  )
  const lines = stdout.toString('utf8').split('\n')
  // What comes after the last line end was cut off.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as PdfText)
}
