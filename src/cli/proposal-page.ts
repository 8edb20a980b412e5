import { join } from 'node:path'
import { systemTrouble } from '#build/output/system-trouble.ts'
import type { Settings } from '#build/settings.ts'
import { printable } from '#messages/printable.ts'
import { UserError } from '#messages/user-error.ts'
import { writeProposalPage } from '#tools/proposals/page.ts'
import { printError } from './print.ts'

/**
 * Writes the page of proposals after decisions were carried out. The decisions are what the officer asked
 * for: where the page cannot be written, for example because another proposal is damaged, a warning says so.
 */
export async function renewProposalPage(folder: string, settings: Settings): Promise<void> {
  try {
    await writeProposalPage(folder, settings)
  } catch (error) {
    printError(
      `提醒：上面的处理已经完成，不用再做一遍，只是“${printable(join(folder, 'index.html'))}”这个网页没有更新。${reasonOf(error)}\n`,
    )
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.message
  return systemTrouble(error) ?? printable(error instanceof Error ? error.message : String(error))
}
