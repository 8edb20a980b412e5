import { vi } from 'vitest'
import { settingsFrom } from '#build/settings.ts'
import type { Command } from '../../src/cli/command.ts'
import type { Folders } from './authored.ts'

/** The output of a command for the files of some folders, and its exit code. */
export async function printed(
  command: Command,
  { data, content }: Folders,
  ...args: string[]
): Promise<{ text: string; code: number }> {
  let text = ''
  const keep = (part: unknown): boolean => {
    text += String(part)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ]
  const folders = { DATA_DIR: data, CONTENT_DIR: content, AS_OF: '2026-12-01' }
  try {
    const code = await command(settingsFrom(folders), args)
    return { text, code }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
