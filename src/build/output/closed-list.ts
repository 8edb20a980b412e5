import { shortList } from '#messages/nearest.ts'
import { UserError } from '#messages/user-error.ts'
import { join } from 'node:path'
import { listEntries } from '#read/files/regular-files.ts'

/** Thrown when a folder to be published holds unlisted files; its message is Chinese. */
export class UnlistedFiles extends UserError {
  constructor(paths: readonly string[]) {
    const named = paths.map((path) => JSON.stringify(path))
    super(
      `要公开的文件夹里多出了清单以外的文件，没有生成新的内容：${shortList(named, 10)}。这是程序的错误，请告诉开发者。`,
    )
    this.name = 'UnlistedFiles'
  }
}

/** The paths of everything below a folder except folders, with slashes; links are not followed. */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder).map(({ path }) => path)
}

/**
 * Refuses a folder with an unlisted file, a link, or anything else that is not a regular file. Only
 * listed files are published, so a cache or a working file of a tool never is.
 *
 * @param isListed whether a path below the folder, with slashes, may be published
 * @throws UnlistedFiles
 */
export function ensureListed(folder: string, isListed: (path: string) => boolean): void {
  const unlisted = entriesBelow(folder)
    .filter(({ path, isFile }) => !isFile || !isListed(path))
    .map(({ path }) => path)
  if (unlisted.length > 0) throw new UnlistedFiles(unlisted.sort())
}

/** Something below a folder that is not a folder. */
interface Entry {
  /** Below the folder, with slashes. */
  readonly path: string
  /** False for a link, a pipe, a socket or a device. */
  readonly isFile: boolean
}

/** A folder that no build of this program can have written; its message is Chinese. */
export class FolderTooLarge extends UserError {}

/** The limits for listing a folder. */
interface ListLimits {
  /** Levels of folders below the folder. What a build writes has at most six. */
  readonly levels: number
  /** Entries of all folders together. A province of ten years has under a million. */
  readonly entries: number
}

const usualLimits: ListLimits = { levels: 16, entries: 3_000_000 }

/**
 * Everything below a folder except folders; links to folders are not followed. There are limits, because
 * `verify` also lists folders from other places.
 *
 * @throws FolderTooLarge beyond the limits
 */
export function entriesBelow(folder: string, limits = usualLimits): Entry[] {
  const found: Entry[] = []
  let left = limits.entries
  const list = (under: string, level: number): void => {
    if (level > limits.levels)
      throw new FolderTooLarge(
        `“${folder}”里的文件夹超过${limits.levels}层，不像是本程序生成的。请核对写的是不是这个文件夹。`,
      )
    const entries = listEntries(join(folder, under))
    left -= entries.length
    if (left < 0)
      throw new FolderTooLarge(
        `“${folder}”里的文件和文件夹超过${limits.entries}个，不像是本程序生成的。请核对写的是不是这个文件夹。`,
      )
    for (const { name, kind } of entries) {
      const path = under === '' ? name : `${under}/${name}`
      if (kind === 'folder') list(path, level + 1)
      else found.push({ path, isFile: kind === 'file' })
    }
  }
  list('', 0)
  return found
}

/** Styles and pictures that the bundler names by a hash of their content. */
export const isBundledAsset = (path: string): boolean =>
  /^assets\/[\w@.-]+\.[\w-]+\.(css|png|jpe?g|webp|svg)$/.test(path)
