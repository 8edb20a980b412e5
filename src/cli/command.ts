import type { Settings } from '#build/settings.ts'
import { UserError } from '#messages/user-error.ts'
import { printError } from './print.ts'

/** A command of the program. Returns its exit code, 0 for success. */
export type Command = (settings: Settings, args: readonly string[]) => number | Promise<number>

/** Prints on the error stream why a command did nothing, and returns its exit code. */
export function fail(message: string): number {
  printError(`${message}\n`)
  return 1
}

/** Runs a command; an error that is for its user is printed. */
export async function exitCodeOf(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UserError) return fail(error.message)
    throw error
  }
}
