import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentTypes, isAttachmentPath, type StoredFile } from '#domain/attachment.ts'
import { inFile, type Problem } from '#problems/problem.ts'
import { kindOf, namesIn } from './files.ts'

const folder = 'attachments'

/** The files that are published beside reports, by their paths below `content/attachments`. */
export function readAttachments(content: string): {
  attachments: Record<string, StoredFile>
  problems: Problem[]
} {
  const attachments: Record<string, StoredFile> = {}
  const problems: Problem[] = []
  for (const path of pathsBelow(join(content, folder))) {
    const file = `content/${folder}/${path}`
    const report = (code: Problem['code'], args: Problem['args']): void => {
      problems.push({ code, level: 'error', file, place: inFile, args })
    }
    if (!isAttachmentPath(path)) {
      report('attachment-name', { name: path, types: attachmentTypes.join('、') })
      continue
    }
    const bytes = attachmentBytes(content, path)
    if (bytes === null) report('file-unreadable', { name: file, reason: '没有读取权限' })
    else
      attachments[path] = {
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
  }
  return { attachments, problems }
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
