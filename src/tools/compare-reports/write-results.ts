import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { everyNameIn } from '#read/files/regular-files.ts'
import { UnreadableProposal, writeProposals } from '#tools/proposals/store.ts'
import type { Comparison } from './compare.ts'
import { evidenceFiles } from './evidence.ts'
import { proposalsOf, runName } from './proposals.ts'

/** What a run wrote. */
export interface WrittenResults {
  /** The folder of the evidence below that of the proposals. */
  readonly run: string
  readonly open: number
  readonly decided: number
}

/**
 * Replaces the evidence of the same run, and its proposals.
 *
 * @throws UnreadableProposal
 */
export function writeResults(comparison: Comparison, out: string): WrittenResults {
  const run = runName(comparison)
  const folder = join(out, run)
  mkdirSync(out, { recursive: true })
  removeEvidence(folder)
  for (const [path, text] of evidenceFiles(comparison)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
  }
  const { open, decided } = writeProposals(out, run, proposalsOf(comparison))
  return { run, open: open.length, decided }
}

/** Removes earlier evidence; a link is removed, never followed. */
function removeEvidence(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) return
  const names = stats.isDirectory() ? (everyNameIn(folder) ?? []) : []
  if (names.length > 0 && !names.includes('summary.json'))
    throw new UnreadableProposal(
      `“${folder}”里有别的文件，不是以前的比对结果。请用 --out 换一个文件夹。`,
    )
  rmSync(folder, { recursive: true, force: true })
}
