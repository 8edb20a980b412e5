import type { Deadline, Every, Within } from '#schema/deadline.ts'
import { type CountName, isCountName, type Measure, type Tally } from '#schema/figure.ts'
import type { Group } from '#schema/group.ts'
import type { AppendixValue } from './appendix.ts'
import { chineseDate } from './calendar.ts'
import { daysText } from './due-day.ts'
import type { ById, Dataset, Inspection } from './dataset.ts'
import { countOf, isMeasure, isMissing, measureText, missingWords } from './figure.ts'
import { rateView } from './rate.ts'

type Resolved =
  | { readonly found: true; readonly text: string }
  /** `known` is the longest existing prefix of the path. */
  | { readonly found: false; readonly known: string }

/**
 * Resolves a path such as `areas.media.tally.failed`, `deadlines.report`, `units.caizheng` or
 * `channels.xuzhou-jiaoyu.platform` in the context of an inspection.
 *
 * The text is the one that the document printed if the data records it, else the computed value: a
 * percentage for a rate, a Chinese date for a deadline or a date, a name for a unit or a channel.
 */
export function resolveReference(dataset: Dataset, inspection: Inspection, path: string): Resolved {
  const segments = path.split('.')
  const { units, channels, site } = dataset
  const lookups = { units, channels, site }
  const root = Object.hasOwn(lookups, segments[0] ?? '') ? lookups : inspection
  const special = computed(inspection, segments, root, site.rate_decimals)
  if (special !== null) return { found: true, text: special }
  const { value, depth } = walk(root, segments)
  if (depth < segments.length) return { found: false, known: segments.slice(0, depth).join('.') }
  const text = singleValueText(value)
  return text === null ? { found: false, known: path } : { found: true, text }
}

/** The value at a path, and the number of its segments that exist. */
function walk(root: unknown, segments: readonly string[]): { value: unknown; depth: number } {
  let value = root
  for (const [depth, segment] of segments.entries()) {
    if (!isRecord(value) || !Object.hasOwn(value, segment)) return { value, depth }
    value = value[segment]
  }
  return { value, depth: segments.length }
}

/** Values that are computed instead of read: deadlines, counts and rates. */
function computed(
  { deadlines }: Inspection,
  segments: readonly string[],
  root: unknown,
  decimals: number,
): string | null {
  const [first, second, ...more] = segments
  if (first === 'deadlines' && second !== undefined && more.length === 0) {
    const deadline = own(deadlines, second)
    return deadline === undefined ? null : deadlineText(deadline)
  }
  const [kind, name] = segments.slice(-2)
  if (first !== 'areas' || kind === undefined || name === undefined) return null
  // An area, or a part of one with a tally of its own.
  const { value, depth } = walk(root, segments.slice(0, -2))
  if (depth < segments.length - 2 || !isRecord(value)) return null
  const group = value as Group
  const { tally = {}, rates } = group
  if (kind === 'tally' && isCountName(name)) return countText(tally, name)
  const rate = kind === 'rates' ? own(rates, name) : undefined
  return rate === undefined ? null : rateView(name, rate, group, decimals).text
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const own = <T>(record: ById<T> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

function countText(tally: Tally, name: CountName): string | null {
  const given = tally[name]
  if (given !== undefined) return measureText(given)
  const derived = countOf(tally, name)
  return derived === null ? null : String(derived)
}

/** The date of a deadline as the document prints it. */
export function deadlineText({ stated, due, time, within, every, words }: Deadline): string {
  if (stated !== undefined || words !== undefined) return stated ?? words ?? ''
  if (due !== undefined) return `${chineseDate(due)}${time ?? ''}前`
  if (within !== undefined) return `${startText(within.after)}${daysText(within)}内`
  return every === undefined ? '' : intervalText(every)
}

const unitsOfTime = {
  day: '日',
  week: '周',
  month: '个月',
  quarter: '个季度',
  'half-year': '个半年',
  year: '年',
} as const satisfies Record<Every['unit'], string>

/** "每月", "每2个月" */
const intervalText = ({ count, unit }: Every): string =>
  count === 1 ? `每${unitsOfTime[unit].replace('个', '')}` : `每${count}${unitsOfTime[unit]}`

function startText(after: Within['after']): string {
  if (after === undefined) return ''
  return after === 'issued'
    ? '印发后'
    : after === 'published'
      ? '发布后'
      : `${chineseDate(after)}后`
}

/** The text of a single value on a page; null for an object or a list. */
export function singleValueText(value: unknown): string | null {
  if (typeof value === 'number') return measureText(value)
  if (typeof value === 'string')
    return isMissing(value)
      ? missingWords[value]
      : /^\d{4}-\d{2}(-\d{2})?$/.test(value)
        ? chineseDate(value)
        : value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if ('name' in value && typeof value.name === 'string') return value.name
  if ('label' in value && typeof value.label === 'string') return value.label
  return isMeasure(value) ? measureText(value as Measure) : null
}

/** A cell of an appendix as text. */
export function cellText(dataset: Dataset, inspection: Inspection, cell: AppendixValue): string {
  if (typeof cell !== 'object') return isMissing(cell) ? missingWords[cell] : String(cell)
  const resolved = resolveReference(dataset, inspection, cell.of)
  return resolved.found ? resolved.text : ''
}
