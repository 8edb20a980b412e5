import type { FormContext } from '#model/form-context.ts'

/** The kinds of records that a form can submit. */
export type FormKind = 'self-inspection' | 'rectification' | 'openness'

/** The data that a page with a form embeds for its script. */
export interface PageData {
  readonly kind: FormKind
  readonly context: FormContext
  /** The orders, issues or years for which a unit can fill in a file, in the order of their offer. */
  readonly subjects: readonly Subject[]
}

export interface Subject {
  /** The period of an order, the id of an issue, or a year. */
  readonly id: string
  readonly label: string
  /** Units that can fill in a file, in the order of the register or of names. */
  readonly units: readonly string[]
  /** Those of them whose file is in the site already and is continued. */
  readonly begun?: readonly string[]
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
