import {
  areasOfIssue,
  type Dataset,
  type Index,
  type Inspection,
  type IssueRecord,
  unitsOfIssue,
} from './dataset.ts'
import { type InspectedAreas, roundsBefore } from './figure-comparison.ts'
import { gapsIn, redefinitions } from './inspection-comparison.ts'

/** Earlier findings of the same kind at the same unit, website or account. */
export interface Repeat {
  readonly unit: string | null
  readonly channel: string | null
  /** Newest first. */
  readonly earlier: readonly IssueRecord[]
}

/**
 * The repeats of each issue: units or accounts that met one of its indicators in an earlier
 * inspection. If an account repeats, its unit is not listed again. Issues that name nobody are not
 * compared.
 */
export function repeatsIn({ issues }: Index): ReadonlyMap<string, readonly Repeat[]> {
  const before = new Map<string, IssueRecord[]>()
  const repeats = new Map<string, readonly Repeat[]>()
  for (const record of issues) {
    const { id, issue, inspection } = record
    const seen = new Set<string>()
    const earlier = (kind: string, name: string): IssueRecord[] => {
      const found = (issue.indicators ?? []).flatMap(
        (indicator) => before.get(`${kind} ${name} ${indicator}`) ?? [],
      )
      return [...new Set(found)].filter((one) => one.inspection !== inspection).reverse()
    }
    const own = [
      ...(issue.channels ?? []).map((channel) => {
        const found = earlier('channel', channel)
        for (const one of found) seen.add(one.id)
        return { unit: null, channel, earlier: found }
      }),
      ...unitsOfIssue(issue).map((unit) => ({
        unit,
        channel: null,
        earlier: earlier('unit', unit).filter((one) => !seen.has(one.id)),
      })),
    ].filter((repeat) => repeat.earlier.length > 0)
    if (own.length > 0) repeats.set(id, own)
    for (const indicator of issue.indicators ?? [])
      for (const key of [
        ...(issue.channels ?? []).map((channel) => `channel ${channel} ${indicator}`),
        ...unitsOfIssue(issue).map((unit) => `unit ${unit} ${indicator}`),
      ])
        before.set(key, [...(before.get(key) ?? []), record])
  }
  return repeats
}

/** In how many of some rounds a unit or account was named for a kind of problem. */
interface Frequency {
  readonly named: number
  readonly rounds: number
}

/** How many rounds a frequency looks back at most, with the last: two years of quarters. */
const maxRounds = 8

/**
 * In how many of the last rounds up to that of an issue its unit or account was named for the same
 * kind. Only rounds are counted of which it is known who was not named: all of the area was inspected,
 * the source is not abridged, no list ends with 等, and the indicator meant the same. Null where fewer
 * than two such rounds name it.
 */
export function frequencyOf(
  dataset: Pick<Dataset, 'catalogues'>,
  all: readonly InspectedAreas[],
  issuesOf: (inspection: Inspection) => readonly IssueRecord[],
  { issue, inspection }: IssueRecord,
  { unit, channel }: Pick<Repeat, 'unit' | 'channel'>,
): Frequency | null {
  const now = all.find((one) => one.inspection === inspection)
  if (now === undefined) return null
  const areas = areasOfIssue(issue)
  const indicators = issue.indicators ?? []
  const isNamed = (other: IssueRecord): boolean =>
    (channel === null
      ? unit !== null && unitsOfIssue(other.issue).includes(unit)
      : (other.issue.channels ?? []).includes(channel)) &&
    indicators.some((indicator) => other.issue.indicators?.includes(indicator))
  const known = [now, ...roundsBefore(all, now)].slice(0, maxRounds).filter((round) => {
    const records = issuesOf(round.inspection)
    const isRedefined = redefinitions(dataset, round.inspection, inspection)
    return (
      areas.every((area) => round.areas.some(({ id }) => id === area)) &&
      indicators.every(
        (indicator) =>
          !isRedefined(indicator) && gapsIn(round, records, areas, indicator).length === 0,
      )
    )
  })
  const named = known.filter((round) => issuesOf(round.inspection).some(isNamed)).length
  return named < 2 ? null : { named, rounds: known.length }
}
