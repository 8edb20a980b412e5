import { type Bulletin, inlineNodes } from '#domain/bulletin.ts'
import type { Dataset } from '#domain/dataset.ts'
import { atKey, atValue, type Path, type Place, type Problem } from '#problems/problem.ts'
import { inspectionFile, statementFile } from './check.ts'

/** A piece of text that somebody typed. */
export interface TypedText {
  readonly file: string
  readonly text: string
  /** Where a match at a place in the text stands: YAML values are pointed at whole. */
  readonly placeAt: (index: number) => Place
  /** Path of keys in a data file; null in a bulletin. */
  readonly path: Path | null
  /** A long number that was typed without quotes: an account or a telephone may be one. */
  readonly isNumber?: true
}

let walked = new WeakMap<Dataset, readonly (readonly TypedText[])[]>()

/**
 * Problems in single texts, among them names on the left of a colon. They are looked for once in the
 * texts of a record: a server that checks again after each change has nearly all records again.
 *
 * @param restsOn what of the dataset they rest on beside the record
 */
export function inEveryText(
  find: (text: TypedText, dataset: Dataset) => readonly Problem[],
  restsOn: (dataset: Dataset) => string = () => '',
): (dataset: Dataset) => Problem[] {
  const found = new WeakMap<
    readonly TypedText[],
    { readonly on: string; readonly problems: readonly Problem[] }
  >()
  return (dataset) => {
    const on = restsOn(dataset)
    return textsOf(dataset).flatMap((texts) => {
      const known = found.get(texts)
      if (known?.on === on) return known.problems
      const problems = texts.flatMap((text) => find(text, dataset))
      found.set(texts, { on, problems })
      return problems
    })
  }
}

/** Every text of the data and the bulletins, by the record that it is of; walked once. */
function textsOf(dataset: Dataset): readonly (readonly TypedText[])[] {
  const known = walked.get(dataset)
  if (known !== undefined) return known
  const texts = walk(dataset)
  walked.set(dataset, texts)
  return texts
}

let walkedRecords = new WeakMap<object, { file: string; texts: readonly TypedText[] }>()

/** The texts of one record; a server that checks again after each change has the same records again. */
function textsOfRecord(record: object, file: string): readonly TypedText[] {
  const known = walkedRecords.get(record)
  if (known?.file === file) return known.texts
  const texts: TypedText[] = []
  collect(record, file, [], texts)
  walkedRecords.set(record, { file, texts })
  return texts
}

function walk(dataset: Dataset): (readonly TypedText[])[] {
  const { site, roster, units, channels, acknowledged } = dataset
  const others: TypedText[] = []
  collect(site, 'data/site.yaml', [], others)
  collect({ roster, units, acknowledged: acknowledged?.units }, 'data/units.yaml', [], others)
  collect({ channels, acknowledged: acknowledged?.channels }, 'data/channels.yaml', [], others)
  for (const [id, catalogue] of Object.entries(dataset.catalogues))
    collect(catalogue, `data/indicators/${id}.yaml`, [], others)
  for (const [period, record] of Object.entries(dataset.registers))
    collect(record, `data/registers/${period}.yaml`, [], others)
  collect({ corrections: dataset.withdrawals }, 'data/corrections.yaml', [], others)
  return [
    others,
    ...dataset.inspections.map((one) => textsOfRecord(one, inspectionFile(one))),
    ...Object.entries(dataset.selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).map(([unit, report]) =>
        textsOfRecord(report, `data/self-inspections/${period}/${unit}.yaml`),
      ),
    ),
    ...Object.entries(dataset.statements).flatMap(([issue, statements]) =>
      Object.entries(statements).map(([unit, statement]) =>
        textsOfRecord(statement, statementFile(issue, unit)),
      ),
    ),
    ...Object.values(dataset.bulletins).map(textsOfBulletin),
  ]
}

const textsOfBulletin = (bulletin: Bulletin): TypedText[] =>
  [...inlineNodes(bulletin)].flatMap((node) =>
    node.type === 'text'
      ? [
          {
            file: `content/bulletins/${bulletin.id}.mdx`,
            text: node.text,
            placeAt: (index: number): Place => ({ at: 'offset', offset: node.offset + index }),
            path: null,
          },
        ]
      : [],
  )

/** Forgets the texts of every dataset and record. */
export function forgetTypedTexts(): void {
  walked = new WeakMap()
  walkedRecords = new WeakMap()
}

/** Ids, dates, choices and the names of fields: nothing that is prose. */
const bare = /^[a-z0-9_.:-]{0,40}$/
const longNumber = /\d{11}/

function collect(value: unknown, file: string, path: Path, texts: TypedText[]): void {
  if (typeof value === 'string') {
    if (
      !bare.test(value) ||
      longNumber.test(value) ||
      /^(?:x+|todo|tbd|fixme|placeholder)$/.test(value)
    )
      texts.push({ file, text: value, placeAt: () => atValue(...path), path })
  } else if (typeof value === 'number') {
    if (value >= 1e10 && Number.isInteger(value)) {
      const text = value.toLocaleString('en-US', { useGrouping: false })
      texts.push({ file, text, placeAt: () => atValue(...path), path, isNumber: true })
    }
  } else if (Array.isArray(value))
    for (const [n, item] of value.entries()) collect(item, file, [...path, n], texts)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key]
      if (!bare.test(key) || longNumber.test(key))
        texts.push({ file, text: key, placeAt: () => atKey(...here), path: here })
      collect(inner, file, here, texts)
    }
}

/** Full-width signs and spaces as half-width ones; every character keeps its place. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')

/** A text without the addresses in it, whose long numbers are nobody's; of the same length. */
export const withoutAddresses = (text: string): string =>
  text.includes('://')
    ? text.replace(/https?:\/\/[\x21-\x7e]+/g, (address) => ' '.repeat(address.length))
    : text
