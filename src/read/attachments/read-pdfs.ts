import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { megabyte } from '#model/file-size.ts'
import {
  mostPages,
  mostWork,
  ownWork,
  type PdfLine,
  type PdfTask,
  sharedWork,
  spend,
  type WorkLeft,
  workFor,
} from './pdf-work.ts'

/** What was read of a PDF; of one that could not be read to its end, what came before. */
export interface PdfText {
  /** Its pages, then what is around them, each with its place in Chinese. */
  readonly texts: readonly { readonly where: string; readonly text: string }[]
  /** What in it is active, in Chinese. */
  readonly active: readonly string[]
  /** Why not all of it was read, in Chinese; null for a PDF that was. */
  readonly unread: string | null
  /** Whether that is because of other files, not because of this one. */
  readonly isCrowdedOut: boolean
}

/** A PDF to be read. */
export interface PdfToRead {
  readonly bytes: Uint8Array
  /** The number of the attachment in which it is. */
  readonly attachment: number
}

/** How much work may be done for attachments of these sizes, in bytes. */
export const workLeft = (sizes: readonly number[], shared: number = sharedWork): WorkLeft => ({
  own: sizes.map(ownWork),
  shared,
})

/** What a process that reads PDF files may take, beside the work that is counted. */
export interface PdfLimits {
  /** For it to start, in milliseconds. */
  readonly start: number
  /** Of a processor, for each file and for each unit of its work, in milliseconds. */
  readonly time: PdfTask['time']
  /** In megabytes: 20 MB of PDF take about 300. */
  readonly memory: number
}
/** A slow machine takes 0.006 ms for a unit: time ends only what takes it without counted work. */
const usualLimits: PdfLimits = { start: 120_000, time: { file: 1_000, unit: 0.01 }, memory: 1024 }

const reader = join(import.meta.dirname, 'read-pdfs-process.ts')
/** Together in one process. */
const mostTogether = { bytes: 16 * megabyte, files: 200 }
/** Of the texts that it gives. */
const mostText = 256 * megabyte
/** How much longer than its time of a processor a process may take on a machine that does more. */
const busy = 10

/**
 * Reads the texts of PDF files in a process of its own, with limits on work, time and memory: a file
 * that is made to hang or to fill the memory ends that process and nothing else.
 *
 * @param left how much work may be done for the attachments; counted down
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
        return { length: bytes.length, attachment, most: mostWork(bytes.length) }
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

/** What stands in the lines on each file; the last one may have ended the process. */
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
    // One that was not counted to its end may have done all that it was allowed.
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

/** Why a file was not read to its end. */
const reasons = {
  read: null,
  'too-much': 'PDF里的内容太多，没有看完',
  ended: 'PDF读的时间太长，或者占用内存太多',
  locked: 'PDF设了密码',
  broken: 'PDF打不开，可能没有传完',
  damaged: 'PDF有错误，没有读全',
  'too-many-pages': `PDF超过${mostPages}页`,
} as const

function batchFrom(files: readonly PdfToRead[], from: number): PdfToRead[] {
  let bytes = 0
  return files
    .slice(from, from + mostTogether.files)
    .filter((file, n) => (bytes += file.bytes.length) <= mostTogether.bytes || n === 0)
}

/** What the process says before it ends; nothing where it did not start. */
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
      maxBuffer: mostText,
      timeout: Math.ceil(start + busy * most),
      killSignal: 'SIGKILL',
      // What it reads is not trusted: it gets no secret that this process may hold.
      env: {},
    },
  )
  // What comes after the last line end was cut off.
  const lines = stdout?.toString('utf8').split('\n').slice(0, -1) ?? []
  return lines.map((line) => JSON.parse(line) as PdfLine)
}
