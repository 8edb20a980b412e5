import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentType, attachmentTypes, type StoredFile } from '#domain/attachment.ts'
import { inFile, type Problem } from '#problems/problem.ts'
import { contentMistake } from './attachment-content.ts'
import { kindOf, namesIn } from './files.ts'

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
    const type = attachmentType(path)
    const size = sizeOf(join(content, folder, path))
    // What is far too large is not read.
    const bytes = size > limit * megabyte ? null : attachmentBytes(content, path)
    if (type === null) report('attachment-name', { name: path, types: attachmentTypes.join('、') })
    else if (size > limit * megabyte)
      report('attachment-large', { name, size: (size / megabyte).toFixed(1), limit })
    else if (bytes === null) report('file-unreadable', { name: file, reason: '没有读取权限' })
    else {
      const mistake = contentMistake(type, bytes)
      if (mistake !== null) report('attachment-content', { name, ...mistake })
      attachments[path] = {
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
    }
  }
  return { attachments, problems }
}

const megabyte = 1024 * 1024

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
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
      return kindOf(join(root, path)) === 'folder' ? pathsBelow(root, path) : [path]
    })
}
