import { megabyte } from '#model/file-size.ts'

/**
 * Work is counted in units, not in time, so that a file is read to the same place on every machine. A
 * unit takes 3 to 6 µs of a processor; 300 dense pages take 35,000.
 */
export const unitsOf = {
  /** A look at the clock by pdf.js: once a content stream that it begins, and every 100 operators. */
  step: 5,
  /** A piece of text. */
  item: 1,
  /** So many bytes, inflated. */
  bytes: 100,
  /** So many characters. */
  characters: 20,
} as const

/** A bulletin has ten pages, the longest yearbook a thousand. */
export const mostPages = 3_000

/** The most work that the reading of one PDF takes. */
export const mostWork = (size: number): number => Math.ceil(400_000 + (300_000 * size) / megabyte)

/** Of this each attachment has its own; what is above it comes out of what all of a run share. */
export const ownWork = (size: number): number => Math.ceil(mostWork(size) / 3)

/** What all attachments of a run share: as much as a hundred small PDF files may take. */
export const sharedWork = 100 * mostWork(0)

/** How much more work may be done; counted down. */
export interface WorkLeft {
  /** Of each attachment alone. */
  readonly own: number[]
  /** Of all together, when their own is spent. */
  shared: number
}

/** How much of an attachment's file may be read, at most `most`. */
export const workFor = ({ own, shared }: WorkLeft, attachment: number, most: number): number =>
  Math.min(most, (own[attachment] ?? 0) + shared)

/** Takes work that was done off what is left. */
export function spend(left: WorkLeft, attachment: number, amount: number): void {
  const own = left.own[attachment] ?? 0
  const fromOwn = Math.min(own, amount)
  left.own[attachment] = own - fromOwn
  left.shared = Math.max(0, left.shared - (amount - fromOwn))
}

/** What `readPdfs` asks of the process that it starts, on the first line of its input. */
export interface PdfTask {
  readonly files: readonly {
    readonly length: number
    readonly attachment: number
    readonly most: number
  }[]
  readonly left: WorkLeft
  /** Of the process, in megabytes. */
  readonly memory: number
  /** Of a processor: for each file, and for each unit of its work, in milliseconds. */
  readonly time: { readonly file: number; readonly unit: number }
}

/** What the process says of a file, a line each; `end` is the last. */
export type PdfLine =
  | { readonly started: true }
  | { readonly where: string; readonly text: string }
  | {
      readonly end: 'read' | 'too-much' | 'locked' | 'broken' | 'damaged' | 'too-many-pages'
      readonly active: readonly string[]
      readonly work: number
    }
