import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { megabyte } from '#model/file-size.ts'
import {
  maxPages,
  maxWork,
  ownWork,
  type PdfLine,
  type PdfTask,
  sharedWork,
  spend,
  type WorkLeft,
  workFor,
} from './pdf-work.ts'

/** The text read from a PDF; of one not read completely, the part that was. */
export interface PdfText {
  /** Texts of the pages and of everything else, each with its place in Chinese. */
  readonly texts: readonly { readonly where: string; readonly text: string }[]
  /** Active content, in Chinese. */
  readonly active: readonly string[]
  /** Why it was not read completely, in Chinese; null if it was. */
  readonly unread: string | null
  /** Whether other files are the reason. */
  readonly isCrowdedOut: boolean
}

/** A PDF to be read. */
interface PdfToRead {
  readonly bytes: Uint8Array
  /** Index of its attachment. */
  readonly attachment: number
}

/** The work available for attachments of these sizes, in bytes. */
export const workLeft = (sizes: readonly number[], shared: number = sharedWork): WorkLeft => ({
  own: sizes.map(ownWork),
  shared,
})

/** Limits of the process that reads PDF files, beside the counted work. */
export interface PdfLimits {
  /** Time to start, in milliseconds. */
  readonly start: number
  /** Processor time for each file and for each unit of its work, in milliseconds. */
  readonly time: PdfTask['time']
  /** In megabytes: 20 MB of PDF take about 300. */
  readonly memory: number
}
/**
 * A slow machine takes 0.006 ms for a unit, so the time limit only ends work that is not counted.
 */
const usualLimits: PdfLimits = { start: 120_000, time: { file: 1_000, unit: 0.01 }, memory: 1024 }

const reader = join(import.meta.dirname, 'read-pdfs-process.ts')
/** Limits of one batch. */
const maxBatch = { bytes: 16 * megabyte, files: 200 }
/** Size limit of the output of the process, in bytes. */
const maxOutputBytes = 256 * megabyte
/** Factor of wall time to processor time allowed on a busy machine. */
const busy = 10

/**
 * Reads the texts of PDF files in a child process with limits on work, time and memory: a file made
 * to hang or to exhaust memory ends only that process.
 *
 * @param left work available for the attachments; counted down
 */
export function readPdfs(
  files: readonly PdfToRead[],
  left: WorkLeft,
  limits: PdfLimits = usualLimits,
): PdfText[] {
  const read: PdfText[] = []
  while (read.length < files.length) {
    const batch = batchFrom(files, read.length)
    const task: PdfTask = {
      files: batch.map(({ bytes, attachment }) => {
        return { length: bytes.length, attachment, most: maxWork(bytes.length) }
      }),
      left,
      memory: limits.memory,
      time: limits.time,
    }
    const lines = readTogether(batch, task, limits)
    if (lines.length === 0) {
      read.push(...files.slice(read.length).map(() => crowdedOut(notStarted)))
      break
    }
    read.push(...textsOf(lines.slice(1), task))
  }
  return read
}

const notStarted = '读PDF的程序没有启动'
const crowded = '别的附件太难读，这个PDF没有读完'
const crowdedOut = (unread: string): PdfText => {
  return { texts: [], active: [], unread, isCrowdedOut: true }
}

/** The texts of each file from the output lines; the last file may have ended the process. */
function textsOf(lines: readonly PdfLine[], { files, left }: PdfTask): PdfText[] {
  const read: PdfText[] = []
  let texts: { where: string; text: string }[] = []
  const finish = (
    ending: keyof typeof reasons,
    active: readonly string[],
    work: number | null,
  ): boolean => {
    const file = files[read.length]
    if (file === undefined) return false
    const { attachment, most } = file
    const may = workFor(left, attachment, most)
    // Without a final count, assume that all available work was used.
    spend(left, attachment, work ?? may)
    const isCrowdedOut = may < most && (ending === 'too-much' || ending === 'ended')
    read.push({ texts, active, unread: isCrowdedOut ? crowded : reasons[ending], isCrowdedOut })
    texts = []
    return ending !== 'too-much'
  }
  for (const line of lines)
    if ('text' in line) texts.push(line)
    else if ('end' in line && !finish(line.end, line.active, line.work)) return read
  if (read.length < files.length) finish('ended', [], null)
  return read
}

/** Why a file was not read completely. */
const reasons = {
  read: null,
  'too-much': 'PDF里的内容太多，没有看完',
  ended: 'PDF读的时间太长，或者占用内存太多',
  locked: 'PDF设了密码',
  broken: 'PDF打不开，可能没有传完',
  damaged: 'PDF有错误，没有读全',
  'too-many-pages': `PDF超过${maxPages}页`,
} as const

function batchFrom(files: readonly PdfToRead[], from: number): PdfToRead[] {
  let bytes = 0
  return files
    .slice(from, from + maxBatch.files)
    .filter((file, n) => (bytes += file.bytes.length) <= maxBatch.bytes || n === 0)
}

/** The output lines of the process; empty if it did not start. */
function readTogether(
  files: readonly PdfToRead[],
  task: PdfTask,
  { start, time }: PdfLimits,
): PdfLine[] {
  const most = task.files.reduce((sum, { most: units }) => sum + time.file + time.unit * units, 0)
  const { stdout }: { stdout: Buffer | null } = spawnSync(
    process.execPath,
    ['--no-warnings', reader],
    {
      input: Buffer.concat([
        Buffer.from(`${JSON.stringify(task)}\n`),
        ...files.map(({ bytes }) => bytes),
      ]),
      maxBuffer: maxOutputBytes,
      timeout: Math.ceil(start + busy * most),
      killSignal: 'SIGKILL',
      // The files are not trusted, so the process gets no environment variables with secrets.
      env: {},
    },
  )
  // Drop an incomplete last line.
  const lines = stdout?.toString('utf8').split('\n').slice(0, -1) ?? []
  return lines.map((line) => JSON.parse(line) as PdfLine)
}
