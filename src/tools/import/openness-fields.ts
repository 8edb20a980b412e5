import type { importFields } from '#schema/import-map.ts'
import { opennessColumns } from '#forms/openness-columns.ts'
import { missingWords } from '#model/figure.ts'
import { typedCell } from '#read/spreadsheet/sheet.ts'
import {
  consultationKinds,
  consultationMeans,
  disclosures,
  interpretationForms,
  policyKinds,
} from '#schema/openness-codes.ts'
import { choice, type Codec, countCell, dayCell, textCell, textOrReasonCell } from './codec.ts'

/** How a field of a ledger is written in a cell, and its place in the record. */
export interface OpennessField {
  readonly codec: Codec
  /** The key in its group. */
  readonly key: string
  /** The groups above it in the record; `items` for the interpretation of the row. */
  readonly groups: readonly string[]
  /** The word that stands for its group as a whole, with its code. */
  readonly instead?: readonly [word: string, code: string]
  /** Whether a new record, or a new interpretation, needs it. */
  readonly isRequired?: true
}

const words = (all: Readonly<Record<string, string>>): Codec =>
  choice(Object.entries(all).map(([code, name]) => [name, code] as const))
const yesNo = choice([
  ['是', true],
  ['否', false],
])

/** What may be unknown too, as the steps of 三同步. */
const yesNoOrReason = choice([
  ['是', true],
  ['否', false],
  [missingWords['not-stated'], 'not-stated'],
])

/** Several words in a cell, separated by 、. */
function severalWords(all: Readonly<Record<string, string>>): Codec {
  const one = words(all)
  return {
    read(cell, dataset) {
      const read = cell.text
        .split(/[、，,;；\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .map((word) => one.read(typedCell(word), dataset))
      const wrong = read.flatMap((reading) => ('says' in reading ? [reading.says] : []))
      return wrong.length > 0
        ? { says: wrong.join('') }
        : { value: read.flatMap((reading) => ('value' in reading ? [reading.value] : [])) }
    },
    show: (value, dataset) =>
      Array.isArray(value)
        ? value.map((code) => one.show(code, dataset)).join('、')
        : String(value),
    choices: () => Object.values(all),
    isList: true,
  }
}

/** The unit says itself that it has published no feedback. */
const notYet = ['还没有公布', 'not-yet'] as const

type Fields<K extends 'policies' | 'consultations'> = Exclude<
  keyof (typeof importFields)[K],
  'unit' | 'id'
>

/** The fields of an annual report, which a unit has once in a year. */
export const annualReportFields = {
  published: { codec: dayCell, isRequired: true },
  url: { codec: textCell, isRequired: false },
} as const

/** Whether a field is one of an interpretation, of which a document may have several. */
export const isOfItem = ({ groups }: Pick<OpennessField, 'groups'>): boolean =>
  groups.includes('items')

/** A field with its place in the record, which the browser form uses too. */
function fieldsOf<K extends keyof typeof opennessColumns>(
  kind: K,
  codecs: Readonly<Record<Fields<K>, Codec>>,
  required: readonly Fields<K>[],
): Readonly<Record<Fields<K>, OpennessField>> {
  const places: Readonly<Record<string, readonly string[]>> = opennessColumns[kind]
  const fields = Object.entries<Codec>(codecs).map(([field, codec]): [string, OpennessField] => {
    const path = places[field] ?? []
    return [
      field,
      {
        codec,
        key: path[path.length - 1] ?? '',
        groups: path.slice(0, -1),
        ...(field === 'feedback' ? { instead: notYet } : {}),
        ...(required.some((one) => one === field) ? { isRequired: true } : {}),
      },
    ]
  })
  return Object.fromEntries(fields) as Readonly<Record<Fields<K>, OpennessField>>
}

export const opennessFields = {
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
      drafted: yesNoOrReason,
      reviewed: yesNoOrReason,
      published_together: yesNoOrReason,
      sent: dayCell,
      reason: textCell,
    },
    ['title', 'kind', 'published', 'interpretation', 'form', 'interpreted'],
  ),
  consultations: fieldsOf(
    'consultations',
    {
      title: textCell,
      kind: words(consultationKinds),
      means: severalWords(consultationMeans),
      market_entities: yesNo,
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
