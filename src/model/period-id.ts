import type { Period } from '#schema/period.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { addDays, dayAfter, daysBetween, isoDay, lastOfMonth } from './calendar.ts'
import { compareText, type Inspection } from './dataset.ts'

/**
 * The parts of a period id such as `2024-q2`. `2025-r05` is the fifth round of 2025 and `2024-q1-b2`
 * the second batch of a quarter. `2025-05` is May, or the fifth round after a fourth `2025-04`.
 */
export interface PeriodId {
  readonly id: string
  /** The prefix before the year if several offices publish: `junlian-`. */
  readonly prefix: string
  readonly year: number
  readonly kind: 'quarter' | 'half-year' | 'year' | 'numbered' | 'round'
  /** 1 to 4 for a quarter, 1 for a year. */
  readonly number: number
  /** The batch of the period; null for a period as a whole. */
  readonly batch: number | null
}

/** Reads an id of a period; null when it is not one. */
export function periodIdOf(id: string): PeriodId | null {
  const [, prefix = '', year, part = '', batch] =
    /^((?:[a-z0-9]+-)*?)(\d{4})(?:-(q[1-4]|h[12]|r?\d{2})(?:-b([1-9]\d?))?)?$/.exec(id) ?? []
  if (year === undefined || /^r?00$/.test(part)) return null
  const kind = part.startsWith('q')
    ? 'quarter'
    : part.startsWith('h')
      ? 'half-year'
      : part === ''
        ? 'year'
        : part.startsWith('r')
          ? 'round'
          : 'numbered'
  return {
    id,
    prefix,
    year: Number(year),
    kind,
    number: Number(part.replace(/\D/, '') || 1),
    batch: batch === undefined ? null : Number(batch),
  }
}

/** Whether a numbered period is a round such as 2025年第5期 and not a month. */
const isRound = ({ kind, number }: PeriodId, previous: Inspection | null): boolean =>
  kind === 'round' ||
  (kind === 'numbered' &&
    (number > 12 ||
      (previous !== null &&
        periodIdOf(previous.id)?.kind === 'numbered' &&
        roundIn.test(previous.period.label))))

/**
 * Whether an id such as `2025-05` is taken for a month only because no earlier one tells that it is
 * a round.
 */
export const isPerhapsRound = (wanted: PeriodId, previous: Inspection | null): boolean =>
  wanted.kind === 'numbered' &&
  !isRound(wanted, previous) &&
  (previous === null || periodIdOf(previous.id)?.kind !== 'numbered')

const roundIn = /第[〇零一二三四五六七八九十\d]+(?=[期次批轮])/

/** The id of the next period of the same kind; null if the inspection's id is not a period id. */
export function idAfter({
  id,
  period: { label },
}: Pick<Inspection, 'id' | 'period'>): string | null {
  const known = periodIdOf(id)
  if (known === null) return null
  const { prefix, year, kind, number, batch } = known
  // How many batches a period has is not known.
  if (batch !== null) return null
  if (kind === 'year') return `${prefix}${year + 1}`
  // The number of rounds in a year is not known.
  const isNumbered = kind === 'round' || roundIn.test(label)
  const last = kind === 'quarter' ? 4 : kind === 'half-year' ? 2 : isNumbered ? 99 : 12
  const [y, n] = number < last ? [year, number + 1] : [year + 1, 1]
  const twoDigits = String(n).padStart(2, '0')
  const part = {
    quarter: `q${n}`,
    'half-year': `h${n}`,
    numbered: twoDigits,
    round: `r${twoDigits}`,
  }
  return `${prefix}${y}-${part[kind]}`
}

/** The last inspection before a period, among those with the same prefix. */
export function inspectionBefore(
  inspections: readonly Inspection[],
  wanted: PeriodId,
): Inspection | null {
  const alike = inspections.filter(({ id }) => periodIdOf(id)?.prefix === wanted.prefix)
  const sameKind = alike.filter(({ id }) => periodIdOf(id)?.kind === wanted.kind)
  // Ids of the same kind can be compared; the days of a round are unknown until someone enters
  // them.
  if (sameKind.length > 0)
    return sameKind.filter(({ id }) => compareText(id, wanted.id) < 0).at(-1) ?? null
  const { start } = periodOf(wanted, null).period
  return alike.filter(({ period }) => period.end < start).at(-1) ?? null
}

/**
 * The period of an id, labelled in the style of the previous period. The days of a round are only a
 * proposal: they follow the previous round.
 */
export function periodOf(
  wanted: PeriodId,
  previous: Inspection | null,
): { readonly period: Period; readonly proposed: boolean } {
  const { year, kind, number, batch } = wanted
  if (isRound(wanted, previous)) return { period: roundAfter(wanted, previous), proposed: true }
  const months = { quarter: 3, 'half-year': 6, year: 12, numbered: 1, round: 12 }[kind]
  const first = (number - 1) * months + 1
  const label = labelOf(wanted, previous?.period.label.replace(batchIn, '') ?? '')
  return {
    period: {
      label: batch === null ? label : `${label}第${chineseNumeral(batch)}批`,
      start: isoDay(year, first, 1),
      end: lastOfMonth(year, first + months - 1),
      ...(batch === null ? {} : { batch }),
    },
    proposed: false,
  }
}

const batchIn = /第[〇零一二三四五六七八九十\d]+批/

function labelOf({ year, kind, number }: PeriodId, before: string): string {
  const ordinal = chineseNumeral(number)
  const [usual, pattern, by]: readonly [string, RegExp, string] = {
    quarter: [`${year}年第${ordinal}季度`, /[一二三四](?=季度)/, ordinal] as const,
    'half-year': [
      `${year}年${number === 1 ? '上' : '下'}半年`,
      /[上下](?=半年)/,
      number === 1 ? '上' : '下',
    ] as const,
    year: [`${year}年`, /(?<=\d{4})年/, '年'] as const,
    numbered: [`${year}年${number}月`, /\d{1,2}(?=月)/, String(number)] as const,
    round: [`${year}年第${number}次`, roundIn, `第${number}`] as const,
  }[kind]
  // Uses the office's own style if the previous period is of the same kind.
  return /\d{4}年/.test(before) && pattern.test(before)
    ? before.replace(/\d{4}(?=年)/, String(year)).replace(pattern, by)
    : usual
}

function roundAfter({ year, number, kind }: PeriodId, previous: Inspection | null): Period {
  if (previous === null || !roundIn.test(previous.period.label))
    return {
      label: `${year}年第${number}${kind === 'round' ? '次' : '期'}`,
      start: isoDay(year, 1, 1),
      end: isoDay(year, 12, 31),
      ...(kind === 'round' ? { sequence: number } : {}),
    }
  const { label, start, end, sequence, batch } = previous.period
  const first = dayAfter(end)
  return {
    label: label.replace(/\d{4}(?=年)/, String(year)).replace(roundIn, `第${number}`),
    start: first,
    end: addDays(first, daysBetween(start, end)),
    ...(sequence === undefined ? {} : { sequence: number }),
    ...(batch === undefined ? {} : { batch: number }),
  }
}
