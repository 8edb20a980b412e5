import { areasOfIssue } from '#model/dataset.ts'
import { countOf, countOfPart, numberOf } from '#model/figure.ts'
import type { Issue } from '#schema/issue.ts'
import type { RateView } from '#model/rate.ts'
import { readPercent } from '#model/printed-percent.ts'
import { comparePrinted, decimalsOf } from '#model/ratio.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { type Group, splitNames } from '#schema/group.ts'

interface PrintedFraction {
  readonly stated: string
  readonly numerator: number
  readonly denominator: number
}

/** A number of the block that may be the denominator of the rate, with its name. */
interface Candidate {
  readonly label: string
  readonly value: number
}

const maxReadings = 2
/** How many kinds of readings, the first ones, rest on other numbers of the data. */
const kindsFromData = 3

const populations = ['total', 'running', 'checked'] as const satisfies readonly CountName[]

/**
 * Fractions near the recorded one that give exactly the printed percentage, most likely kind first:
 * another denominator from the same block, some of the named channels as numerator, a count that is
 * off by one or two, the only denominator that fits, or a rounded rate with a zero added. Only the
 * first kind with a result is returned.
 */
export function readingsOf(
  issues: Readonly<Record<string, Issue>>,
  group: Group,
  path: readonly string[],
  view: RateView,
  printed: PrintedFraction,
): string[] {
  const { stated, numerator, denominator } = printed
  const failed = view.name === 'passed' ? denominator - numerator : null
  const fits = (part: number, whole: number): boolean =>
    part >= 0 && part <= whole && whole > 0 && comparePrinted(stated, part, whole) === 'agrees'
  /** The numerators for another denominator: the number of failed ones stays the same. */
  const numeratorsFor = (whole: number): number[] =>
    failed === null ? [numerator] : [whole - failed, numerator]

  const over = (candidates: readonly Candidate[]): string[] =>
    candidates.flatMap(({ label, value }) => {
      const part = numeratorsFor(value).find((one) => fits(one, value))
      return value === denominator || part === undefined ? [] : [`${part}/${value}（${label}）`]
    })
  const counts = countsOf(group)
  // Samples of half are common, and their size is often not stated.
  const halves = populations.flatMap((name) => {
    const count = countOf(group.tally ?? {}, name)
    if (count === null) return []
    return [{ label: `${countNames[name]}的一半`, value: Math.round(count / 2) }]
  })
  const kinds: (() => string[])[] = [
    () => over(counts),
    () => over(halves),
    () =>
      failed === null
        ? []
        : namedOf(issues, group, path).flatMap(({ label, value }) =>
            value !== failed && fits(denominator - value, denominator)
              ? [`${denominator - value}/${denominator}（只算“${label}”的${value}个）`]
              : [],
          ),
    () =>
      [-1, 1, -2, 2].flatMap((off) => {
        const part = numerator + off
        if (!fits(part, denominator)) return []
        const note = failed === null ? '' : `（不合格${denominator - part}个）`
        return [`${part}/${denominator}${note}`]
      }),
    () =>
      [-1, 1, -2, 2].flatMap((off) => {
        const whole = denominator + off
        const part = numeratorsFor(whole).find((one) => fits(one, whole))
        return part === undefined ? [] : [`${part}/${whole}`]
      }),
    () => onlyWhole(stated, numerator, failed, fits),
    () => {
      const shorter = stated
        .replace(/(\.(?:\d*[1-9])?)0+([%％])/, '$1$2')
        .replace(/\.([%％])/, '.0$1')
      const rounder = shorter.replace(/\.0([%％])/, '$1')
      if (rounder === stated || comparePrinted(rounder, numerator, denominator) !== 'agrees')
        return []
      return [`${numerator}/${denominator} 取 ${rounder} 再补 0`]
    },
  ]
  // 100 % follows from any whole that lacks the others, and 0 % from none of any: a count that is
  // slightly off explains nothing.
  const share = shareOf(stated)
  const helpful = share === 1 || share === 0 ? kinds.slice(0, kindsFromData) : kinds
  for (const kind of helpful) {
    const found = [...new Set(kind())]
    if (found.length > 0) return found.slice(0, maxReadings)
  }
  return []
}

/** The counts that could be a denominator: passed and failed are parts of what was checked. */
const wholes: readonly CountName[] = (Object.keys(countNames) as CountName[]).filter(
  (name) => name !== 'passed' && name !== 'failed',
)

/** Every other number of the block that could be a denominator. */
function countsOf({ tally = {}, figures = {}, splits = {} }: Group): Candidate[] {
  const candidates = [
    ...wholes.map((name) => ({ label: countNames[name], value: countOf(tally, name) })),
    ...Object.entries(figures)
      .filter(([label]) => !/合格/.test(label))
      .map(([label, measure]) => ({ label, value: numberOf(measure) })),
    ...Object.entries(splits).flatMap(([by, { parts, of }]) =>
      !wholes.includes(of)
        ? []
        : {
            label: `按${splitNames[by] ?? by}相加`,
            value: Object.values(parts).reduce<number | null>((sum, part) => {
              const count = countOfPart(part, of)
              return sum === null || count === null ? null : sum + count
            }, 0),
          },
    ),
  ]
  return candidates.flatMap(({ label, value }) =>
    value !== null && Number.isInteger(value) && value > 1 ? [{ label, value }] : [],
  )
}

/** The number of named channels by printed outcome, if the failed have several. */
function namedOf(
  issues: Readonly<Record<string, Issue>>,
  group: Group,
  path: readonly string[],
): Candidate[] {
  const named: Candidate[] = Object.values(group.splits ?? {})
    .filter(({ of }) => of === 'failed')
    .flatMap(({ parts }) =>
      Object.entries(parts).map(([label, part]) => ({
        label,
        value: countOfPart(part, 'failed') ?? 0,
      })),
    )
  const [, area] = path
  if (path.length === 2) {
    const channels = new Map<string, Set<string>>()
    for (const issue of Object.values(issues)) {
      if (!areasOfIssue(issue).includes(area ?? '') || issue.channels === undefined) continue
      const label = issue.printed_status ?? issue.text
      channels.set(label, new Set([...(channels.get(label) ?? []), ...issue.channels]))
    }
    for (const [label, ids] of channels) named.push({ label, value: ids.size })
  }
  return named.filter(({ value }) => value > 0)
}

/**
 * The only denominator with which the numerator or the failed give the printed rate; none if
 * several do.
 */
function onlyWhole(
  stated: string,
  numerator: number,
  failed: number | null,
  fits: (part: number, whole: number) => boolean,
): string[] {
  const share = shareOf(stated)
  if (share === null) return []
  const tries = [
    ...(failed === null || share >= 1
      ? []
      : [{ about: failed / (1 - share), part: (whole: number) => whole - failed }]),
    ...(share <= 0 ? [] : [{ about: numerator / share, part: () => numerator }]),
  ]
  return tries.flatMap(({ about, part }) => {
    const wholes = [-2, -1, 0, 1, 2]
      .map((off) => Math.round(about) + off)
      .filter((whole) => fits(part(whole), whole))
    const [whole, ...others] = wholes
    return whole === undefined || others.length > 0 ? [] : [`${part(whole)}/${whole}`]
  })
}

/** The printed rate as a fraction of 1; null for an approximation, a bound or words. */
function shareOf(stated: string): number | null {
  const read = readPercent(stated)
  return read?.says === 'exactly' ? Number(read.digits) / 100 : null
}

/**
 * A whole number out of `whole` that gives the printed rate, and whether by rounding or by cutting
 * off; `none` if there is no such number.
 */
export function wholeNumberFor(
  stated: string,
  whole: number,
): { how: 'agrees' | 'truncated' | 'none'; number: number } {
  const share = shareOf(stated)
  if (share === null) return { how: 'agrees', number: 0 }
  const about = Math.round(share * whole)
  for (const how of ['agrees', 'truncated'] as const)
    for (const number of [about, about + 1, about - 1])
      if (number >= 0 && number <= whole && comparePrinted(stated, number, whole) === how)
        return { how, number }
  return { how: 'none', number: about }
}

/** The two numbers out of `whole` whose rates are just below and above the printed one. */
export function nearbyPasses(stated: string, whole: number): number[] {
  const exact = (shareOf(stated) ?? 0) * whole
  // Corrects products such as 3.9999999999999996.
  const lower = Math.floor(Number(exact.toFixed(decimalsOf(stated) + 6)))
  return [lower, lower + 1].filter((part) => part >= 0 && part <= whole)
}
