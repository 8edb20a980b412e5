import { type Deflate, deflateHere } from './deflate.ts'
import { cardDrawer, type ShareCard } from './share-picture.ts'

/** The parts of files that take long to compute and need no model, so that another thread can do it. */
export interface Compute {
  /** Compresses parts of workbooks and documents. */
  readonly deflate: Deflate
  /** Draws the preview picture of a page, as PNG. */
  readonly draw: (card: ShareCard) => Promise<Uint8Array<ArrayBuffer>>
}

/** Computes in the thread that asks for it. */
export const computeHere: Compute = {
  deflate: deflateHere,
  draw: (card) => Promise.resolve(cardDrawer()(card)),
}
