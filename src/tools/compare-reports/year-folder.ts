import { basename, resolve } from 'node:path'
import { type FoundPath, pathKindWords, pathsBelow } from '#read/files/regular-files.ts'
import { type ReadDocument, readDocuments } from '#read/documents/read-documents.ts'
import type { YearFolder } from './compare.ts'

/** Levels and entries of a folder of reports. */
const folderLimits = { levels: 3, entries: 20_000 }

/**
 * Reads the reports in a folder; what is no readable file is listed with its reason.
 *
 * @param progress called with the folder, the number of files read so far and that of all files
 */
export function yearFolder(
  folder: string,
  progress: (folder: string, count: number, of: number) => void,
): YearFolder {
  const found = pathsBelow(folder, '', folderLimits)
  const files = found.filter(({ kind, path }) => kind === 'file' && !isPart(path))
  const others = found.flatMap(({ kind, path }) =>
    kind === 'file' || isPart(`${path}/`) ? [] : [{ kind, path }],
  )
  const documents = readDocuments(
    folder,
    files.map(({ path }) => path),
    (count) => {
      progress(folder, count, files.length)
    },
  )
  const unread = others.map(({ path, kind }): ReadDocument => ({
    path: path === '' ? basename(resolve(folder)) : path,
    sha256: null,
    content: { unread: reasonOf(kind) },
  }))
  return { name: folder, documents: [...documents, ...unread] }
}

/** Why an entry of a folder is not read, in Chinese. */
function reasonOf(kind: Exclude<FoundPath['kind'], 'file'>): string {
  if (kind === 'ignored') return '名称以点开头，不读'
  if (kind === 'too-many') return `文件夹里的文件超过${folderLimits.entries}个`
  if (kind === 'too-deep') return '文件夹套得太深'
  return kind === 'closed' ? '没有读取权限' : `是${pathKindWords[kind]}，不会跟随`
}

/** Whether a file belongs to a saved web page: `市财政局_files/logo.png`. */
const isPart = (path: string): boolean => /(?:_files|\.files)\//i.test(path)
