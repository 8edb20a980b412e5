import { megabyte } from '#model/file-size.ts'
import { limits } from '../spreadsheet/limits.ts'
import { mostEntries } from './attachment-content.ts'
import { sharedWork } from './pdf-work.ts'

/** How much more of one attachment, with all archives and documents in it, is read; counted down. */
export interface AttachmentBudget {
  /** Inflated, in bytes. */
  bytes: number
  /** Entries of archives. */
  entries: number
  /** Places for cells in sheets. */
  cells: number
  /** Elements of XML parts, with text or without. */
  elements: number
  /** Pieces of text: a paragraph, a cell. */
  texts: number
  /** Of these pieces together, groups of digits for more; a text that many cells share counts for each of them. */
  characters: number
}

/** A page of text takes a few kilobytes, a table of 20,000 rows and 40 columns 800,000 texts. */
export const wholeBudget = (): AttachmentBudget => ({
  bytes: 128 * megabyte,
  entries: mostEntries,
  cells: limits.cells,
  elements: 4_000_000,
  texts: 1_000_000,
  characters: 64_000_000,
})

/** Thrown where an attachment holds more than its budget. */
export class TooMuch extends Error {}

/**
 * Takes so much of a budget; what is refused takes nothing.
 *
 * @throws TooMuch
 */
export function take(budget: AttachmentBudget, what: keyof AttachmentBudget, amount: number): void {
  if (amount > budget[what]) throw new TooMuch(what)
  budget[what] -= amount
}

/** How much more of all attachments of a run is read, beyond what each has of its own; counted down. */
export interface RunBudget extends AttachmentBudget {
  /** Work of reading PDF files, in the units of `unitsOf`. */
  pdfWork: number
}

const budgetKeys = ['bytes', 'entries', 'cells', 'elements', 'texts', 'characters'] as const

/** As much as 32 attachments that are made to take all that one may. */
export function runBudget(attachments = 32): RunBudget {
  const budget = { ...wholeBudget(), pdfWork: sharedWork }
  for (const key of budgetKeys) budget[key] *= attachments
  return budget
}

/** An attachment of this size, in bytes, has a whole budget of its own, a smaller one a share of it. */
const wholeAt = 3 * megabyte
const smallestShare = 1 / 32

/**
 * The budget of an attachment: what it has of its own, in step with its size, which is enough for any
 * ordinary one, and beyond that what is left for the run. So attachments that are made to take much are
 * refused sooner or later, and the others are read whatever stands before them.
 *
 * @returns also whether it is a whole budget, and what takes off the run what was read beyond its own
 */
export function takeFromRun(
  run: RunBudget,
  size: number,
): { budget: AttachmentBudget; isWhole: boolean; settle: () => void } {
  const share = Math.min(1, smallestShare + size / wholeAt)
  const own = wholeBudget()
  const budget = wholeBudget()
  let isWhole = true
  for (const key of budgetKeys) {
    own[key] = Math.ceil(own[key] * share)
    isWhole &&= own[key] + run[key] >= budget[key]
    budget[key] = Math.min(budget[key], own[key] + run[key])
  }
  const begun = { ...budget }
  const settle = (): void => {
    for (const key of budgetKeys) {
      const used = begun[key] - budget[key]
      run[key] = Math.max(0, run[key] - Math.max(0, used - own[key]))
    }
  }
  return { budget, isWhole, settle }
}
