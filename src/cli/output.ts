import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { Locked, whileLocked } from '#build/output/lock.ts'
import { isInterrupted, replaceAtomically, recover } from '#build/output/atomic-replace.ts'
import type { Settings } from '#build/settings.ts'
import { everyNameIn } from '#read/files/regular-files.ts'

/**
 * Calls `use` while no other command writes to the output folder, after recovering from a killed
 * command. `use` gets the function that replaces the output folder with a built one.
 *
 * @throws Locked when another command is writing there
 */
export const withOutput = <T>(
  outDir: string,
  use: (replace: (built: string) => void) => T | Promise<T>,
): Promise<T> =>
  whileLocked(outDir, (ensureHeld) => {
    recover(outDir)
    return use((built) => {
      ensureHeld()
      replaceAtomically(built, outDir)
    })
  })

/**
 * Recovers the output folder from a killed command, for a command that only reads it; a command
 * that is writing there recovers it itself.
 */
export async function recoverOutput(outDir: string): Promise<void> {
  if (!isInterrupted(outDir)) return
  try {
    await whileLocked(outDir, () => {
      recover(outDir)
    })
  } catch (error) {
    if (!(error instanceof Locked)) throw error
  }
}

/** A folder that is in every site built by this program, and hardly anywhere else. */
const siteMarker = join('data', 'datapackage.json')

/**
 * Why no site may ever be written to the output folder, in Chinese; null when it may. The output
 * folder is replaced, so it must not overlap with folders that people edit.
 */
export function overlapMistake({ outDir, dataDir, contentDir }: Settings): string | null {
  const project = resolve('.')
  for (const [folder, what] of [
    [dataDir, '数据文件夹'],
    [contentDir, '内容文件夹'],
  ] as const)
    if (isWithin(folder, outDir) || isWithin(outDir, folder))
      return `OUT_DIR“${outDir}”与${what}“${folder}”重叠，生成网站会覆盖其中的文件。请换一个文件夹。`
  return isWithin(project, outDir) ? `OUT_DIR“${outDir}”包含本项目，请换一个文件夹。` : null
}

/** Why no site may be written to the output folder now: it must be empty or hold an earlier site. */
export function occupiedMistake(outDir: string): string | null {
  if (!existsSync(outDir)) return null
  if (!statSync(outDir).isDirectory()) return `OUT_DIR“${outDir}”是一个文件，请换一个文件夹。`
  if (everyNameIn(outDir)?.length === 0) return null
  if (existsSync(join(outDir, 'index.html')) && existsSync(join(outDir, siteMarker))) return null
  return `OUT_DIR“${outDir}”里有别的文件，不是以前生成的网站。请换一个空文件夹，或先清空它。`
}

/**
 * Why working papers may not be written to a folder, in Chinese: a build would read or publish it, or
 * it holds the reports that were compared.
 */
export function proposalFolderMistake(
  out: string,
  { dataDir, contentDir, outDir }: Settings,
  reports: readonly (string | null)[] = [],
): string | null {
  const target = resolve(out)
  for (const [folder, what] of [
    [dataDir, '数据文件夹'],
    [contentDir, '内容文件夹'],
    [outDir, '网站文件夹'],
    ...reports.flatMap((one) => (one === null ? [] : [[resolve(one), '报告文件夹'] as const])),
  ] as const)
    if (isWithin(target, folder))
      return `工作底稿不能写到${what}“${folder}”里。请用 --out 换一个文件夹。`
  return null
}

/** Whether `path` is `folder` or inside it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)
}
