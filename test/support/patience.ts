import { slowdown } from '../coverage/measured.ts'

/**
 * How long, in milliseconds, a test waits for a state: against one that never comes, no measure of
 * speed.
 */
export const patience = 60_000 * slowdown
