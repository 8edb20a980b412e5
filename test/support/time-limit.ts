import { vi } from 'vitest'
import { slowdown } from '../coverage/measured.ts'

/**
 * Gives each test and hook of the file that calls it more time than the usual three minutes, by which
 * a test that hangs is ended. The usual limit is three times and more what the slowest test needs on
 * an idle machine of two cores.
 */
export function allowMinutes(minutes: number): void {
  const limit = minutes * 60_000 * slowdown
  vi.setConfig({ testTimeout: limit, hookTimeout: limit })
}
