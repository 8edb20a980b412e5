import type { Problem } from './problem.ts'

/**
 * The one word for what is still to be filled in, as commands write it and as anybody may: as a text,
 * as a part of one, or in place of a number, a day or a choice.
 */
export const toFill = '待填写'

/** Whether somebody is still to fill in a value. */
export const isToFill = (value: unknown): boolean =>
  typeof value === 'string' && value.trim().startsWith(toFill)

/** A problem that says only that something is not finished: it stops a release, not a preview. */
export const isUnfinished = ({ code, level }: Problem): boolean =>
  code === 'text-unfinished' && level === 'error'
