import { existsSync, renameSync, rmSync } from 'node:fs'
import { build as astroBuild } from 'astro'
import { loadChecked } from '#loading/load-checked.ts'
import { formatText } from '#problems/format.ts'
import { hasErrors } from '#problems/problem.ts'
import type { Command } from './command.ts'

/**
 * Checks, builds into a folder beside the output, and only then puts it in place: a mistake in the
 * data or a failed build leaves the last good output as it was.
 */
export const build: Command = async ({ dataDir, contentDir, outDir }) => {
  const { problems } = loadChecked({ data: dataDir, content: contentDir })
  process.stdout.write(`${formatText(problems)}\n`)
  if (hasErrors(problems)) {
    if (existsSync(outDir))
      process.stdout.write(`没有生成新的网站；${outDir} 里仍是上一次的内容。\n`)
    return 1
  }
  const staging = `${outDir}.new`
  rmSync(staging, { recursive: true, force: true })
  try {
    await astroBuild({ outDir: staging, logLevel: 'warn' })
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw error
  }
  const previous = `${outDir}.old`
  rmSync(previous, { recursive: true, force: true })
  if (existsSync(outDir)) renameSync(outDir, previous)
  renameSync(staging, outDir)
  rmSync(previous, { recursive: true, force: true })
  process.stdout.write(`网站已生成：${outDir}\n`)
  return 0
}
