import type { importFields } from '#schema/import-map.ts'
import { ledgerColumns } from '#forms/ledger-columns.ts'
import {
  consultationKinds,
  disclosures,
  interpretationForms,
  policyKinds,
} from '#schema/openness-codes.ts'
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

/** A field with its place in the record, which the browser form uses too. */
function fieldsOf<K extends keyof typeof ledgerColumns>(
  kind: K,
  codecs: Readonly<Record<Fields<K>, Codec>>,
  required: readonly Fields<K>[],
): Readonly<Record<Fields<K>, LedgerField>> {
  const places: Readonly<Record<string, readonly string[]>> = ledgerColumns[kind]
  const fields = Object.entries<Codec>(codecs).map(([field, codec]): [string, LedgerField] => {
    const path = places[field] ?? []
    return [
      field,
      {
        codec,
        key: path[path.length - 1] ?? '',
        groups: path.slice(0, -1),
        ...(required.some((one) => one === field) ? { isRequired: true } : {}),
      },
    ]
  })
  return Object.fromEntries(fields) as Readonly<Record<Fields<K>, LedgerField>>
}

export const ledgerFields = {
  policies: fieldsOf(
    'policies',
    {
      title: textCell,
      number: textOrReasonCell,
      kind: words(policyKinds),
      disclosure: words(disclosures),
      published: dayCell,
      url: textCell,
      interpretation: textCell,
      form: words(interpretationForms),
      interpreted: dayCell,
      interpretation_url: textCell,
      links_to_policy: yesNo,
      linked_from_policy: yesNo,
      sent: dayCell,
    },
    ['title', 'kind', 'published', 'interpretation', 'form', 'interpreted'],
  ),
  consultations: fieldsOf(
    'consultations',
    {
      title: textCell,
      kind: words(consultationKinds),
      opened: dayCell,
      closes: dayCell,
      shortened: textCell,
      received: countCell,
      adopted: countCell,
      feedback: dayCell,
      url: textCell,
      policy: textCell,
    },
    ['title', 'kind', 'opened', 'closes'],
  ),
}
