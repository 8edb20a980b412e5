import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { megabyte, megabytes } from '#model/file-size.ts'
import {
  type AttachmentType,
  attachmentType,
  attachmentTypes,
  maxSizeLimit,
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
import { statPath, pathsBelow, readBytes } from '../files/regular-files.ts'

const folder = 'attachments'

/** Settings of the site that concern attachments. */
interface AttachmentRules {
  /** The largest size of a file, in megabytes. */
  readonly limit: number
  readonly isOfficial: boolean
  /** The office's contact details for the public. */
  readonly contact: string
  /** Whether to search their text and active content; their kind is always checked. */
  readonly readsContent: boolean
}

/**
 * Reads the attachments, by path below `content/attachments`.
 *
 * @param run budget for all of them together; counted down
 */
export function readAttachments(
  content: string,
  { limit, isOfficial, contact, readsContent: looksInside }: AttachmentRules,
  run: RunBudget = runBudget(),
  cache = new ReadingCache(),
): {
  attachments: Record<string, StoredFile>
  problems: Problem[]
  /** Ignored paths, relative to the content folder. */
  ignored: readonly string[]
} {
  const known = cache.of(readAttachments, '', '', (): KnownAttachments => new Map())
  const ignored: string[] = []
  const attachments: Record<string, StoredFile> = {}
  const problems: Problem[] = []
  const unread: { readonly path: string; readonly name: string; readonly bytes: Uint8Array }[] = []
  let unreadBytes = 0
  const crowdedOut: string[] = []
  const searchUnread = (): void => {
    const found = findingsIn(unread, contact, run)
    for (const [n, { path }] of unread.entries()) {
      const findings = found[n] ?? []
      problems.push(...findingProblems(authoredFile('attachment', path), findings, isOfficial))
      const isCrowdedOut = findings.some(({ kind }) => kind === 'crowded-out')
      if (isCrowdedOut) crowdedOut.push(path)
      const read = known.get(join(content, folder, path))
      // Do not cache a file that was not read because of other files: the next run tries again.
      if (read !== undefined && !isCrowdedOut)
        known.set(join(content, folder, path), { ...read, findings, contact })
    }
    unread.length = unreadBytes = 0
  }
  for (const { path, kind, code = 'unknown' } of pathsBelow(content, folder)) {
    const file = path === '' ? authoredFolder('attachment') : authoredFile('attachment', path)
    const name = path.split('/').at(-1) ?? path
    const report = (code: Problem['code'], args: Problem['args']): void => {
      problems.push({ code, level: 'error', file, place: inFile, args })
    }
    if (kind === 'ignored') {
      ignored.push(`${folder}/${path}`)
      continue
    }
    if (kind !== 'file') {
      problems.push(foundProblem(file, { kind, code }))
      continue
    }
    const type = attachmentType(path)
    const { stats } = statPath(content, `${folder}/${path}`)
    const size = stats?.size ?? 0
    if (type === null) {
      report('attachment-name', { name: shortName(path), types: attachmentTypes.join('、') })
      continue
    }
    // Do not read files that are too large.
    if (size > limit * megabyte) {
      report('attachment-large', { name, size: megabytes(size), limit })
      continue
    }
    const read = readCached(known, content, path, type, stats, limit * megabyte, contact)
    if ('reason' in read) {
      report('file-unreadable', { name: file, reason: read.reason })
      continue
    }
    if (read.mistake !== null) report('attachment-content', { name, ...read.mistake })
    attachments[path] = read.stored
    // A file of the wrong kind is refused already.
    if (read.mistake !== null || !looksInside) continue
    if (read.bytes === null) {
      problems.push(...findingProblems(file, read.findings ?? [], isOfficial))
      continue
    }
    unread.push({ path, name, bytes: read.bytes })
    unreadBytes += read.bytes.length
    if (unreadBytes > maxBatchBytes) searchUnread()
  }
  searchUnread()
  if (crowdedOut.length > 0) problems.push(crowdedOutProblem(crowdedOut))
  return { attachments, problems, ignored }
}

/** Size of the files that are searched together, in bytes. */
const maxBatchBytes = 64 * megabyte

interface ReadAttachment {
  readonly stored: StoredFile
  readonly mistake: ReturnType<typeof contentMistake>
  /** Findings; undefined before the first search, or after a change of the office's contact. */
  readonly findings?: readonly AttachmentFinding[]
  readonly contact?: string
}

/** Cached results of each file, with the stamp of the file at that time. */
type KnownAttachments = Map<string, ReadAttachment & { readonly stamp: string }>

function readCached(
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
  const found = readBytes(content, `${folder}/${path}`, maxSizeLimit * megabyte)
  return 'bytes' in found ? found.bytes : null
}
