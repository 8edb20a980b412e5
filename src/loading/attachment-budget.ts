import { limits } from '#spreadsheet/limits.ts'
import { mostEntries } from './attachment-content.ts'

/** How much more of one attachment, with all archives and documents in it, is read; counted down. */
export interface AttachmentBudget {
  /** Inflated, in bytes. */
  bytes: number
  /** Entries of archives. */
  entries: number
  /** Places for cells in sheets. */
  cells: number
  /** Pieces of text: a paragraph, a cell. */
  texts: number
  /** Of these pieces together; a text that many cells share counts for each of them. */
  characters: number
}

const megabyte = 1024 * 1024

/** A page of text takes a few kilobytes, a table of 20,000 rows and 40 columns 800,000 texts. */
export const wholeBudget = (): AttachmentBudget => ({
  bytes: 128 * megabyte,
  entries: mostEntries,
  cells: limits.cells,
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
