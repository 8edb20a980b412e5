import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { megabyte, megabytes } from '#model/file-size.ts'
import {
  type AttachmentType,
  attachmentType,
  attachmentTypes,
  largestLimit,
  type StoredFile,
} from '#model/attachment.ts'
import { sha256 } from '#model/sha256.ts'
import { shortName } from '#messages/nearest.ts'
import { inFile, type Problem } from '#messages/problem.ts'
import { contentMistake } from './attachment-content.ts'
import { type RunBudget, runBudget } from './attachment-budget.ts'
import {
  type AttachmentFinding,
  crowdedOutProblem,
  findingProblems,
  findingsIn,
} from './attachment-findings.ts'
import { foundProblem, stampOf, systemReason } from '../files/files.ts'
import { ReadingCache } from '../reading-cache.ts'
import { lookAt, pathsBelow, readBytes } from '../files/regular-files.ts'

const folder = 'attachments'

/** What the site says that decides on its attachments. */
export interface AttachmentRules {
  /** The largest size of a file, in megabytes. */
  readonly limit: number
  readonly isOfficial: boolean
  /** What the office gives for the public to write to. */
  readonly contact: string
  /** Whether their text and active content are looked for; what they are is always. */
  readonly looksInside: boolean
}

/**
 * The files that are published beside records, by their paths below `content/attachments`.
 *
 * @param run how much is looked into in all of them together; counted down
 */
export function readAttachments(
  content: string,
  { limit, isOfficial, contact, looksInside }: AttachmentRules,
  run: RunBudget = runBudget(),
  cache = new ReadingCache(),
): {
  attachments: Record<string, StoredFile>
  problems: Problem[]
  /** What is left aside, by paths below the content. */
  aside: readonly string[]
} {
  const known = cache.of(readAttachments, '', '', (): KnownAttachments => new Map())
  const aside: string[] = []
  const attachments: Record<string, StoredFile> = {}
  const problems: Problem[] = []
  const unread: { readonly path: string; readonly name: string; readonly bytes: Uint8Array }[] = []
  let unreadBytes = 0
  const crowdedOut: string[] = []
  const lookInside = (): void => {
    const found = findingsIn(unread, contact, run)
    for (const [n, { path }] of unread.entries()) {
      const findings = found[n] ?? []
      problems.push(...findingProblems(`content/${folder}/${path}`, findings, isOfficial))
      const isCrowdedOut = findings.some(({ kind }) => kind === 'crowded-out')
      if (isCrowdedOut) crowdedOut.push(path)
      const read = known.get(join(content, folder, path))
      // What was not looked at because of other files is looked at the next time.
      if (read !== undefined && !isCrowdedOut)
        known.set(join(content, folder, path), { ...read, findings, contact })
    }
    unread.length = unreadBytes = 0
  }
  for (const { path, kind, code = 'unknown' } of pathsBelow(content, folder)) {
    const file = `content/${folder}${path === '' ? '' : `/${path}`}`
    const name = path.split('/').at(-1) ?? path
    const report = (code: Problem['code'], args: Problem['args']): void => {
      problems.push({ code, level: 'error', file, place: inFile, args })
    }
    if (kind === 'aside') {
      aside.push(`${folder}/${path}`)
      continue
    }
    if (kind !== 'file') {
      problems.push(foundProblem(file, { kind, code }))
      continue
    }
    const type = attachmentType(path)
    const { stats } = lookAt(content, `${folder}/${path}`)
    const size = stats?.size ?? 0
    if (type === null) {
      report('attachment-name', { name: shortName(path), types: attachmentTypes.join('、') })
      continue
    }
    // What is far too large is not read.
    if (size > limit * megabyte) {
      report('attachment-large', { name, size: megabytes(size), limit })
      continue
    }
    const read = readOnce(known, content, path, type, stats, limit * megabyte, contact)
    if ('reason' in read) {
      report('file-unreadable', { name: file, reason: read.reason })
      continue
    }
    if (read.mistake !== null) report('attachment-content', { name, ...read.mistake })
    attachments[path] = read.stored
    // What is not what its name says is refused already.
    if (read.mistake !== null || !looksInside) continue
    if (read.bytes === null) {
      problems.push(...findingProblems(file, read.findings ?? [], isOfficial))
      continue
    }
    unread.push({ path, name, bytes: read.bytes })
    unreadBytes += read.bytes.length
    if (unreadBytes > mostTogether) lookInside()
  }
  lookInside()
  if (crowdedOut.length > 0) problems.push(crowdedOutProblem(crowdedOut))
  return { attachments, problems, aside }
}

/** Files are looked into together up to this size, in bytes. */
const mostTogether = 64 * megabyte

interface ReadAttachment {
  readonly stored: StoredFile
  readonly mistake: ReturnType<typeof contentMistake>
  /** What is inside; undefined while nobody has looked, or for another contact of the office. */
  readonly findings?: readonly AttachmentFinding[]
  readonly contact?: string
}

/** What was read of each file, and what the system then said of it. */
type KnownAttachments = Map<string, ReadAttachment & { readonly stamp: string }>

function readOnce(
  known: KnownAttachments,
  content: string,
  path: string,
  type: AttachmentType,
  stats: Stats | null,
  limit: number,
  contact: string,
): (ReadAttachment & { readonly bytes: Buffer | null }) | { readonly reason: string } {
  const whole = join(content, folder, path)
  const stamp = stats === null ? null : stampOf(stats)
  const before = known.get(whole)
  if (stamp !== null && before?.stamp === stamp && before.contact === contact)
    return { ...before, bytes: null }
  const found = readBytes(content, `${folder}/${path}`, limit)
  if ('refused' in found)
    return { reason: systemReason(found.refused === 'system' ? found.code : 'EBUSY') }
  const { bytes } = found
  const stored = { size: bytes.length, sha256: sha256(bytes) }
  const read = { stored, mistake: contentMistake(type, bytes) }
  if (stamp !== null) known.set(whole, { ...read, stamp })
  return { ...read, bytes }
}

/** The content of a file by its path below `content/attachments`; null when it cannot be read. */
export function attachmentBytes(content: string, path: string): Buffer | null {
  const found = readBytes(content, `${folder}/${path}`, largestLimit * megabyte)
  return 'bytes' in found ? found.bytes : null
}
