import { type CountName, countNames, type Tally } from '#schema/figure.ts'
import { type Group, isRateName, type Rate, type RateName, rateNames } from '#schema/group.ts'
import type { Inspection } from './dataset.ts'
import { exactCountOf, exactly, figureCalled } from './figure.ts'
import { groupsOf } from './groups.ts'
import { Memoized } from './memoized.ts'
import { comparePrinted, decimalsOf, honestPercent } from './ratio.ts'
import { type NamedRecords, remarksOf } from './remarks.ts'

interface Formula {
  readonly numerator: (tally: Tally) => number | null
  readonly denominator: (tally: Tally) => number | null
  /** The formula in words, for the manual's page on methods. */
  readonly words: string
}

/**
 * The usual formula of each rate. The pass rate is taken over the checked, never over the total. No
 * official formula of 按期办结率 is known; this one leaves messages that are still open and within their
 * limit out of the denominator.
 */
export const formulas: Readonly<Record<RateName, Formula>> = {
  passed: {
    numerator: (tally) => exactCountOf(tally, 'passed'),
    denominator: (tally) => exactCountOf(tally, 'checked'),
    words: '（检查数 − 不合格数）÷ 检查数',
  },
  failed: {
    numerator: (tally) => exactCountOf(tally, 'failed'),
    denominator: (tally) => exactCountOf(tally, 'checked'),
    words: '不合格数 ÷ 检查数',
  },
  closed: {
    numerator: (tally) => exactCountOf(tally, 'closed'),
    denominator: (tally) => exactCountOf(tally, 'valid') ?? exactCountOf(tally, 'received'),
    words: '办结数 ÷ 有效留言数（没有有效数时用收到数）',
  },
  closed_on_time: {
    numerator: (tally) => exactCountOf(tally, 'closed_on_time'),
    denominator: (tally) => withoutOpen(tally, 'valid'),
    words:
      '按期办结数 ÷（有效留言数 − 期限内在办数）；没有有效数时用收到数，但与文件所载不符的不用',
  },
}

/** Messages of which the limit has passed. */
function withoutOpen(tally: Tally, name: 'valid' | 'received'): number | null {
  const count = exactCountOf(tally, name)
  return count === null ? null : Math.max(0, count - (exactCountOf(tally, 'open') ?? 0))
}

const noFormula: Formula = { numerator: () => null, denominator: () => null, words: '' }

export interface RateView {
  /** A known name, or the name that the document prints. */
  readonly name: string
  /** "合格率" */
  readonly label: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** The text on the page: the printed percentage if there is one, else the computed one. */
  readonly text: string | null
  readonly stated: string | null
  readonly computed: string | null
  /** Why there is no percentage, in words. */
  readonly reason: string | null
  /** Why no percentage can be computed, even if the document prints one. */
  readonly gap: RateGap | null
  /** Rank and change of the rate, in words. */
  readonly more: readonly string[]
  readonly note: string | null
}

/** Why no percentage can be computed. */
export const rateGapWords = {
  'no-cases': '本期没有，不计算比率',
  'counts-contradict': '数字互相矛盾，不计算比率',
  'no-counts': '文件未写明，不计算比率',
} as const
type RateGap = keyof typeof rateGapWords

/**
 * A rate with everything that pages show about it. A rate of no cases has no percentage; it is
 * neither 0 nor 100.
 */
export function rateView(
  name: string,
  rate: Rate,
  group: Pick<Group, 'tally' | 'figures' | 'splits'>,
  decimals: number,
  records?: NamedRecords,
): RateView {
  const { tally = {} } = group
  const formula = isRateName(name) ? formulas[name] : noFormula
  const read = (given: string | number | undefined, usual: Formula['numerator']) =>
    given === undefined
      ? usual(tally)
      : typeof given === 'number'
        ? given
        : Object.hasOwn(countNames, given)
          ? exactCountOf(tally, given as CountName)
          : exactly(figureCalled(group, given))
  const whole = read(rate.denominator, formula.denominator)
  const numerator = read(rate.numerator, formula.numerator) ?? passedOf(name, rate, tally, whole)
  const denominator = whole ?? overReceived(name, rate, tally, numerator)
  const usable =
    numerator !== null && denominator !== null && denominator > 0 && numerator <= denominator
  const computed = usable ? honestPercent(numerator, denominator, decimals) : null
  const stated = rate.stated ?? null
  const text = stated ?? computed
  const gap = usable ? null : gapOf(numerator, denominator)
  return {
    name,
    label: isRateName(name) ? rateNames[name] : name,
    numerator,
    denominator,
    text,
    stated,
    computed,
    reason: text === null && gap !== null ? rateGapWords[gap] : null,
    gap,
    more: remarksOf({ ...rate, note: undefined }, '%', undefined, records),
    note: rate.note ?? null,
  }
}

/** Those that passed of another denominator than the checked, which the editor names: the running. */
function passedOf(
  name: string,
  rate: Rate,
  tally: Tally,
  denominator: number | null,
): number | null {
  const failed = exactCountOf(tally, 'failed')
  if (name !== 'passed' || rate.numerator !== undefined || rate.denominator === undefined)
    return null
  return denominator === null || failed === null ? null : denominator - failed
}

/**
 * The messages received as the denominator of 按期办结率, where the document does not count the valid
 * ones. Those received may include invalid ones, so a printed rate has to agree.
 */
function overReceived(
  name: string,
  { denominator, stated }: Rate,
  tally: Tally,
  numerator: number | null,
): number | null {
  if (name !== 'closed_on_time' || denominator !== undefined || numerator === null) return null
  const received = tally.valid === undefined ? withoutOpen(tally, 'received') : null
  if (received === null || received === 0 || stated === undefined) return received
  return comparePrinted(stated, numerator, received) === 'agrees' ? received : null
}

/** Every rate of a block of figures. */
export const rateViews = (group: Group, decimals: number, records?: NamedRecords): RateView[] =>
  Object.entries(group.rates ?? {}).map(([name, rate]) =>
    rateView(name, rate, group, decimals, records),
  )

function gapOf(numerator: number | null, denominator: number | null): RateGap {
  if (denominator === 0) return 'no-cases'
  return numerator !== null && denominator !== null ? 'counts-contradict' : 'no-counts'
}

/**
 * What a reader must know of a printed rate that its own counts do not give: "文件所载合格率100%，按
 * 369/370计算是99.7%". Null where they agree, or where there is nothing to compare.
 */
export function rateDifference(rate: RateView): string | null {
  const computed = otherPercent(rate)
  return computed === null
    ? null
    : `文件所载${rate.label}${String(rate.stated)}，按${String(fractionText(rate))}计算是${computed}`
}

/** What the counts of a rate give where the document prints another percentage; else null. */
function otherPercent({ label, stated, numerator, denominator, gap }: RateView): string | null {
  if (stated === null || numerator === null || denominator === null || gap !== null) return null
  return comparePrinted(stated, numerator, denominator, label) === 'agrees'
    ? null
    : honestPercent(numerator, denominator, decimalsOf(stated))
}

/** The fraction of a rate: `369/370`; null when one of its numbers is unknown. */
export function fractionText(rate: { numerator: number; denominator: number }): string
export function fractionText(rate: Pick<RateView, 'numerator' | 'denominator'>): string | null
export function fractionText({
  numerator,
  denominator,
}: Pick<RateView, 'numerator' | 'denominator'>): string | null {
  return numerator === null || denominator === null ? null : `${numerator}/${denominator}`
}

/** A percentage with what it is made from: "90%（18/20）". */
export const withFraction = (percent: string, fraction: string): string =>
  `${percent}（${fraction}）`

/**
 * A rate with its fraction: "99.7%（369/370）", and "100%（369/370，按此计算是99.7%）" where they differ. A
 * rate without a percentage is its reason.
 */
export function rateText(rate: RateView): string {
  if (rate.text === null) return rate.reason ?? '不计算比率'
  // With the decimals of the files of data, whose reader compares.
  const difference = otherPercent(rate) === null ? '' : `，按此计算是${String(rate.computed)}`
  return withFraction(rate.text, `${fractionText(rate) ?? knownSide(rate)}${difference}`)
}

/** The side of a fraction that the document gives, and that it does not give the other. */
function knownSide({ numerator, denominator }: RateView): string {
  if (denominator !== null) return `分母${denominator}，分子文件未单列`
  return numerator === null ? '分子、分母文件未单列' : `分子${numerator}，分母文件未单列`
}

const rated = new Memoized<boolean>()

/**
 * Whether an inspection has a rate in which its issues could count: a printed one, or counts that
 * give one.
 */
export const hasRate = (inspection: Pick<Inspection, 'areas'>): boolean =>
  rated.of(inspection, () =>
    [...groupsOf(inspection)].some(
      ({ group: { rates = {}, tally = {} } }) =>
        Object.keys(rates).some((name) => /^(?:passed|failed)$|合格|达标/.test(name)) ||
        (tally.checked !== undefined && (tally.failed ?? tally.passed) !== undefined),
    ),
  )
