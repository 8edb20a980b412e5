import { jsonText } from '#model/json-text.ts'
import { sha256 } from '#model/sha256.ts'
import { termsText } from '#model/terms.ts'
import { plainCsv } from '../tables/csv.ts'
import {
  type Column,
  explained,
  explainedInEnglish,
  gapWordsOf,
  type Provenance,
  type Table,
} from '#view/tables/table.ts'

/** A file as a catalogue lists it. */
export interface FileFacts {
  /** Relative to the catalogue. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** @param path from the place of the catalogue that lists the file */
export const fileFacts = (path: string, content: Uint8Array | string): FileFacts => ({
  path,
  bytes: Buffer.byteLength(content),
  sha256: sha256(content),
})

interface PackageFacts {
  /** ASCII letters, digits and hyphens only. */
  readonly name: string
  readonly description: string
  /** Public address of the page of the data, where it is known. */
  readonly homepage?: string | undefined
  readonly tables: readonly { readonly table: Table; readonly file: FileFacts }[]
}

/** The tables as a Tabular Data Package (Frictionless, version 1), without a creation date. */
export function dataPackage(facts: PackageFacts, provenance: Provenance): string {
  const { subject, notice, publisher, source, licence } = provenance
  const { name, description, homepage, tables } = facts
  const known = new Map(tables.map(({ table }) => [table.name, table]))
  const descriptor = {
    profile: 'tabular-data-package',
    name,
    title: subject,
    description: `${description}${termsText({ ...(notice === undefined ? {} : { notice }), licence })}`,
    ...(homepage === undefined ? {} : { homepage }),
    ...(licence?.address === undefined
      ? {}
      : { licenses: [{ path: licence.address, title: licence.name }] }),
    ...(source === undefined ? {} : { sources: [addressed(source)] }),
    ...(publisher === undefined ? {} : { contributors: [{ title: publisher, role: 'publisher' }] }),
    resources: tables.map(({ table, file }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path: file.path,
      title: table.title,
      description: `${table.description}\n\n${table.englishDescription}`,
      format: plainCsv.extension,
      mediatype: plainCsv.mediaType,
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      dialect: {
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        skipInitialSpace: false,
        header: true,
      },
      schema: tableSchema(table, known),
    })),
  }
  return jsonText(descriptor)
}

const addressed = ({ title, address }: NonNullable<Provenance['source']>) => ({
  title,
  ...(address === undefined ? {} : { path: address }),
})

/** A Table Schema; its fields have the names of the CSV header. */
function tableSchema({ columns, key }: Table, known: ReadonlyMap<string, Table>) {
  const column = (name: string): Column | undefined => columns.find((one) => one.key === name)
  const reasons = [...new Set(columns.flatMap(gapWordsOf))]
  const keys = key.flatMap((name) => column(name) ?? [])
  const foreignKeys = columns.flatMap((one) => {
    const target = one.refersTo === undefined ? undefined : known.get(one.refersTo)
    const [only] = target?.columns ?? []
    if (target === undefined || only === undefined) return []
    const reference = { resource: target.name, fields: only.title }
    return [{ fields: one.title, reference }]
  })
  return {
    fields: columns.map(field),
    ...(reasons.length === 0 ? {} : { missingValues: reasons }),
    // The values of a primary key must not be missing.
    ...(keys.some(({ gaps = [] }) => gaps.length > 0)
      ? {}
      : { primaryKey: keys.map(({ title }) => title) }),
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  }
}

const types = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  date: { type: 'date' },
  'yes-no': { type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
  list: { type: 'string' },
} as const

function field(column: Column) {
  const { title, english, type, gaps = [], codes, tellsReasons = false } = column
  const constraints = {
    // Programs treat the words of `missingValues` as missing in every column.
    ...(gaps.length === 0 && !tellsReasons ? { required: true } : {}),
    ...(codes === undefined ? {} : { enum: Object.keys(codes) }),
  }
  return {
    name: title,
    title: english,
    description: `${explained(column)}\n\n${explainedInEnglish(column)}`,
    ...types[type],
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  }
}
