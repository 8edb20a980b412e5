import type { DailyState } from '#view/daily-state.ts'
import type { StateWords } from '#view/state-words.ts'

export interface State extends StateWords {
  /** Set when the state changes from day to day. */
  daily?: DailyState | undefined
}

/** The sentence of a document that a fact is based on. */
export interface Source {
  /** As printed, without quotation marks. */
  quote?: string | undefined
  /** The document and, where known, its section. */
  document: string
  /** The place in the document. */
  href?: string | undefined
}
