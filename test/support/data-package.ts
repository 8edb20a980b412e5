import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse/sync'

// The requirements of the specification of a Tabular Data Package (Frictionless, version 1),
// without any code of the writer: https://specs.frictionlessdata.io

interface PackageField {
  readonly name: string
  readonly type: keyof typeof forms
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] }
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
}

interface Resource {
  readonly profile: string
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly schema: {
    readonly fields: readonly PackageField[]
    readonly missingValues?: readonly string[]
    readonly primaryKey?: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: string
      readonly reference: { readonly resource: string; readonly fields: string }
    }[]
  }
}

export interface DataPackage {
  readonly profile: string
  readonly resources: readonly Resource[]
}

/** How a value of a type is written by default (Table Schema, "Types and Formats"). */
const forms = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?\d+(\.\d+)?$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  boolean: null,
} as const

const profile = JSON.parse(
  readFileSync(`${import.meta.dirname}/frictionless/tabular-data-package.json`, 'utf8'),
) as Record<string, unknown>
// The profile is written in an older draft, and uses no feature that has changed since.
delete profile['$schema']
const isPackage = new Ajv({ strict: false, validateFormats: false }).compile(profile)

/** The faults that the official profile finds in a descriptor. */
export function profileFaults(descriptor: unknown): string[] {
  isPackage(descriptor)
  return (isPackage.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The rows of a CSV file, including the head; a byte-order mark is a part of the first name. */
const csvRows = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: false })

/**
 * All faults of a package and its files: the descriptor by the official profile, each file's size,
 * hash and head, the type of each cell, keys and relations.
 *
 * @param bytesOf the content of a file by its path in the descriptor
 */
export async function dataPackageFaults(
  descriptor: DataPackage,
  bytesOf: (path: string) => Uint8Array | Promise<Uint8Array>,
): Promise<string[]> {
  const faults = profileFaults(descriptor)
  const tables = new Map<string, readonly string[][]>()
  for (const { name, path, bytes, hash } of descriptor.resources) {
    const content = await bytesOf(path)
    if (content.length !== bytes) faults.push(`${name}: ${content.length} bytes, not ${bytes}`)
    if (hash !== `sha256:${createHash('sha256').update(content).digest('hex')}`)
      faults.push(`${name}: another hash`)
    tables.set(name, csvRows(content))
  }
  for (const resource of descriptor.resources)
    faults.push(...tableFaults(resource, tables).map((fault) => `${resource.name}: ${fault}`))
  return faults
}

function tableFaults(
  { name, schema }: Resource,
  tables: ReadonlyMap<string, readonly string[][]>,
): string[] {
  const { fields, missingValues = [''], primaryKey = [], foreignKeys = [] } = schema
  const [head = [], ...rows] = tables.get(name) ?? []
  const names = fields.map((field) => field.name)
  if (JSON.stringify(head) !== JSON.stringify(names)) return [`the head is ${head.join()}`]
  const isMissing = (cell: string): boolean => missingValues.includes(cell)
  const column = (field: string): string[] => rows.map((row) => row[names.indexOf(field)] ?? '')

  const cells = fields.flatMap((field) =>
    column(field.name)
      .filter((cell) => (isMissing(cell) ? isRequired(field) : !fits(field, cell)))
      .map((cell) => `${field.name} is "${cell}"`),
  )
  const keys = rows.map((row) => primaryKey.map((key) => row[names.indexOf(key)] ?? ''))
  const repeated = new Set(keys.map((key) => JSON.stringify(key))).size < rows.length
  const relations = foreignKeys.flatMap(({ fields: field, reference }) => {
    const [targetHead = [], ...target] = tables.get(reference.resource) ?? []
    const there = new Set(target.map((row) => row[targetHead.indexOf(reference.fields)]))
    return column(field)
      .filter((cell) => !isMissing(cell) && !there.has(cell))
      .map((cell) => `${field} refers to "${cell}", which is not in ${reference.resource}`)
  })
  return [
    ...(rows.length === 0 ? ['no row'] : []),
    ...cells,
    ...(primaryKey.length > 0 && repeated ? ['two rows have one key'] : []),
    ...keys.filter((key) => key.some(isMissing)).map(() => 'a key is missing'),
    ...relations,
  ]
}

const isRequired = ({ constraints }: PackageField): boolean => constraints?.required === true

function fits(
  { type, constraints, trueValues = [], falseValues = [] }: PackageField,
  cell: string,
) {
  const form = forms[type]
  const isOfType = form === null ? [...trueValues, ...falseValues].includes(cell) : form.test(cell)
  return isOfType && (constraints?.enum?.includes(cell) ?? true)
}
