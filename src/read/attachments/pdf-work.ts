import { megabyte } from '#model/file-size.ts'

/**
 * Work is counted in units, not in time, so that reading stops at the same place on every machine.
 * A unit takes 3 to 6 µs of processor time; 300 dense pages take 35,000 units.
 */
export const workUnits = {
  /** A call of `Date.now` by pdf.js: one for each content stream, and one every 100 operators. */
  step: 5,
  /** A text item. */
  item: 1,
  /** Decompressed bytes for each unit. */
  bytes: 100,
  /** Characters for each unit. */
  characters: 20,
} as const

/** A bulletin has about ten pages, the longest yearbook a thousand. */
export const maxPages = 3_000

/** Limit of work for one PDF of a size in bytes. */
export const maxWork = (size: number): number => Math.ceil(400_000 + (300_000 * size) / megabyte)

/** Work reserved for each attachment; what it needs beyond that comes from the shared work. */
export const ownWork = (size: number): number => Math.ceil(maxWork(size) / 3)

/** Work shared by all attachments of a run: as much as a hundred small PDF files may take. */
export const sharedWork = 100 * maxWork(0)

/** Remaining work; counted down. */
export interface WorkLeft {
  /** Reserved for each attachment. */
  readonly own: number[]
  /** Shared by all, once the reserved work is used up. */
  shared: number
}

/** Work available for a file of an attachment, at most `most`. */
export const workFor = ({ own, shared }: WorkLeft, attachment: number, most: number): number =>
  Math.min(most, (own[attachment] ?? 0) + shared)

/** Subtracts finished work from the remaining work. */
export function spend(left: WorkLeft, attachment: number, amount: number): void {
  const own = left.own[attachment] ?? 0
  const fromOwn = Math.min(own, amount)
  left.own[attachment] = own - fromOwn
  left.shared = Math.max(0, left.shared - (amount - fromOwn))
}

/** The task that `readPdfs` sends to its child process, on the first line of its input. */
export interface PdfTask {
  readonly files: readonly {
    readonly length: number
    readonly attachment: number
    readonly most: number
  }[]
  readonly left: WorkLeft
  /** Memory limit of the process, in megabytes. */
  readonly memory: number
  /** Processor time for each file and for each unit of its work, in milliseconds. */
  readonly time: { readonly file: number; readonly unit: number }
}

/** Output of the process, one JSON line each; `end` is the last line of a file. */
export type PdfLine =
  | { readonly started: true }
  | { readonly where: string; readonly text: string }
  | {
      readonly end: 'read' | 'too-much' | 'locked' | 'broken' | 'damaged' | 'too-many-pages'
      readonly active: readonly string[]
      readonly work: number
    }
