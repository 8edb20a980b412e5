import type { FormContext } from '#model/form-context.ts'

/** What a form hands in. */
export type FormKind = 'self-inspection' | 'rectification'

/** What a page with a form carries: the same in the page and in its script. */
export interface PageData {
  readonly kind: FormKind
  readonly ground: FormContext
  /** The orders or issues that can be answered. */
  readonly subjects: readonly Subject[]
}

export interface Subject {
  /** The period of an order, or the id of an issue. */
  readonly id: string
  readonly label: string
  /** Units of which nothing is recorded here, in the order of the register. */
  readonly units: readonly string[]
  /** The deadline as it is printed. */
  readonly due?: string
  /** What the last inspection found, to check oneself against. */
  readonly checklist: readonly { readonly area: string; readonly points: readonly string[] }[]
  /** What it found at a unit itself. */
  readonly own: Readonly<Record<string, readonly string[]>>
}
