import type { Settings } from '#build/settings.ts'
import { complain } from './print.ts'

/** A command of the program: gives its exit code, 0 when all went well. */
export type Command = (settings: Settings, args: readonly string[]) => number | Promise<number>

/** Says on the error stream why a command did nothing, and gives its exit code. */
export function fail(message: string): number {
  complain(`${message}\n`)
  return 1
}
