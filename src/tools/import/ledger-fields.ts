import type { importFields } from '#schema/import-map.ts'
import {
  consultationKinds,
  disclosures,
  interpretationForms,
  policyKinds,
} from '#schema/openness.ts'
import { choice, type Codec, countCell, dayCell, textCell, textOrReasonCell } from './codec.ts'

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
    title: { codec: textCell, key: 'title', groups: [], isRequired: true },
    number: { codec: textOrReasonCell, key: 'number', groups: [] },
    kind: { codec: words(policyKinds), key: 'kind', groups: [], isRequired: true },
    disclosure: { codec: words(disclosures), key: 'disclosure', groups: [] },
    published: { codec: dayCell, key: 'published', groups: [], isRequired: true },
    url: { codec: textCell, key: 'url', groups: [] },
    interpretation: { codec: textCell, key: 'title', groups: item, isRequired: true },
    form: { codec: words(interpretationForms), key: 'form', groups: item, isRequired: true },
    interpreted: { codec: dayCell, key: 'published', groups: item, isRequired: true },
    interpretation_url: { codec: textCell, key: 'url', groups: item },
    links_to_policy: { codec: yesNo, key: 'links_to_policy', groups: item },
    linked_from_policy: { codec: yesNo, key: 'linked_from_policy', groups: item },
    sent: { codec: dayCell, key: 'sent', groups: ['gazette'] },
  },
  consultations: {
    title: { codec: textCell, key: 'title', groups: [], isRequired: true },
    kind: { codec: words(consultationKinds), key: 'kind', groups: [], isRequired: true },
    opened: { codec: dayCell, key: 'opened', groups: [], isRequired: true },
    closes: { codec: dayCell, key: 'closes', groups: [], isRequired: true },
    shortened: { codec: textCell, key: 'shortened', groups: [] },
    received: { codec: countCell, key: 'received', groups: [] },
    adopted: { codec: countCell, key: 'adopted', groups: [] },
    feedback: { codec: dayCell, key: 'published', groups: ['feedback'] },
    url: { codec: textCell, key: 'url', groups: [] },
    policy: { codec: textCell, key: 'policy', groups: [] },
  },
}
