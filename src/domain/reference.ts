import type { Deadline } from '#schema/deadline.ts'
import { countNames, type CountName, type Figure, type Tally } from '#schema/figure.ts'
import { type Rate, type RateName, rateNames } from '#schema/group.ts'
import type { Cell } from './appendix.ts'
import { chineseDate } from './calendar.ts'
import type { Dataset, Inspection } from './dataset.ts'
import { countOf, figureText } from './figure.ts'
import { rateView } from './rate.ts'

export type Resolved =
  | { readonly found: true; readonly text: string }
  /** `known` is the longest beginning of the path that exists. */
  | { readonly found: false; readonly known: string }

/**
 * The text of the value at a path such as `areas.media.tally.failed`, `deadlines.report`,
 * `units.caizheng` or `channels.xuzhou-jiaoyu.platform`, seen from one inspection.
 *
 * It is what the document printed where the data records that, else the computed value: a rate is
 * its percentage, a deadline or a date is a Chinese date, a unit or a channel is its name.
 */
export function resolveReference(dataset: Dataset, inspection: Inspection, path: string): Resolved {
  const segments = path.split('.')
  const special = computed(dataset, inspection, segments)
  if (special !== null) return { found: true, text: special }
  const root: unknown = {
    ...inspection,
    units: dataset.units,
    channels: dataset.channels,
    site: dataset.site,
  }
  let value = root
  for (const [depth, segment] of segments.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment))
      return { found: false, known: segments.slice(0, depth).join('.') }
    value = (value as Record<string, unknown>)[segment]
  }
  const text = plainText(value)
  return text === null ? { found: false, known: path } : { found: true, text }
}

/** Values that are more than what stands at the path. */
function computed(
  dataset: Dataset,
  inspection: Inspection,
  [first, second, third, fourth, ...more]: readonly string[],
): string | null {
  if (first === 'areas' && second !== undefined && fourth !== undefined && more.length === 0) {
    const area = inspection.areas[second]
    if (third === 'rates' && fourth in rateNames && area?.rates !== undefined) {
      const rate: Rate | undefined = area.rates[fourth as RateName]
      if (rate === undefined) return null
      return rateView(fourth as RateName, rate, area.tally ?? {}, dataset.site.rate_decimals).text
    }
    if (third === 'tally' && fourth in countNames && area?.tally !== undefined)
      return countText(area.tally, fourth as CountName)
  }
  if (first === 'deadlines' && second !== undefined && third === undefined) {
    const deadline = inspection.deadlines?.[second]
    return deadline === undefined ? null : deadlineText(deadline)
  }
  return null
}

function countText(tally: Tally, name: CountName): string | null {
  const given = tally[name]
  if (given !== undefined) return figureText(given)
  const derived = countOf(tally, name)
  return derived === null ? null : String(derived)
}

/** The date of a deadline as the document prints it. */
export const deadlineText = (deadline: Deadline): string =>
  deadline.stated ?? `${chineseDate(deadline.due)}前`

function plainText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? chineseDate(value) : value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if ('name' in value && typeof value.name === 'string') return value.name
  if ('label' in value && typeof value.label === 'string') return value.label
  if ('value' in value) return figureText(value as Figure)
  return null
}

/** A cell of an appendix as text. */
export function cellText(dataset: Dataset, inspection: Inspection, cell: Cell): string {
  if (typeof cell !== 'object') return String(cell)
  const resolved = resolveReference(dataset, inspection, cell.of)
  return resolved.found ? resolved.text : ''
}
