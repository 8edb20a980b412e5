import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Thrown when a folder to be published holds something that no list names; its message is Chinese. */
export class UnlistedFiles extends Error {
  constructor(paths: readonly string[]) {
    const named = paths.slice(0, mostNamed).map((path) => JSON.stringify(path))
    const more = paths.length > mostNamed ? `等${paths.length}个` : ''
    super(
      `要公开的文件夹里多出了清单以外的文件，没有生成新的内容：${named.join('、')}${more}。这是程序的错误，请告诉开发者。`,
    )
    this.name = 'UnlistedFiles'
  }
}

const mostNamed = 10

/** Everything below a folder but folders themselves, by its path with slashes; links are not followed. */
export function filesBelow(folder: string): string[] {
  return entriesBelow(folder).map(({ path }) => path)
}

/**
 * Refuses a folder that holds a file which is not listed, a link, or anything else that is no regular
 * file. What is published is a closed list: a cache or a working file of a tool never slips in.
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

/** Something below a folder that is no folder itself. */
export interface Entry {
  /** Below the folder, with slashes. */
  readonly path: string
  /** False for a link, whatever it leads to, and for a pipe, a socket or a device. */
  readonly isFile: boolean
}

/**
 * Everything below a folder but folders. Written out because the recursive form of `readdir` enters
 * links to folders.
 */
export function entriesBelow(folder: string, under = ''): Entry[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    return entry.isDirectory() ? entriesBelow(folder, path) : [{ path, isFile: entry.isFile() }]
  })
}

/** Styles and pictures that the bundler names by a hash of their content. */
export const isBundledAsset = (path: string): boolean =>
  /^assets\/[\w@.-]+\.[\w-]+\.(css|png|jpe?g|webp|svg)$/.test(path)
