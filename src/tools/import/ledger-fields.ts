import type { importFields } from '#schema/import-map.ts'
import {
  consultationKinds,
  disclosures,
  interpretationForms,
  policyKinds,
} from '#schema/openness.ts'
import { choice, type Codec, count, day, text, textOrReason } from './codec.ts'

/** How a field of a ledger is written in a cell, and its place in the record. */
export interface LedgerField {
  readonly codec: Codec
  /** The key in its group. */
  readonly key: string
  /** The groups above it in the record; `items` for the interpretation of the row. */
  readonly groups: readonly string[]
  /** Whether a new record, or a new interpretation, needs it. */
  readonly isRequired?: true
}

const words = (all: Readonly<Record<string, string>>): Codec =>
  choice(Object.entries(all).map(([code, name]) => [name, code] as const))
const yesNo = choice([
  ['是', true],
  ['否', false],
])

type Fields<K extends 'policies' | 'consultations'> = Exclude<
  keyof (typeof importFields)[K],
  'unit' | 'id'
>

const item = ['interpretation', 'items'] as const

export const ledgerFields: {
  readonly policies: Readonly<Record<Fields<'policies'>, LedgerField>>
  readonly consultations: Readonly<Record<Fields<'consultations'>, LedgerField>>
} = {
  policies: {
    title: { codec: text, key: 'title', groups: [], isRequired: true },
    number: { codec: textOrReason, key: 'number', groups: [] },
    kind: { codec: words(policyKinds), key: 'kind', groups: [], isRequired: true },
    disclosure: { codec: words(disclosures), key: 'disclosure', groups: [] },
    published: { codec: day, key: 'published', groups: [], isRequired: true },
    url: { codec: text, key: 'url', groups: [] },
    interpretation: { codec: text, key: 'title', groups: item, isRequired: true },
    form: { codec: words(interpretationForms), key: 'form', groups: item, isRequired: true },
    interpreted: { codec: day, key: 'published', groups: item, isRequired: true },
    interpretation_url: { codec: text, key: 'url', groups: item },
    links_to_policy: { codec: yesNo, key: 'links_to_policy', groups: item },
    linked_from_policy: { codec: yesNo, key: 'linked_from_policy', groups: item },
    sent: { codec: day, key: 'sent', groups: ['gazette'] },
  },
  consultations: {
    title: { codec: text, key: 'title', groups: [], isRequired: true },
    kind: { codec: words(consultationKinds), key: 'kind', groups: [], isRequired: true },
    opened: { codec: day, key: 'opened', groups: [], isRequired: true },
    closes: { codec: day, key: 'closes', groups: [], isRequired: true },
    shortened: { codec: text, key: 'shortened', groups: [] },
    received: { codec: count, key: 'received', groups: [] },
    adopted: { codec: count, key: 'adopted', groups: [] },
    feedback: { codec: day, key: 'published', groups: ['feedback'] },
    url: { codec: text, key: 'url', groups: [] },
    policy: { codec: text, key: 'policy', groups: [] },
  },
}
