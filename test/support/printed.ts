import { vi } from 'vitest'
import { settingsFrom } from '#build/settings.ts'
import { type Command, exitCodeOf } from '../../src/cli/command.ts'
import type { Folders } from './authored.ts'

/** What is printed while something runs, and its result. */
export async function whilePrinting<T>(
  run: () => T | Promise<T>,
): Promise<{ text: string; result: T }> {
  let text = ''
  const record = (part: unknown): boolean => {
    text += String(part)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(record),
    vi.spyOn(process.stderr, 'write').mockImplementation(record),
  ]
  try {
    const result = await run()
    return { text, result }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** The output of a command for the files of some folders, and its exit code. */
export async function printed(
  command: Command,
  { data, content }: Folders,
  ...args: string[]
): Promise<{ text: string; code: number }> {
  const settings = settingsFrom({ DATA_DIR: data, CONTENT_DIR: content, AS_OF: '2026-12-01' })
  const { text, result: code } = await whilePrinting(() =>
    exitCodeOf(() => command(settings, args)),
  )
  return { text, code }
}
