import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AttachmentType,
  attachmentType,
  attachmentTypes,
  type StoredFile,
} from '#domain/attachment.ts'
import { inFile, type Problem } from '#problems/problem.ts'
import { contentMistake } from './attachment-content.ts'
import { kindOf, namesIn, stampOf } from './files.ts'

const folder = 'attachments'

/**
 * The files that are published beside records, by their paths below `content/attachments`.
 *
 * @param limit the largest size of a file, in megabytes
 */
export function readAttachments(
  content: string,
  limit: number,
): {
  attachments: Record<string, StoredFile>
  problems: Problem[]
} {
  const attachments: Record<string, StoredFile> = {}
  const problems: Problem[] = []
  for (const path of pathsBelow(join(content, folder))) {
    const file = `content/${folder}/${path}`
    const name = path.split('/').at(-1) ?? path
    const report = (code: Problem['code'], args: Problem['args']): void => {
      problems.push({ code, level: 'error', file, place: inFile, args })
    }
    if (isLink(join(content, folder, path))) {
      report('file-unreadable', { name: file, reason: '这是一个链接，附件要放文件本身' })
      continue
    }
    const type = attachmentType(path)
    const stats = statsOf(join(content, folder, path))
    const size = stats?.size ?? 0
    if (type === null) {
      report('attachment-name', { name: path, types: attachmentTypes.join('、') })
      continue
    }
    // What is far too large is not read.
    if (size > limit * megabyte) {
      report('attachment-large', { name, size: (size / megabyte).toFixed(1), limit })
      continue
    }
    const read = readOnce(content, path, type, stats)
    if (read === null) {
      report('file-unreadable', { name: file, reason: '没有读取权限' })
      continue
    }
    if (read.mistake !== null) report('attachment-content', { name, ...read.mistake })
    attachments[path] = read.stored
  }
  return { attachments, problems }
}

const megabyte = 1024 * 1024

function statsOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

interface ReadAttachment {
  readonly stored: StoredFile
  readonly mistake: ReturnType<typeof contentMistake>
}

/** What was read of each file, and what the system then said of it. */
const known = new Map<string, ReadAttachment & { readonly stamp: string }>()

function readOnce(
  content: string,
  path: string,
  type: AttachmentType,
  stats: Stats | null,
): ReadAttachment | null {
  const whole = join(content, folder, path)
  const stamp = stats === null ? null : stampOf(stats)
  const before = known.get(whole)
  if (before?.stamp === stamp) return before
  const bytes = attachmentBytes(content, path)
  if (bytes === null) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = { stored: { size: bytes.length, sha256 }, mistake: contentMistake(type, bytes) }
  if (stamp !== null) known.set(whole, { ...read, stamp })
  return read
}

/** A link may lead to what was never meant to be public, such as files of the machine that builds. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** The content of a file by its path below `content/attachments`; null when it cannot be read. */
export function attachmentBytes(content: string, path: string): Buffer | null {
  try {
    return readFileSync(join(content, folder, path))
  } catch {
    return null
  }
}

/** Every file below a folder, without those that systems put there by themselves. */
function pathsBelow(root: string, under = ''): string[] {
  return namesIn(join(root, under))
    .filter((name) => !/^(\..*|~\$.*|thumbs\.db|desktop\.ini)$/i.test(name))
    .flatMap((name) => {
      const path = under === '' ? name : `${under}/${name}`
      const isFolder = kindOf(join(root, path)) === 'folder' && !isLink(join(root, path))
      return isFolder ? pathsBelow(root, path) : [path]
    })
}
