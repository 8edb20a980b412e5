import type { Problem } from './problem.ts'

/**
 * The placeholder for a value that still has to be filled in, used by commands and authors alike:
 * as a text or part of one, or instead of a number, a date or a choice.
 */
export const toFill = '待填写'

/** Whether a value is a placeholder that still has to be filled in. */
export const isToFill = (value: unknown): boolean =>
  typeof value === 'string' && value.trim().startsWith(toFill)

/**
 * Whether a problem only says that something is unfinished. It prevents a release but not a
 * preview.
 */
export const isUnfinished = ({ code, level }: Problem): boolean =>
  code === 'text-unfinished' && level === 'error'
