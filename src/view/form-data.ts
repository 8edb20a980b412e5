import type { FormContext } from '#model/form-context.ts'

/** The kinds of records that a form can submit. */
export type FormKind = 'self-inspection' | 'rectification'

/** The data that a page with a form embeds for its script. */
export interface PageData {
  readonly kind: FormKind
  readonly context: FormContext
  /** The orders or issues that can be answered, in the order in which a unit is offered them. */
  readonly subjects: readonly Subject[]
}

export interface Subject {
  /** The period of an order, or the id of an issue. */
  readonly id: string
  readonly label: string
  /** Units without a record here, in the order of the register. */
  readonly units: readonly string[]
  /** The deadline as it is printed. */
  readonly due?: string
  /** Whether the deadline has passed and no look of the office at the reports is recorded. */
  readonly isPast?: boolean
  /** The day on which the office looked after the deadline and did not find the units' reports. */
  readonly lookedOn?: string
  /** The findings of the last inspection, as a checklist. */
  readonly checklist: readonly { readonly area: string; readonly points: readonly string[] }[]
  /** The findings of that inspection at each unit. */
  readonly own: Readonly<Record<string, readonly string[]>>
}
