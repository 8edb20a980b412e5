import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Settings } from '#site/settings.ts'

/** What stands in every site that this program built, and in hardly anything else. */
const mark = join('data', 'inspections')

/**
 * Why a site may not be put at the output folder, in Chinese; null when it may. Whatever stands
 * there is replaced, so it must be free or hold an earlier site, and touch nothing that people wrote.
 */
export function outputMistake({ outDir, dataDir, contentDir }: Settings): string | null {
  const project = resolve('.')
  for (const [folder, what] of [
    [dataDir, '数据文件夹'],
    [contentDir, '内容文件夹'],
  ] as const)
    if (within(folder, outDir) || within(outDir, folder))
      return `OUT_DIR“${outDir}”与${what}“${folder}”重叠，生成网站会覆盖其中的文件。请换一个文件夹。`
  if (within(project, outDir)) return `OUT_DIR“${outDir}”包含本项目，请换一个文件夹。`
  if (!existsSync(outDir) || readdirSync(outDir).length === 0) return null
  if (existsSync(join(outDir, 'index.html')) && existsSync(join(outDir, mark))) return null
  return `OUT_DIR“${outDir}”里有别的文件，不是以前生成的网站。请换一个空文件夹，或先清空它。`
}

/** Whether `path` is `folder` or lies in it. */
function within(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)
}

/** Puts a built site in place of the last one, which stays until the new one is whole beside it. */
export function putInPlace(built: string, outDir: string): void {
  const fresh = `${outDir}.new`
  const previous = `${outDir}.old`
  rmSync(fresh, { recursive: true, force: true })
  rmSync(previous, { recursive: true, force: true })
  move(built, fresh)
  if (existsSync(outDir)) renameSync(outDir, previous)
  renameSync(fresh, outDir)
  rmSync(previous, { recursive: true, force: true })
}

/** Renames, or copies where the two lie on different disks. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EXDEV' && code !== 'ENOENT') throw error
    cpSync(from, to, { recursive: true })
    rmSync(from, { recursive: true, force: true })
  }
}
