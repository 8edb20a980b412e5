import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
 * Replaces the evidence of the same run, and its proposals. All evidence is written beside the earlier
 * one before that is removed, so a full disk leaves the earlier one.
 *
 * @throws UnreadableProposal
 */
export function writeResults(comparison: Comparison, out: string): WrittenResults {
  const run = runName(comparison)
  const folder = join(out, run)
  const temporary = `${folder}.new`
  mkdirSync(out, { recursive: true })
  refuseOtherFolder(folder)
  try {
    rmSync(temporary, { recursive: true, force: true })
    for (const [path, text] of evidenceFiles(comparison)) {
      mkdirSync(dirname(join(temporary, path)), { recursive: true })
      writeFileSync(join(temporary, path), text, { flag: 'wx' })
    }
    // A link is removed, never followed.
    rmSync(folder, { recursive: true, force: true })
    renameSync(temporary, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  const { open, decided } = writeProposals(out, run, proposalsOf(comparison))
  return { run, open: open.length, decided }
}

/** @throws UnreadableProposal for a folder that holds something else than earlier evidence */
function refuseOtherFolder(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (stats?.isDirectory() !== true) return
  const names = everyNameIn(folder) ?? []
  if (names.length > 0 && !names.includes('summary.json'))
    throw new UnreadableProposal(
      `“${folder}”里有别的文件，不是以前的比对结果。请用 --out 换一个文件夹。`,
    )
}
