import type { opennessHeadings } from '#schema/openness-headings.ts'

type Columns<K extends keyof typeof opennessHeadings> = Readonly<
  Record<Exclude<keyof (typeof opennessHeadings)[K], 'unit' | 'id'>, readonly string[]>
>

/**
 * The place of each column of the ledger's spreadsheet in a record, as keys from the outside in; the
 * interpretation of a row is one of its `items`.
 */
export const opennessColumns: {
  readonly policies: Columns<'policies'>
  readonly consultations: Columns<'consultations'>
} = {
  policies: {
    title: ['title'],
    number: ['number'],
    kind: ['kind'],
    disclosure: ['disclosure'],
    published: ['published'],
    url: ['url'],
    interpretation: ['interpretation', 'items', 'title'],
    form: ['interpretation', 'items', 'form'],
    interpreted: ['interpretation', 'items', 'published'],
    interpretation_url: ['interpretation', 'items', 'url'],
    links_to_policy: ['interpretation', 'items', 'links_to_policy'],
    linked_from_policy: ['interpretation', 'items', 'linked_from_policy'],
    drafted: ['interpretation', 'together', 'drafted'],
    reviewed: ['interpretation', 'together', 'reviewed'],
    published_together: ['interpretation', 'together', 'published'],
    sent: ['gazette', 'sent'],
    reason: ['gazette', 'reason'],
  },
  consultations: {
    title: ['title'],
    kind: ['kind'],
    means: ['means'],
    market_entities: ['market_entities'],
    opened: ['opened'],
    closes: ['closes'],
    shortened: ['shortened'],
    received: ['received'],
    adopted: ['adopted'],
    feedback: ['feedback', 'published'],
    url: ['url'],
    policy: ['policy'],
  },
}
