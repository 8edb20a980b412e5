/** Compares the figures of an area in two inspections, unless they are not of the same kind. */
import type { Group, Rate } from '#schema/group.ts'
import { type AreaView, type GroupView, mainRate, ratedGroup } from './area.ts'
import { monthsBetween } from './calendar.ts'
import type { Inspection } from './dataset.ts'
import { rateDifference, type RateView } from './rate.ts'

/** An inspection with its areas as pages show them. */
export interface InspectedAreas {
  readonly inspection: Inspection
  readonly areas: readonly AreaView[]
}

/** Why the figures of an area in two inspections are not compared. */
export type Obstacle =
  /** The earlier inspection does not have the area. */
  | 'absent-before'
  /** One of the two has no figure of this kind. */
  | 'no-figures-before'
  | 'no-figures-now'
  /** A sample says nothing of the whole, nor another sample. */
  | 'sampled-before'
  | 'sampled-now'
  | 'sampled-both'
  | 'coverage-unknown'
  /** Something else was counted: sites and columns, or a part of the tiers. */
  | 'other-object'
  | 'other-tiers'
  /** The rate is another one, or computed in another way. */
  | 'other-rate'
  | 'other-source'
  /** A quarter and half a year, or windows of other lengths. */
  | 'other-span'
  /** 约99%, or 低于70%. */
  | 'inexact'
  /** The printed rate is not that of its own counts. */
  | 'contradictory'

/** How the main rate of an area changed. */
export interface RateChange {
  readonly from: RateView
  readonly to: RateView
  /** The difference of the two percentages as shown, in points, without its sign: `0.3`. */
  readonly points: string
  /** Of the exact difference: 0 only where the two are equal. */
  readonly sign: -1 | 0 | 1
}

export interface AreaComparison {
  readonly before: Inspection
  readonly now: Inspection
  readonly area: AreaView
  /** Empty where the figures may be compared. */
  readonly obstacles: readonly Obstacle[]
  /** Null where there is an obstacle, or no rate. */
  readonly rate: RateChange | null
  /** By how many the failed changed; null where there is an obstacle, or a number is not known. */
  readonly failed: number | null
}

/** What was counted, how widely and how: two figures are compared only where all of it agrees. */
interface Basis {
  readonly object: string
  readonly tiers: string | null
  readonly rate: string | null
  readonly source: string | null
  /** Months of the period, and of the window of the figures. */
  readonly span: string
  readonly coverage: 'full' | 'sample' | 'unknown' | 'not-applicable'
}

/**
 * How widely an area was inspected: as the document says, else whether all were checked that the
 * document counts as running, or counts at all; null where that is not known.
 */
export function coverageOf(group: GroupView): 'full' | 'sample' | null {
  if (group.coverage !== null) return group.coverage
  const count = (of: string) => group.counts.find(({ name }) => name === of)?.number ?? null
  const population = count('running') ?? count('total')
  if (population === null || group.checked === null) return null
  return group.checked >= population ? 'full' : 'sample'
}

/** Whether an area has figures of objects that were checked, so that its coverage matters. */
const isChecked = (group: GroupView): boolean =>
  group.checked !== null || ['passed', 'failed'].includes(mainRate(group)?.name ?? '')

function basisOf({ inspection }: InspectedAreas, area: AreaView): Basis {
  const group = ratedGroup(area)
  const authored = authoredGroup(inspection, area, group)
  const rate = mainRate(group)
  const tiers = area.splits.find(({ by }) => by === 'tier')
  return {
    object: [group.called ?? area.name, group.counted ?? area.object, area.counter].join(' '),
    tiers: tiers === undefined ? null : tiers.rows.map(({ label }) => label).join(' '),
    rate: rate === undefined ? null : `${rate.name} ${formulaOf(authored.rates?.[rate.name])}`,
    source: group.source,
    span: `${monthsBetween(inspection.period.start, inspection.period.end) + 1} ${windowMonths(inspection, authored)}`,
    coverage: isChecked(group) ? (coverageOf(group) ?? 'unknown') : 'not-applicable',
  }
}

const authoredGroup = (inspection: Inspection, area: AreaView, group: GroupView): Group => {
  const whole = inspection.areas[area.id] ?? {}
  const round = area.rounds.find((one) => one.group === group)
  return round === undefined ? whole : (whole.rounds?.[round.label] ?? whole)
}

const formulaOf = ({ numerator, denominator }: Rate = {}): string =>
  `${numerator === undefined || typeof numerator === 'number' ? '' : numerator}/${denominator === undefined || typeof denominator === 'number' ? '' : denominator}`

/** The length of a window that has its own dates, up to the end of the period where it has no end. */
function windowMonths({ period }: Inspection, { window }: Group): string {
  if (window === undefined) return 'none'
  const { start, end = period.end, label = '' } = window
  return start === undefined ? label.replace(/\d+/g, '') : String(monthsBetween(start, end) + 1)
}

/** Compares an area of an inspection with the same area of an earlier one. */
export function compareArea(
  before: InspectedAreas,
  now: InspectedAreas,
  area: AreaView,
): AreaComparison {
  const earlier = before.areas.find(({ id }) => id === area.id)
  const pair = { before: before.inspection, now: now.inspection, area }
  const none = { ...pair, rate: null, failed: null }
  if (earlier === undefined) return { ...none, obstacles: ['absent-before'] }
  const obstacles = obstaclesBetween(before, earlier, now, area)
  if (obstacles.length > 0) return { ...none, obstacles }
  const [old, fresh] = [ratedGroup(earlier), ratedGroup(area)]
  return {
    ...pair,
    obstacles,
    rate: rateChange(mainRate(old), mainRate(fresh)),
    failed: old.failed === null || fresh.failed === null ? null : fresh.failed - old.failed,
  }
}

function obstaclesBetween(
  before: InspectedAreas,
  earlier: AreaView,
  now: InspectedAreas,
  area: AreaView,
): Obstacle[] {
  const groups = [ratedGroup(earlier), ratedGroup(area)] as const
  const [old, fresh] = groups
  if (!hasFigures(fresh)) return ['no-figures-now']
  if (!hasFigures(old)) return ['no-figures-before']
  const [was, is] = [basisOf(before, earlier), basisOf(now, area)]
  const rates = [mainRate(old), mainRate(fresh)].filter((rate) => rate !== undefined)
  const found: [Obstacle, boolean][] = [
    ['sampled-both', was.coverage === 'sample' && is.coverage === 'sample'],
    ['sampled-before', was.coverage === 'sample' && is.coverage !== 'sample'],
    ['sampled-now', is.coverage === 'sample' && was.coverage !== 'sample'],
    [
      'coverage-unknown',
      [was.coverage, is.coverage].includes('unknown') &&
        ![was.coverage, is.coverage].includes('sample'),
    ],
    ['other-object', was.object !== is.object],
    ['other-tiers', was.tiers !== null && is.tiers !== null && was.tiers !== is.tiers],
    ['other-rate', was.rate !== is.rate],
    ['other-source', was.source !== is.source],
    ['other-span', was.span !== is.span],
    ['inexact', rates.some(({ text }) => plainPercent(text) === null)],
    ['contradictory', rates.some((rate) => rateDifference(rate) !== null)],
  ]
  return found.flatMap(([obstacle, applies]) => (applies ? [obstacle] : []))
}

/** Whether a block has a rate, or a number of failed. */
const hasFigures = (group: GroupView): boolean =>
  mainRate(group) !== undefined || group.failed !== null

/** The number of a plain percentage such as 99.7%; null for 约99% or words. */
export const plainPercent = (text: string | null): string | null =>
  /^(\d+(?:\.\d+)?)[%％]$/.exec(text ?? '')?.[1] ?? null

/**
 * The change of a rate. Its points are the difference of the two percentages that readers see, so
 * that they can subtract for themselves; its sign is that of the fractions where they are known.
 */
function rateChange(from: RateView | undefined, to: RateView | undefined): RateChange | null {
  if (from === undefined || to === undefined) return null
  const [old, fresh] = [plainPercent(from.text), plainPercent(to.text)]
  if (old === null || fresh === null) return null
  const decimals = Math.max(...[old, fresh].map((text) => (text.split('.')[1] ?? '').length))
  const scaled = (text: string): number => Math.round(Number(text) * 10 ** decimals)
  const difference = scaled(fresh) - scaled(old)
  return {
    from,
    to,
    points: (Math.abs(difference) / 10 ** decimals).toFixed(decimals),
    sign: signOf(exactDifference(from, to) ?? difference),
  }
}

/** A number with the sign of the difference of two fractions; null where one is not known. */
const exactDifference = (from: RateView, to: RateView): number | null =>
  from.numerator === null ||
  from.denominator === null ||
  to.numerator === null ||
  to.denominator === null
    ? null
    : to.numerator * from.denominator - from.numerator * to.denominator

const signOf = (number: number): -1 | 0 | 1 => (number > 0 ? 1 : number < 0 ? -1 : 0)

/** The inspections before one that are of the same activity, the newest first. */
export const roundsBefore = <T extends InspectedAreas>(all: readonly T[], now: T): T[] =>
  all
    .slice(0, all.indexOf(now))
    .filter(({ inspection }) => inspection.activity === now.inspection.activity)
    .reverse()

/**
 * An area beside the inspection before, and, where that is no basis, beside the last one that is.
 * Null where there is no earlier inspection.
 */
export function areaHistory<T extends InspectedAreas>(
  all: readonly T[],
  now: T,
  area: AreaView,
): { readonly previous: AreaComparison; readonly comparable: AreaComparison | null } | null {
  const [first, ...others] = roundsBefore(all, now)
  if (first === undefined) return null
  const previous = compareArea(first, now, area)
  if (previous.obstacles.length === 0) return { previous, comparable: previous }
  // Nothing earlier can be compared with figures that are no basis themselves.
  if (previous.obstacles.some((one) => ofNowAlone.includes(one)))
    return { previous, comparable: null }
  for (const before of others) {
    const comparison = compareArea(before, now, area)
    if (comparison.obstacles.length === 0) return { previous, comparable: comparison }
  }
  return { previous, comparable: null }
}

const ofNowAlone: readonly Obstacle[] = ['no-figures-now', 'sampled-now', 'sampled-both']
