import { computedOnce } from './memoized.ts'
import {
  type CountName,
  countNames,
  type Figure,
  type Measure,
  numberKeys,
  type Tally,
} from '#schema/figure.ts'
import type { Group } from '#schema/group.ts'
import type { Missing } from '#schema/scalars.ts'

/** The text on the page for each reason why a value is missing. */
export const missingWords: Readonly<Record<Missing, string>> = {
  'not-stated': '文件未写明',
  illegible: '无法辨认',
  'not-applicable': '不适用',
  'not-recorded': '本站未收录',
}

/** Whether a value is a reason why there is none. */
export const isMissing = (value: unknown): value is Missing =>
  typeof value === 'string' && Object.hasOwn(missingWords, value)

interface Hedged {
  readonly value?: number | Missing | undefined
  readonly values?: readonly number[] | undefined
  readonly stated?: string | undefined
  readonly at_least?: number | undefined
  readonly at_most?: number | undefined
  readonly above?: number | undefined
  readonly below?: number | undefined
  readonly approximate?: boolean | undefined
}

/** The number of a figure or measure; null when there is none, or only a bound or words. */
export function numberOf(figure: Figure | Measure | undefined): number | null {
  const value = typeof figure === 'object' ? figure.value : figure
  return typeof value === 'number' ? value : null
}

/** The range that certainly contains the true number; null for a side without a bound. */
interface Bounds {
  readonly least: number | null
  readonly most: number | null
}

/** The largest relative error of a number that a document calls approximate. */
const approximateMargin = 0.1

/** The bounds of a figure or measure; both equal the number unless the document qualifies it. */
export function boundsOf(figure: Figure | Measure | undefined): Bounds {
  const number = numberOf(figure)
  if (typeof figure !== 'object') return { least: number, most: number }
  const least = number ?? figure.at_least ?? figure.above ?? null
  const most = number ?? figure.at_most ?? figure.below ?? null
  if (!isRough(figure)) return { least, most }
  return {
    least: least === null ? null : least - approximateMargin * Math.abs(least),
    most: most === null ? null : most + approximateMargin * Math.abs(most),
  }
}

const isRough = ({ approximate, stated = '' }: Hedged): boolean =>
  approximate === true || /约|近|余|多|几|左右|上下/.test(stated)

/**
 * The text of a figure on the page: as the document printed it, else the number, else the reason
 * why there is none.
 */
export function figureText(figure: Figure | Measure): string {
  if (typeof figure !== 'object') return valueText(figure)
  return figure.stated ?? hedgedText(figure)
}

const valueText = (value: number | Missing): string =>
  typeof value === 'number' ? plainNumber(value) : missingWords[value]

/** Digits without an exponent and without grouping, as official prose writes numbers. */
const plainNumber = (number: number): string =>
  Number.isSafeInteger(number) ? String(number) : decimalFormat().format(number)

/** Created on first use, because it loads the data of a locale. */
const decimalFormat = computedOnce(
  () => new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 10 }),
)

function hedgedText(figure: Hedged): string {
  const { value, values = [], at_least, at_most, above, below, approximate } = figure
  const bounds = [
    at_least === undefined ? null : `不少于${plainNumber(at_least)}`,
    above === undefined ? null : `超过${plainNumber(above)}`,
    at_most === undefined ? null : `不超过${plainNumber(at_most)}`,
    below === undefined ? null : `低于${plainNumber(below)}`,
  ].filter((bound) => bound !== null)
  const number = value === undefined ? [] : [valueText(value)]
  if (values.length > 0) number.push(values.map(plainNumber).join('、'))
  // A document may state only how a number changed.
  if (number.length + bounds.length === 0) return missingWords['not-stated']
  return `${approximate === true ? '约' : ''}${[...number, ...bounds].join('，')}`
}

/**
 * A measure with its unit; a text as printed already contains it.
 *
 * @param whole unit of the whole, used by a part without a unit of its own
 */
export function measureText(measure: Measure, whole = ''): string {
  if (typeof measure !== 'object')
    return `${valueText(measure)}${typeof measure === 'number' ? whole : ''}`
  if (measure.stated !== undefined) return measure.stated
  const unit =
    typeof measure.value === 'string' || !statesNumber(measure) ? '' : (measure.unit ?? whole)
  const full = measure.full === undefined ? '' : `（满分${plainNumber(measure.full)}${unit}）`
  return `${hedgedText(measure)}${unit}${full}`
}

/** The name of a count: the document's own word, else the usual one. */
export function calledCount(tally: Tally, name: CountName): string {
  const figure = tally[name]
  return (typeof figure === 'object' ? figure.called : undefined) ?? countNames[name]
}

/**
 * A number of a block by its printed name: a count that the document calls so, a free figure, one of
 * its parts, or a part of a split.
 */
export function figureCalled(
  { tally = {}, figures = {}, splits = {} }: Pick<Group, 'tally' | 'figures' | 'splits'>,
  name: string,
): Figure | Measure | undefined {
  const counts = Object.keys(tally) as CountName[]
  const count = counts.find((key) => calledCount(tally, key) === name)
  if (count !== undefined) return tally[count]
  const inner = Object.values(figures).map((measure) =>
    typeof measure === 'object' ? (measure.parts ?? {}) : {},
  )
  for (const record of [figures, ...inner]) if (Object.hasOwn(record, name)) return record[name]
  for (const { of, parts } of Object.values(splits)) {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined
    if (part !== undefined) return isGroup(part) ? part.tally?.[of] : part
  }
  return undefined
}

/** Whether a part of a split is a block of figures and not a single count. */
export const isGroup = (part: Figure | Group): part is Group =>
  typeof part === 'object' && !isMeasure(part)

/** Whether an object is a number with its qualifiers and remarks. */
export const isMeasure = (value: object): boolean => numberKeys.some((key) => key in value)

/** Whether a document states a number, a bound or words for it, and not only how it changed. */
export const statesNumber = (value: object): boolean =>
  numberKeys.some((key) => key !== 'changes' && key in value)

/**
 * The count of a part of a split, in either notation. A matrix row without a printed total counts
 * as the sum of its cells if they are complete and exact.
 */
export function countOfPart(part: Figure | Group, of: CountName): number | null {
  if (!isGroup(part)) return numberOf(part)
  const own = countOf(part.tally ?? {}, of)
  return own ?? (part.tally?.[of] === undefined ? countOfCells(part, of) : null)
}

/** What a document says of the parts of a split or figure. */
interface Parts {
  readonly exhaustive?: boolean | undefined
  readonly additive?: boolean | undefined
}

/** Whether the parts of a split or figure are all listed and add up to it. */
export const addsUp = ({ exhaustive, additive }: Parts): boolean =>
  exhaustive !== false && additive !== false

/** Why parts do not add up to their whole, as far as it is known; null where they do. */
export function partsNote({ exhaustive, additive }: Parts): string | null {
  const notes = [
    ...(exhaustive === false ? ['文件没有列全'] : []),
    ...(additive === false ? ['各部分不能相加'] : []),
  ]
  return notes.length === 0 ? null : notes.join('，')
}

function countOfCells({ splits = {} }: Group, of: CountName): number | null {
  for (const split of Object.values(splits)) {
    if (split.of !== of || !addsUp(split)) continue
    const cells = Object.values(split.parts).map((cell) =>
      isGroup(cell) ? countOfPart(cell, of) : exactly(cell),
    )
    const sum = cells.reduce((all, cell) => (all === null || cell === null ? null : all + cell), 0)
    if (sum !== null) return sum
  }
  return null
}

/**
 * A count of a tally: the given one, else the one that follows from the others (passed = checked −
 * failed and the reverse). Null if the document leaves it open. Nothing is derived from an
 * approximate count such as 约600.
 */
export function countOf(tally: Tally, name: CountName): number | null {
  if (tally[name] !== undefined) return numberOf(tally[name])
  const checked = exactly(tally.checked)
  const other = name === 'passed' ? tally.failed : name === 'failed' ? tally.passed : undefined
  const known = exactly(other)
  return checked !== null && known !== null && known <= checked ? checked - known : null
}

/** An exact count of a tally, which can be used in arithmetic; null for an approximate one. */
export const exactCountOf = (tally: Tally, name: CountName): number | null =>
  tally[name] === undefined ? countOf(tally, name) : exactly(tally[name])

/**
 * The exact number of a figure or measure, which can be used in arithmetic; null for an approximate
 * one.
 */
export const exactly = (figure: Figure | Measure | undefined): number | null => {
  const { least, most } = boundsOf(figure)
  return least === most ? numberOf(figure) : null
}

/** The bounds of a count of a tally, given or derived. */
export function boundsOfCount(tally: Tally, name: CountName): Bounds {
  if (tally[name] !== undefined) return boundsOf(tally[name])
  const derived = countOf(tally, name)
  return { least: derived, most: derived }
}
