/** A link as a component prints it. */
export interface Link {
  label: string
  /** Root-absolute (`/units.html`) or the full address of another site. */
  href?: string | undefined
}

/** `alert` is for what failed or is known to be overdue, nothing else. */
export type Tone = 'neutral' | 'due' | 'done' | 'alert'

export interface State {
  label: string
  tone: Tone
}

/** The sentence a fact rests on. */
export interface Source {
  /** As printed, without quotation marks. */
  quote?: string | undefined
  /** The document and, where known, its section. */
  document: string
  /** The place in the document. */
  href?: string | undefined
}
