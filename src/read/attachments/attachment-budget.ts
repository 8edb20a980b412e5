import { megabyte } from '#model/file-size.ts'
import { limits } from '../spreadsheet/limits.ts'
import { maxArchiveEntries } from './attachment-content.ts'
import { sharedWork } from './pdf-work.ts'

/**
 * Remaining limits for reading one attachment, including nested archives and documents; counted
 * down.
 */
export interface AttachmentBudget {
  /** Decompressed bytes. */
  bytes: number
  /** Entries of archives. */
  entries: number
  /** Cells of sheets. */
  cells: number
  /** Elements of XML parts, with text or without. */
  elements: number
  /** Texts: paragraphs and cells. */
  texts: number
  /**
   * Characters of these texts together, where groups of digits count for more; a text that many
   * cells share counts for each of them.
   */
  characters: number
}

/**
 * The budget of one large attachment. A page takes a few kilobytes, a table of 20,000 rows and 40
 * columns has 800,000 texts.
 */
export const wholeBudget = (): AttachmentBudget => ({
  bytes: 128 * megabyte,
  entries: maxArchiveEntries,
  cells: limits.cells,
  elements: 4_000_000,
  texts: 1_000_000,
  characters: 64_000_000,
})

/** Thrown where an attachment exceeds its budget. */
export class TooMuch extends Error {}

/**
 * Subtracts an amount from a budget; a refused amount is not subtracted.
 *
 * @throws TooMuch
 */
export function spendBudget(
  budget: AttachmentBudget,
  what: keyof AttachmentBudget,
  amount: number,
): void {
  if (amount > budget[what]) throw new TooMuch(what)
  budget[what] -= amount
}

/**
 * Remaining budget for all attachments of a run, beyond what is reserved for each; counted down.
 */
export interface RunBudget extends AttachmentBudget {
  /** Work of reading PDF files, in the units of `unitsOf`. */
  pdfWork: number
}

const budgetKeys = ['bytes', 'entries', 'cells', 'elements', 'texts', 'characters'] as const

/** Enough for 32 attachments that use their whole budget. */
export function runBudget(attachments = 32): RunBudget {
  const budget = { ...wholeBudget(), pdfWork: sharedWork }
  for (const key of budgetKeys) budget[key] *= attachments
  return budget
}

/**
 * Size in bytes from which the whole budget is reserved for an attachment; smaller ones get a
 * share.
 */
const wholeAt = 3 * megabyte
const minShare = 1 / 32

/**
 * The budget of an attachment: a reserved share that grows with its size, which is enough for any
 * ordinary file, and beyond that what is left of the run. So attachments made to exhaust the budget
 * are refused at some point, and all others are read whatever comes before them.
 *
 * @returns also whether it is a whole budget, and a function that charges the run for what was read
 * beyond the reserved share
 */
export function takeFromRun(
  run: RunBudget,
  size: number,
): { budget: AttachmentBudget; isWhole: boolean; chargeRun: () => void } {
  const share = Math.min(1, minShare + size / wholeAt)
  const own = wholeBudget()
  const budget = wholeBudget()
  let isWhole = true
  for (const key of budgetKeys) {
    own[key] = Math.ceil(own[key] * share)
    isWhole &&= own[key] + run[key] >= budget[key]
    budget[key] = Math.min(budget[key], own[key] + run[key])
  }
  const begun = { ...budget }
  const chargeRun = (): void => {
    for (const key of budgetKeys) {
      const used = begun[key] - budget[key]
      run[key] = Math.max(0, run[key] - Math.max(0, used - own[key]))
    }
  }
  return { budget, isWhole, chargeRun }
}
