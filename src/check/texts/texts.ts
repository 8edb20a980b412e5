import { Memoized } from '#model/memoized.ts'
import { authoredFile } from '#schema/authored-files.ts'
import { type Bulletin, nested } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { atKey, atValue, type Place, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { type CheckInput, inspectionFile, statementFile } from '../check.ts'

/** A piece of text in an authored file. */
export interface TypedText {
  readonly file: string
  readonly text: string
  /** The place of a match at an index of the text. For YAML it is the whole value. */
  readonly placeAt: (index: number) => Place
  /** Path in a data file; null in a bulletin. */
  readonly path: Path | null
  /** A long number typed without quotes, which may be an account or a telephone number. */
  readonly isNumber?: true
  /** A part of a text that is interrupted by references to data, so not a paragraph of its own. */
  readonly isPart?: true
}

/** A record with its texts, which are collected when a rule first needs them. */
interface Texts {
  readonly of: object
  /** The file of the record; null if there are several. */
  readonly file: string | null
  readonly texts: () => readonly TypedText[]
}

/**
 * Finds problems in single texts, including keys. Results are cached by record, so that a server
 * that checks after each change only looks at changed records.
 *
 * @param find finds the problems of a text; it gets the record and the result of `restsOn` and must
 * not use anything else
 * @param restsOn what the problems depend on besides the record
 */
export function inEveryText(
  find: (text: TypedText, on: string, record: object) => readonly Problem[],
  restsOn: (dataset: Dataset) => string = () => '',
): (input: CheckInput) => Problem[] {
  const found = new Memoized<{ last?: Found }>()
  return (input) => {
    const on = restsOn(input.dataset)
    return textsOf(input).flatMap(({ of, file, texts }) => {
      const cache = found.of(of, () => ({}))
      if (cache.last?.on === on && cache.last.file === file) return cache.last.problems
      const problems = texts().flatMap((text) => find(text, on, of))
      cache.last = { file, on, problems }
      return problems
    })
  }
}

interface Found {
  readonly file: string | null
  readonly on: string
  readonly problems: readonly Problem[]
}

/** Cached by the input of one run, so that the texts are released after it. */
const listed = new Memoized<readonly Texts[]>()

/** Every text of the data and the bulletins, by record. */
const textsOf = (input: CheckInput): readonly Texts[] =>
  listed.of(input, () => listOf(input.dataset))

/** The texts of one record. */
function textsOfRecord(record: object, file: string): Texts {
  let walked: TypedText[] | undefined
  return {
    of: record,
    file,
    texts() {
      if (walked === undefined) collect(record, file, [], (walked = []))
      return walked
    },
  }
}

function listOf(dataset: Dataset): Texts[] {
  const { site, roster, units, channels, acknowledged } = dataset
  const others: TypedText[] = []
  collect(site, authoredFile('site'), [], others)
  collect({ roster, units, acknowledged: acknowledged?.units }, authoredFile('units'), [], others)
  collect({ channels, acknowledged: acknowledged?.channels }, authoredFile('channels'), [], others)
  for (const [id, catalogue] of Object.entries(dataset.catalogues))
    collect(catalogue, authoredFile('indicators', id), [], others)
  for (const [period, record] of Object.entries(dataset.registers))
    collect(record, authoredFile('register', period), [], others)
  collect({ corrections: dataset.withdrawals }, authoredFile('corrections'), [], others)
  return [
    { of: others, file: null, texts: () => others },
    ...dataset.inspections.map((one) => textsOfRecord(one, inspectionFile(one))),
    ...Object.entries(dataset.selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).map(([unit, report]) =>
        textsOfRecord(report, authoredFile('self-inspection', period, unit)),
      ),
    ),
    ...Object.entries(dataset.statements).flatMap(([issue, statements]) =>
      Object.entries(statements).map(([unit, statement]) =>
        textsOfRecord(statement, statementFile(issue, unit)),
      ),
    ),
    ...unitLedgers(dataset).map(({ year, unit, ledger }) =>
      textsOfRecord(ledger, authoredFile('openness', year, unit)),
    ),
    ...Object.entries(dataset.opennessOffice).map(([year, office]) =>
      textsOfRecord(office, authoredFile('openness-office', year)),
    ),
    ...Object.values(dataset.bulletins).map((bulletin) => ({
      of: bulletin,
      file: bulletinFile(bulletin),
      texts: () => textsOfBulletin(bulletin),
    })),
  ]
}

const bulletinFile = ({ id }: Bulletin): string => authoredFile('bulletin', id)

const textsOfBulletin = (bulletin: Bulletin): TypedText[] =>
  bulletin.blocks.flatMap((block) => {
    if (block.type === 'appendix') return []
    const runs: Piece[][] = [[]]
    for (const node of nested(block.children))
      if (node.type === 'text') runs.at(-1)?.push(node)
      else if (node.type === 'break') runs.at(-1)?.push({ text: '\n', offset: null })
      else if (node.type === 'value') runs.push([])
    const isPart = runs.length > 1 ? ({ isPart: true } as const) : {}
    return runs
      .map((run) => run.map(({ text }) => text).join(''))
      .flatMap((text, n) =>
        text.trim() === ''
          ? []
          : [
              {
                file: bulletinFile(bulletin),
                text,
                placeAt: (index: number): Place => ({
                  at: 'offset',
                  offset: offsetIn(runs[n] ?? [], index),
                }),
                path: null,
                ...isPart,
              },
            ],
      )
  })

/**
 * A piece of a text that markup such as bold interrupts; null for a line break, which counts as one
 * character.
 */
interface Piece {
  readonly text: string
  readonly offset: number | null
}

/** The offset in the file of a character of the joined pieces. */
function offsetIn(pieces: readonly Piece[], index: number): number {
  let start = 0
  let found = 0
  for (const { text, offset } of pieces) {
    if (offset !== null) found = offset + Math.min(index - start, text.length)
    start += text.length
    if (index < start) break
  }
  return found
}

/** The Chinese names above a value and the heading of its column; empty if there are none. */
export function namesAbove(record: Partial<Inspection>, path: Path | null): string {
  const keys = (path ?? []).filter((key) => typeof key === 'string' && /\p{Script=Han}/u.test(key))
  const [kind, id, rows, , column] = path ?? []
  const head =
    kind === 'appendices' && rows === 'rows'
      ? record.appendices?.[String(id)]?.columns?.[Number(column)]
      : undefined
  return [...keys, ...(head === undefined ? [] : [head])].join('：')
}

/** Ids, dates, choices and keys, which are not prose. */
const bare = /^[a-z0-9_.:-]{0,40}$/
/**
 * Exceptions that may still need protection: numbers of eleven digits and addresses of machines.
 */
const sensitive =
  /\d(?:[.-]?\d){10}|\d\.\d+\.\d+\.\d|\.(?:local|lan|intranet|internal|localdomain|corp|arpa)\b/

function collect(value: unknown, file: string, path: Path, texts: TypedText[]): void {
  if (typeof value === 'string') {
    if (
      !bare.test(value) ||
      sensitive.test(value) ||
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
      if (!bare.test(key) || sensitive.test(key))
        texts.push({ file, text: key, placeAt: () => atKey(...here), path: here })
      collect(inner, file, here, texts)
    }
}
